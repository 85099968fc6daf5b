import MilepostLanguage
package import MilepostModel

/// `diff --format json` and the site's `changes.json`.
///
/// - Parameters:
///   - paragraphs: what changed in the text of the report; nil: it is not compared.
///   - explain: the cause in words.
package func changesDocument(
  _ changes: ReleaseChanges, _ paragraphs: [ParagraphChange]? = nil, in release: Release, language: LanguageTag,
  explain: (ChangeCause) -> String
) -> [UInt8] {
  JSONWriter.document { json in
    json.point("from", changes.before)
    json.point("to", changes.after)
    json.key("targets")
    json.array(changes.targets) { json, change in
      json.object { json in
        json.member("id", change.target.text)
        let title = release.plan.target(change.target)?.title
        json.member("title", title.map { $0.best(of: [language] + release.settings.languages).text })
        json.figures(of: change, explain)
      }
    }
    json.key("outcomes")
    json.array(changes.outcomes) { json, change in
      json.object { json in
        json.member("id", change.outcome.text)
        json.changed("status", change.status, explain) { $0.string($1.rawValue) }
      }
    }
    json.key("series")
    json.array(changes.series) { json, change in json.object { $0.members(of: change) } }
    json.key("areas")
    json.array(changes.areas) { json, counts in json.object { $0.members(of: counts) } }
    json.key("framework")
    json.array(changes.elements) { json, change in json.object { $0.members(of: change) } }
    json.key("methods")
    json.array(changes.methods) { json, change in json.object { $0.members(of: change) } }
    json.key("texts")
    json.array(changes.texts) { json, change in json.object { $0.members(of: change) } }
    if let paragraphs {
      json.key("report")
      json.array(paragraphs) { json, change in
        json.object { json in
          json.member("language", change.language.text)
          json.member("chapter", change.chapter.address)
          json.member("part", change.part.name)
          json.member("number", change.part.number)
          json.member("change", change.name)
          json.member("before", change.before?.text)
          json.member("after", change.after?.text)
        }
      }
    }
    json.summary(of: changes)
  }
}

extension JSONWriter {
  fileprivate mutating func point(_ name: StaticString, _ point: ReleaseChanges.Point) {
    key(name)
    object { json in
      json.member("edition", point.edition?.text)
      json.member("asOf", point.asOf.description)
    }
  }

  /// How many changes each cause has; the counts add up to those of the lists, single areas apart.
  fileprivate mutating func summary(of changes: ReleaseChanges) {
    let counts = Dictionary(grouping: changes.causes, by: \.kind).mapValues(\.count)
    key("summary")
    object { json in
      json.member("statuses", changes.targets.count { $0.status != nil })
      for kind in ChangeCause.Kind.allCases { json.member(named: kind.rawValue, counts[kind, default: 0]) }
    }
  }

  fileprivate mutating func figures(of change: TargetChange, _ explain: (ChangeCause) -> String) {
    changed("status", change.status, explain) { $0.string($1.rawValue) }
    changed("current", change.current, explain) { $0.point($1) }
    changed("baseline", change.baseline, explain) { $0.point($1) }
    changed("target", change.goal, explain) { $0.orNull($1) }
    changed("due", change.due, explain) { $0.string($1.description) }
    changed("projected", change.projection, explain) { $0.orNull($1) }
    changed("probability", change.probability, explain) { $0.orNull($1) }
    changed("override", change.override, explain) { json, status in
      if let status { json.string(status.rawValue) } else { json.null() }
    }
    guard change.part == nil else { return }
    key("parts")
    array(change.parts) { json, part in
      json.object { json in
        if let index = part.part { json.member("part", index + 1) }
        json.figures(of: part, explain)
      }
    }
  }

