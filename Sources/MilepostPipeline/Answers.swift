import MilepostEngine
import MilepostExchange
import MilepostLanguage
package import MilepostModel
import MilepostReport

/// What the command line prints of a release: text for people, JSON and CSV as the contract says.
package struct Answers: Sendable {
  private let release: Release
  private let language: LanguageTag
  private let texts: AssessmentTexts

  package init(_ release: Release) {
    self.release = release
    language = LanguageTag("en")
    texts = AssessmentTexts(release, language: language)
  }

  package var assessmentJSON: [UInt8] { assessDocument(release, language: language, texts: texts) }
  package var assessmentCSV: [UInt8] { assessTable(release, language: language, texts: texts) }

  /// One line a target, its answer below it, and the counts that close.
  package var assessmentText: String {
    var lines = [heading, ""]
    for assessment in release.assessments {
      guard let explained = explanation(of: assessment, in: release, language: language) else { continue }
      let label = release.label(of: assessment, language: language)
      lines.append("\(padded(assessment.target.text, 6))\(padded(assessment.status.rawValue, 16))\(label)")
      lines += wrapped(explained.answer, width: 100).map { "      \($0)" }
      if let override = explained.override { lines += wrapped(override, width: 100).map { "      \($0)" } }
      lines.append("")
    }
    let measured = release.directions.filter { $0.status != .notMeasured }
    if !measured.isEmpty {
      lines.append("Outcomes that are measured")
      for direction in measured {
        lines.append("\(padded(direction.outcome.text, 8))\(direction.status.rawValue)")
        lines += wrapped(release.explanation(of: direction, language: language), width: 100).map { "        \($0)" }
      }
      lines.append("")
    }
    lines.append(counts)
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let title = release.settings.title.best(of: [language]).text
    let edition = release.edition.map { ", edition \($0.id)" } ?? ""
    return "\(title)\(edition), as of \(release.asOf)"
  }

  /// "24 targets: 3 achieved, ... Of 17 that can be assessed, 9 are achieved or on track."
  private var counts: String {
    let counts = release.statusCounts
    let parts = TargetStatus.allCases.compactMap { status in
      counts[status].map { "\($0) \(status.rawValue)" }
    }
    let assessed = release.assessments.filter(\.status.isAssessed)
    let favourable = assessed.count { $0.status.isFavourable }
    return "\(release.assessments.count) targets: \(parts.joined(separator: ", ")).\n"
      + "Of the \(assessed.count) that can be assessed, \(favourable) are achieved or on track."
  }

  /// - Returns: nil when the plan has no such target, outcome or other element.
  package func explanationText(of id: String) -> String? {
    if let assessment = release.assessment(of: Target.ID(id)),
      let explained = explanation(of: assessment, in: release, language: language),
      let target = release.plan.target(assessment.target)
    {
      let title = target.title.best(of: [language] + release.settings.languages).text
      let answer = wrapped(explained.answer, width: 100).joined(separator: "\n")
      return "\(id)  \(title)\n\(heading)\n\n\(answer)\n\n\(explained.plainText)"
    }
    guard let words = release.words(ofElement: id, language: language) else { return nil }
    let paragraphs = words.statements.map { wrapped($0, width: 100).joined(separator: "\n") }
    let parts = words.parts.isEmpty ? [] : [words.parts.map { "  " + $0 }.joined(separator: "\n")]
    return (["\(id)  \(words.title)\n\(heading)"] + paragraphs + parts).joined(separator: "\n\n") + "\n"
  }

  /// - Returns: nil when the plan has no such target or other element.
  package func explanationJSON(of id: String) -> [UInt8]? {
    if let words = release.words(ofElement: id, language: language) {
      let direction = release.directions.first { $0.outcome.text == id }
      return elementDocument(
        id: id, title: words.title, statements: words.statements, parts: words.parts, direction, in: release,
        texts: texts)
    }
    guard let assessment = release.assessment(of: Target.ID(id)),
      let explained = explanation(of: assessment, in: release, language: language)
    else { return nil }
    return explainDocument(
      assessment, in: release, language: language, texts: texts, answer: explained.answer,
      sections: explained.sections.map { ($0.title, $0.lines) })
  }

  /// "; did you mean '2.4'?" or nothing.
  package func hint(for id: String) -> String {
    let plan = release.plan
    let known =
      plan.targets.map(\.id.text) + plan.outcomes.map(\.id.text) + plan.goals.map(\.id.text)
      + plan.objectives.map(\.id.text) + plan.outputs.map(\.id.text) + plan.enablers.map(\.id.text)
    return known.suggestion(for: id)
  }

  /// Why a selection can find nothing: an unknown indicator, area or dimension.
  package func problem(with selection: Selection) -> String? {
    guard let indicator = release.plan.indicator(selection.indicator) else {
      return unknown("indicator", selection.indicator.text, among: release.plan.indicators.map(\.id.text))
    }
    let codes = release.areas.map(\.id.text) + release.groups.map(\.id.text)
    for area in selection.areas where !codes.contains(area.text) {
      return unknown("area or group", area.text, among: codes)
    }
    for code in selection.codes where !indicator.dimensions.contains(code.dimension) {
      return unknown("dimension", code.dimension, among: indicator.dimensions)
    }
    return nil
  }

  private func unknown(_ noun: String, _ name: String, among known: [String]) -> String {
    "unknown \(noun) '\(name)'" + known.suggestion(for: name)
  }

  package func queryJSON(_ selection: Selection) -> [UInt8] { queryDocument(found(selection)) }
  package func queryCSV(_ selection: Selection) -> [UInt8] { queryTable(found(selection)) }

  /// Columns aligned for reading: series, period, value, status, vintage, source.
  ///
  /// Values have two decimals more than the indicator is printed with; CSV and JSON have all of them.
  package func queryText(_ selection: Selection) -> String {
    let conventions = NumberConventions(language)
    guard let indicator = release.plan.indicator(selection.indicator) else { return "no values\n" }
    let rows = found(selection).map { found -> [String] in
      let estimate = found.estimate
      let value: String =
        switch estimate.value {
        case .figure(let number): conventions.shortText(number, atMostDecimals: indicator.decimals + 2)
        case .belowUnit: "below unit"
        case .missing(let reason): reason.rawValue
        case .confidential: "confidential"
        }
      let coverage = estimate.coverage.map { "\(Int((100 * (1 - $0.missing)).rounded())) % covered" } ?? ""
      return [
        found.key.description, estimate.period.description, value, estimate.status.rawValue,
        estimate.provenance.vintage.description, estimate.provenance.source.text, coverage,
      ]
    }
    guard !rows.isEmpty else { return "no values\n" }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let line = zip(row, widths).map { padded($0, $1 + 2) }.joined()
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  private func found(_ selection: Selection) -> [KeyedEstimate] {
    selection.values(in: release).map { KeyedEstimate($0.key, $0.estimate) }
  }
}

extension AssessmentTexts {
  /// The report's sentences for a release.
  init(_ release: Release, language: LanguageTag) {
    let changes = release.changes.map { ChangeWords(release, $0, language: language) }
    self.init(
      label: { release.label(of: $0, language: language) },
      explanation: { assessment in
        guard let explained = MilepostReport.explanation(of: assessment, in: release, language: language) else {
          preconditionFailure("a release assesses targets of its own plan only")
        }
        return explained.text
      },
      refusal: { refusal, assessment in
        guard let words = release.words(for: refusal, of: assessment, language: language) else {
          preconditionFailure("a release assesses targets of its own plan only")
        }
        return words
      },
      direction: { release.explanation(of: $0, language: language) },
      cause: { cause in
        guard let changes else { preconditionFailure("a cause of a release that knows none before it") }
        return changes.sentence(cause)
      })
  }
}

extension Compilation {
  /// `check --format json`.
  package var json: [UInt8] { checkDocument(diagnostics, accepted: accepted) }
}
