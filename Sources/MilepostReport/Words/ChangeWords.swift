import MilepostLanguage
package import MilepostModel

/// What changed between two editions, in words.
package struct ChangeWords: Sendable {
  /// The later one.
  let release: Release
  package let changes: ReleaseChanges
  let phrases: Phrases

  init(_ release: Release, _ changes: ReleaseChanges, _ phrases: Phrases) {
    self.release = release
    self.changes = changes
    self.phrases = phrases
  }

  package init(_ release: Release, _ changes: ReleaseChanges, language: LanguageTag) {
    self.init(release, changes, Phrases(release, language))
  }

  /// How the earlier edition is called: by its id, or by its day when the day was given by hand.
  package var earlier: String { name(of: changes.before) }
  package var later: String { name(of: changes.after) }

  private func name(of point: ReleaseChanges.Point) -> String {
    point.edition?.text ?? phrases.dates.text(point.asOf)
  }

  /// One sentence on what a reader wants to know first.
  package var summary: String {
    guard !changes.isEmpty else { return phrases(.summaryNothing, ["id": earlier]) }
    let count = statusChanges.count
    guard count > 0 else { return phrases(.summaryNoStatus, ["id": earlier]) }
    let total = phrases.numbers.text(Double(release.assessments.count), decimals: 0)
    return phrases(.summaryStatus, count: count, ["total": total, "id": earlier])
  }

  /// Both editions with their days; how they are called is given, because pages make links of it.
  func lead(after: String, before: String) -> String {
    phrases(
      .changesLead,
      [
        "after": after, "afterDate": phrases.dates.text(changes.after.asOf), "before": before,
        "beforeDate": phrases.dates.text(changes.before.asOf),
      ])
  }

  /// How many of the new statuses each cause has; nil when no status is new.
  package var causesOfStatuses: String? {
    let counts = Dictionary(grouping: statusChanges, by: \.change.cause.kind).mapValues(\.count)
    let parts = ChangeCause.Kind.allCases.compactMap { kind in
      counts[kind].map { count in
        let number = phrases.numbers.text(Double(count), decimals: 0)
        return phrases(.causeCount, ["word": phrases(kind.phrase), "count": number])
      }
    }
    return parts.isEmpty ? nil : phrases(.causesCounted, ["causes": phrases.lists.enumeration(parts)])
  }

  /// Targets whose status is another, in the order of the plan.
  package var statusChanges: [(target: TargetChange, change: Changed<TargetStatus>)] {
    changes.targets.compactMap { target in target.status.map { (target, $0) } }
  }

  package func name(of cause: ChangeCause) -> String { name(of: cause.kind) }

  package func name(of kind: ChangeCause.Kind) -> String { phrases(kind.phrase) }

  /// The plan's own word for a status.
  package func word(_ status: TargetStatus) -> String { release.word(for: status, phrases) }

  /// Status and newest value in both editions.
  package func statements(of target: TargetChange) -> [String] {
    var sentences: [String] = []
    if let status = target.status {
      sentences.append(
        phrases(.statusChanged, ["before": word(status.before), "after": word(status.after)]))
    } else if let status = release.assessment(of: target.target)?.status {
      sentences.append(phrases(.statusStays, ["status": word(status)]))
    }
    if let newest = newest(target) { sentences.append(newest) }
    return sentences
  }

  private func newest(_ target: TargetChange) -> String? {
    guard let change = target.current, let style = assessed(target)?.style else { return nil }
    switch (change.before, change.after) {
    case (let before?, let after?):
      return phrases(
        .newestMoved,
        [
          "before": style.value(before.value), "from": phrases.dates.text(before.period),
          "after": style.value(after.value, apartFrom: before.value), "to": phrases.dates.text(after.period),
        ])
    case (nil, let after?):
      return phrases(
        .newestCame, ["after": style.value(after.value), "to": phrases.dates.text(after.period)])
    case (let before?, nil):
      return phrases(
        .newestGone, ["before": style.value(before.value), "from": phrases.dates.text(before.period)])
    case (nil, nil): return nil
    }
  }

  /// The target, or the part, beside its assessment in the later edition.
  func assessed(_ change: TargetChange) -> AssessedTarget? {
    guard let target = release.plan.target(change.target), let assessment = release.assessment(of: change.target) else {
      return nil
    }
    let whole = AssessedTarget(release, target, assessment, phrases)
    guard let part = change.part else { return whole }
    return whole.parts.indices.contains(part) ? whole.parts[part].assessed : nil
  }
}

/// A figure of a target in both editions, as printed.
package struct ChangedFigure: Hashable, Sendable {
  package let name: String
  package let before: String
  package let after: String
  package let cause: ChangeCause
}

extension ChangeWords {
  /// The figures of a target that print differently, those of its parts last.
  package func figures(of change: TargetChange) -> [ChangedFigure] {
    guard let assessed = assessed(change) else { return [] }
    let style = assessed.style
    func at(_ point: PeriodValue?) -> String? {
      point.map { phrases(.inPeriod, ["value": style.value($0.value), "period": phrases.dates.text($0.period)]) }
    }
    func goal(_ value: Double) -> String {
      assessed.kind.needsBaseline ? style.value(value) : style.stated(value)
    }
    var figures: [ChangedFigure] = []
    func add<Value>(_ name: String, _ changed: Changed<Value>?, _ text: (Value) -> String?) {
      guard let changed else { return }
      let none = phrases(.changeNone)
      let (before, after) = (text(changed.before) ?? none, text(changed.after) ?? none)
      if before != after {
        figures.append(ChangedFigure(name: name, before: before, after: after, cause: changed.cause))
      }
    }
    add(phrases(.status), change.status) { word($0) }
    add(phrases(.now), change.current, at)
    add(phrases(.baseline), change.baseline, at)
    add(phrases(.target), change.goal) { $0.map(goal) }
    add(phrases(.changeDue), change.due) { phrases.dates.text($0) }
    add(phrases(.projected), change.projection) { $0.map { style.value($0) } }
    add(phrases(.chanceOfMeeting), change.probability) { $0.map(phrases.chance) }
    add(phrases(.changeSetStatus), change.override) { $0.map(word) }
    return figures + change.parts.flatMap { part in self.figures(ofPart: part) }
  }

  private func figures(ofPart part: TargetChange) -> [ChangedFigure] {
    guard case .compound(let parts) = release.plan.target(part.target)?.kind, let index = part.part,
      parts.indices.contains(index)
    else { return [] }
    let title = phrases.written(parts[index].title)
    return figures(of: part).map { figure in
      ChangedFigure(
        name: phrases(.figureOfPart, ["part": title, "figure": figure.name]), before: figure.before,
        after: figure.after,
        cause: figure.cause)
    }
  }
}
