import MilepostLanguage
import MilepostModel

/// The annexes that the program adds to a report.
enum MadeAnnex: CaseIterable, Sendable {
  case changes, accepted, literals, sources

  fileprivate var word: String {
    switch self {
    case .changes: "changes"
    case .accepted: "accepted-findings"
    case .literals: "unbound-numbers"
    case .sources: "sources"
    }
  }
}

extension Release {
  /// Those that the report has, each with its address; the same in every language.
  var madeAnnexes: [(annex: MadeAnnex, address: String)] {
    guard let report else { return [] }
    let taken = Set(report.chapters.map(\.chapter.id.text.slug))
    let bindings = report.chapters.flatMap(\.chapter.bindings)
    return MadeAnnex.allCases.compactMap { annex in
      let isThere =
        switch annex {
        case .changes: report.predecessor != nil && edition?.succession != nil
        case .accepted: !acceptances.isEmpty
        case .literals: bindings.contains { $0.figure == nil }
        case .sources: true
        }
      guard isThere else { return nil }
      // A chapter of the same name keeps it.
      let address = ["", "-annex", "-program-annex"].map { annex.word + $0 }.first { !taken.contains($0) }
      return address.map { (annex, $0) }
    }
  }
}

extension SiteContext {
  func annexes(_ outline: ReportOutline) -> [ManuscriptChapter] {
    release.madeAnnexes.enumerated().map { place, made in
      let number = outline.annexCount + place + 1
      return ManuscriptChapter(
        kind: .annex, origin: .made, address: made.address,
        number: phrases(.annexNumber, ["number": String(number)]), title: [.text(title(of: made.annex))],
        owner: nil, blocks: blocks(of: made.annex, made.address, outline))
    }
  }

  func title(of annex: MadeAnnex) -> String {
    switch annex {
    case .changes: changesAnnex("").title
    case .accepted: phrases(.acceptedTitle)
    case .literals: phrases(.literalsTitle)
    case .sources: phrases(.sourcesTitle)
    }
  }

  private func blocks(of annex: MadeAnnex, _ address: String, _ outline: ReportOutline) -> [ManuscriptBlock] {
    let lead: String
    let heads: [String]
    let rows: [[[ManuscriptRun]]]
    switch annex {
    case .changes: return changesAnnex(address).blocks
    case .accepted:
      lead = phrases(.acceptedLead)
      heads = [phrases(.finding), phrases(.place), phrases(.acceptedBy), phrases(.day), phrases(.reason)]
      rows = release.acceptances.map(row)
    case .literals:
      lead = phrases(.literalsLead)
      heads = [phrases(.number), phrases(.place), phrases(.reason)]
      rows = outline.entries.flatMap(literals)
    case .sources:
      lead = phrases(.sourcesLead, ["date": phrases.dates.text(release.asOf)])
      heads = [phrases(.source), phrases(.publisher), phrases(.vintages), phrases(.licence)]
      rows = sourceRows(outline)
    }
    let isEmpty = rows.isEmpty && annex == .literals
    let words = isEmpty ? phrases(.literalsNone) : lead
    let paragraph = ManuscriptBlock.paragraph(ManuscriptParagraph(number: nil, anchor: nil, text: [.text(words)]))
    guard !isEmpty else { return [paragraph] }
    let table = ManuscriptTable(
      anchor: "table-of-\(address)",
      caption: ManuscriptCaption(label: nil, separator: "", text: [.text(title(of: annex))], source: []),
      alignments: heads.map { _ in .start }, head: heads.map { [.text($0)] }, rows: rows, hasRowHeads: true)
    return [paragraph, .table(table)]
  }

  private func row(_ acceptance: Acceptance) -> [[ManuscriptRun]] {
    let (finding, entry) = (acceptance.finding, acceptance.entry)
    return [
      [.code(finding.code), .text(" ")] + ManuscriptRun.runs(phrases.written(english: finding.message)),
      [.code(finding.position.file)], ManuscriptRun.runs(phrases.written(name: entry.name)),
      [.text(phrases.dates.text(entry.date))], ManuscriptRun.runs(phrases.written(name: entry.reason)),
    ]
  }

