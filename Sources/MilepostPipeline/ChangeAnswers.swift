import MilepostEngine
import MilepostExchange
package import MilepostModel
import MilepostReport

/// What changed between two releases, as text and JSON.
package struct ChangeAnswers: Sendable {
  private let release: Release
  private let words: ChangeWords
  private let paragraphs: [ParagraphChange]
  private static let language = LanguageTag("en")

  /// - Parameters:
  ///   - releases: one or two, oldest first.
  ///   - paragraphs: what changed in the text of the report.
  package init(_ releases: [Release], paragraphs: [ParagraphChange] = []) {
    self.paragraphs = paragraphs
    guard let before = releases.first, let after = releases.last else {
      preconditionFailure("a comparison has at least one release")
    }
    release = after
    words = ChangeWords(after, compare(before, after), language: ChangeAnswers.language)
  }

  package var json: [UInt8] {
    changesDocument(
      words.changes, paragraphs.isEmpty ? nil : paragraphs, in: release, language: ChangeAnswers.language,
      explain: words.sentence)
  }

  package var text: String {
    let changes = words.changes
    var lines = wrapped(words.summary, width: 100)
    guard !changes.isEmpty || !paragraphs.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    if let causes = words.causesOfStatuses { lines += wrapped(causes, width: 100) }
    lines += section("Targets", changes.targets.flatMap(target))
    lines += section("Outcomes", changes.outcomes.flatMap(outcome))
    let watched = release.plan.watchedKeys
    lines += section("Series", changes.series.filter { watched.contains($0.key) }.flatMap(series))
    lines += section("Other series", others(changes.series.filter { !watched.contains($0.key) }))
    lines += section("Values of single areas", changes.areas.map(areas))
    lines += section("Framework", changes.elements.flatMap { wrapped(words.sentence($0), width: 98) })
    lines += section("Method", changes.methods.flatMap { wrapped(words.sentence($0), width: 98) })
    lines += section("Texts", changes.texts.flatMap(text))
    lines += section("Report", paragraphs.flatMap(paragraph))
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
  }

  private func target(_ change: TargetChange) -> [String] {
    let figures = words.figures(of: change)
    guard !figures.isEmpty else { return [] }
    let title = release.plan.target(change.target).map { release.text($0.title, in: ChangeAnswers.language) }
    var lines = [([change.target.text] + (title.map { [$0] } ?? [])).joined(separator: "  ")]
    var told: Set<ChangeCause> = []
    for figure in figures {
      lines.append("  \(figure.name): \(figure.before) -> \(figure.after)  [\(words.name(of: figure.cause))]")
      if told.insert(figure.cause).inserted {
        lines += wrapped(words.sentence(figure.cause), width: 94).map { "    " + $0 }
      }
    }
    return lines
  }

  private func outcome(_ change: OutcomeChange) -> [String] {
    let (before, after) = (change.status.before.rawValue, change.status.after.rawValue)
    return ["\(change.outcome)  \(before) -> \(after)  [\(words.name(of: change.status.cause))]"]
      + wrapped(words.sentence(change.status.cause), width: 96).map { "  " + $0 }
  }

  /// One line for each kind of cause: the newest value, and how many more.
  private func series(_ change: SeriesChange) -> [String] {
    var lines = [change.key.description]
    for kind in ChangeCause.Kind.allCases {
      let values = change.values.filter { $0.cause.kind == kind }
      guard let newest = values.last else { continue }
      let more = values.count > 1 ? ", and \(values.count - 1) more" : ""
      let (before, after) = words.texts(of: newest, in: change.key)
      lines.append("  \(newest.period): \(before) -> \(after)\(more)  [\(words.name(of: newest.cause))]")
    }
    return lines
  }

  /// How many values of series that no target or outcome looks at changed, by indicator.
  private func others(_ series: [SeriesChange]) -> [String] {
    var lines: [String] = []
    var rest = series[...]
    while let first = rest.first {
      let own = rest.prefix { $0.key.indicator == first.key.indicator }
      rest = rest.dropFirst(own.count)
      let values = own.flatMap(\.values)
      let counts = ChangeCause.Kind.allCases.compactMap { kind -> String? in
        let count = values.count { $0.cause.kind == kind }
        return count == 0 ? nil : "\(count) [\(words.name(of: kind))]"
      }
      lines.append("\(first.key.indicator): \(own.count) series, \(counts.joined(separator: ", "))")
    }
    return lines.isEmpty ? [] : lines + ["--format json lists them all"]
  }

  private func areas(_ counts: AreaValueCounts) -> String {
    "\(counts.indicator): \(counts.revised) revised, \(counts.added) new, \(counts.withdrawn) withdrawn, "
      + "in \(counts.areas) areas"
  }

  private func paragraph(_ change: ParagraphChange) -> [String] {
    let chapter = change.chapter.address ?? "title page"
    let head = "\(change.language)/\(chapter), \(change.part.words), \(change.name)"
    if case .moved(_, let passage) = change.what {
      return [head] + wrapped(passage.text, width: 92).map { "    " + $0 }
    }
    let sides = [("- ", change.before?.text), ("+ ", change.after?.text)]
    return [head]
      + sides.flatMap { sign, text in
        text.map { wrapped($0, width: 92).enumerated().map { ($0 == 0 ? "  " + sign : "    ") + $1 } } ?? []
      }
  }

  private func text(_ change: TextChange) -> [String] {
    let element = words.name(of: PlanElement(change.place.kind, change.place.id))
    let texts = [change.before, change.after].map { text in
      text.map { release.text($0, in: ChangeAnswers.language) } ?? "none"
    }
    return ["\(element), \(change.place.field)", "  before: \(texts[0])", "  after:  \(texts[1])"]
  }
}

extension Passage.Part {
  /// In English: `paragraph 12`.
  fileprivate var words: String {
    switch self {
    case .entry(let label): label?.lowercased() ?? "title"
    case .title: "title"
    case .heading(let number): number.map { "heading \($0)" } ?? "heading"
    case .paragraph(let number): number.map { "paragraph \($0)" } ?? "text"
    case .exhibit(let label): label?.lowercased() ?? "exhibit"
    case .footnote(let number): "footnote \(number)"
    }
  }
}