  /// null where nothing changed.
  fileprivate mutating func changed<Value>(
    _ name: StaticString, _ changed: Changed<Value>?, _ explain: (ChangeCause) -> String,
    _ write: (inout JSONWriter, Value) -> Void
  ) {
    member(name, changed) { json, changed in
      json.key("before")
      write(&json, changed.before)
      json.key("after")
      write(&json, changed.after)
      json.key("cause")
      json.object { json in
        json.members(of: changed.cause)
        json.member("explanation", explain(changed.cause))
      }
    }
  }

  private mutating func orNull(_ value: Double?) {
    if let value { number(value) } else { null() }
  }

  private mutating func point(_ point: PeriodValue?) {
    guard let point else {
      null()
      return
    }
    object { $0.members(of: point) }
  }

  private mutating func members(of cause: ChangeCause) {
    member("kind", cause.kind.rawValue)
    switch cause {
    case .framework(let change): members(of: change)
    case .method(let change): members(of: change)
    case .revision(let evidence), .newData(let evidence): members(of: evidence)
    case .time(let elapsed): members(of: elapsed)
    case .text: return
    }
  }

  private mutating func members(of evidence: DataEvidence) {
    series(evidence.key)
    member("period", evidence.period.description)
    cell("before", evidence.before)
    cell("after", evidence.after)
    member("others", evidence.others)
  }

  private mutating func series(_ series: SeriesKey) {
    member("indicator", series.indicator.text)
    member("area", series.area.text)
    key("dimensions")
    object { json in for code in series.codes { json.member(named: code.dimension, code.code) } }
  }

  private mutating func cell(_ name: StaticString, _ cell: CellState) {
    key(name)
    object { json in
      json.member("value", cell.value)
      json.member("vintage", cell.provenance?.vintage.description)
      json.member("source", cell.provenance?.source.text)
    }
  }

  private mutating func members(of elapsed: Elapsed) {
    switch elapsed {
    case .tooOld(let newest, let years):
      member("reason", "too-old")
      member("newest", newest.description)
      member("maximumAge", years)
    case .duePassed(let due):
      member("reason", "due-passed")
      member("due", due.description)
    case .overrideExpired(let date):
      member("reason", "override-expired")
      member("expired", date.description)
    case .laterDate: member("reason", "later-date")
    }
  }

  fileprivate mutating func members(of change: SeriesChange) {
    series(change.key)
    key("values")
    array(change.values) { json, value in
      json.object { json in
        json.member("period", value.period.description)
        json.cell("before", value.before)
        json.cell("after", value.after)
        json.key("cause")
        json.object { $0.members(of: value.cause) }
      }
    }
  }

  fileprivate mutating func members(of counts: AreaValueCounts) {
    member("indicator", counts.indicator.text)
    member("revised", counts.revised)
    member("added", counts.added)
    member("withdrawn", counts.withdrawn)
    member("areas", counts.areas)
  }

  fileprivate mutating func members(of change: FrameworkChange) {
    member("element", change.element.kind.rawValue)
    member("id", change.element.id)
    switch change.what {
    case .added: member("what", "added")
    case .removed: member("what", "removed")
    case .amended(let fields):
      member("what", "amended")
      key("fields")
      array(fields) { $0.string($1.rawValue) }
    }
    key("decisions")
    array(change.decisions) { json, decision in
      json.object { json in
        json.member("date", decision.date.description)
        json.member("decision", decision.decision)
      }
    }
  }

  fileprivate mutating func members(of change: MethodChange) {
    member("target", change.target?.text)
    for (name, choice): (StaticString, MethodChoice) in [
      ("methodBefore", change.before), ("methodAfter", change.after),
    ] {
      key(name)
      object { json in
        json.member("id", choice.method.rawValue)
        json.key("window")
        json.window(choice.window)
        json.member("fallback", choice.fallback?.rawValue)
      }
    }
  }

  fileprivate mutating func members(of change: TextChange) {
    member("element", change.place.kind.rawValue)
    member("id", change.place.id)
    member("field", change.place.field)
    member("before", change.before)
    member("after", change.after)
  }
}