  private func literals(_ entry: ReportOutline.Entry) -> [[[ManuscriptRun]]] {
    entry.chapter.bindings.enumerated().compactMap { place, binding in
      guard case .literal(let reason) = binding.content else { return nil }
      let link = ManuscriptLink.within(chapter: entry.address, anchor: "f\(entry.bindingsBefore + place + 1)")
      return [[.text(binding.words)], [.link(link, [.text(entry.chapter.title)])], [.text(reason)]]
    }
  }

  /// Every source that figures, charts and tables were made from, with the dates of its vintages.
  private func sourceRows(_ outline: ReportOutline) -> [[[ManuscriptRun]]] {
    var vintages: [DataSource.ID: Set<CalendarDate>] = [:]
    func add(_ provenance: Provenance) { vintages[provenance.source, default: []].insert(provenance.vintage) }
    for entry in outline.entries {
      for input in entry.published.values.compactMap({ $0?.inputs }).flatMap(\.self) {
        switch input {
        case .observation(_, let estimate): add(estimate.provenance)
        case .register(let id, let vintage):
          guard let register = release.registers.first(where: { $0.register.id == id }) else { continue }
          vintages[register.register.source, default: []].insert(vintage.published)
        case .survey(let id, let wave):
          guard let survey = release.surveys.first(where: { $0.survey.id == id }) else { continue }
          for results in survey.waves where survey.survey.waves[results.wave].id == wave {
            vintages[survey.survey.source, default: []].insert(results.vintage.published)
          }
        case .target(let id): release.assessment(of: id)?.current.map { add($0.provenance) }
        case .outcome, .elements, .members: break
        }
      }
      for exhibit in entry.chapter.exhibits {
        for provenance in provenances(of: exhibit) { add(provenance) }
        guard case .registerTable(let selection) = exhibit.content,
          let register = release.registers.first(where: { $0.register.id == selection.register.value })
        else { continue }
        vintages[register.register.source, default: []].insert(register.table.vintage.published)
      }
    }
    return vintages.keys.sorted().map { id in
      let source = release.sources.first { $0.id == id }
      let dates = (vintages[id] ?? []).sorted().map { phrases.dates.text($0) }
      return [
        source.map { source in
          let title = ManuscriptRun.runs(text(source.title))
          return source.url.map { [.link(.address($0), title)] } ?? title
        } ?? [.text(id.text)],
        ManuscriptRun.runs(source?.publisher.map { phrases.written(name: $0) } ?? "–"),
        [.text(phrases.lists.enumeration(dates))],
        ManuscriptRun.runs(source.map { phrases.written(name: $0.licence) } ?? "–"),
      ]
    }
  }

  private func provenances(of exhibit: Exhibit) -> [Provenance] {
    switch exhibit.content {
    case .targetChart(let id), .target(let id):
      return [release.assessment(of: id.value)?.current?.provenance].compactMap(\.self)
    case .seriesChart(let selection), .seriesTable(let selection): return provenances(of: selection)
    case .statuses(let goal):
      let targets = assessed.filter { target in goal.map { $0.value == target.target.goal } ?? true }
      return targets.compactMap { $0.assessment.current?.provenance }
    case .registerTable, .table, .picture: return []
    }
  }
}

extension Chapter {
  /// Words of its headings, without those that are bound to data.
  var headings: [String] {
    blocks.compactMap { block in
      guard case .heading(_, _, let spans) = block.content else { return nil }
      return spans.compactMap { span in if case .text(let text) = span { text } else { nil } }.joined()
    }
  }

  var exhibits: [Exhibit] { blocks.flatMap(\.exhibits) + footnotes.flatMap { $0.blocks.flatMap(\.exhibits) } }
}

extension TextBlock {
  fileprivate var exhibits: [Exhibit] {
    switch content {
    case .exhibit(let exhibit): [exhibit]
    case .list(let list): list.items.flatMap { $0.flatMap(\.exhibits) }
    case .quotation(let blocks), .box(_, _, let blocks): blocks.flatMap(\.exhibits)
    case .heading, .paragraph, .code, .rule: []
    }
  }
}
