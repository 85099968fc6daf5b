import MilepostLanguage
import MilepostModel

extension SiteContext {
  func changesAnnex(_ address: String) -> ChangesAnnex {
    guard let annex = ChangesAnnex(self, address: address) else {
      preconditionFailure("the annex is one of a report whose predecessor was kept")
    }
    return annex
  }
}

/// The annex of a corrigendum or revised version: what changed, chapter by chapter, the old words beside the new.
struct ChangesAnnex {
  private let context: SiteContext
  private let predecessor: Predecessor
  private let named: SiteContext.NamedPredecessor
  private let address: String

  /// - Returns: nil when nothing was kept that the report could be compared with.
  init?(_ context: SiteContext, address: String) {
    guard let predecessor = context.release.report?.predecessor, let named = context.predecessor else { return nil }
    self.context = context
    self.predecessor = predecessor
    self.named = named
    self.address = address
  }

  private var phrases: Phrases { context.phrases }

  var title: String { phrases(.changesTitle, ["document": named.document]) }

  var blocks: [ManuscriptBlock] {
    guard predecessor.languages.contains(context.language) else {
      return [paragraph(phrases(.changesNoText, ["document": named.document]))]
    }
    let changes = predecessor.changes.filter { $0.language == context.language }
    guard !changes.isEmpty else { return [paragraph(phrases(.changesNone))] }
    var chapters: [(name: PassageGroup.Name, changes: [ParagraphChange])] = []
    for change in changes {
      if chapters.last?.name == change.chapter {
        chapters[chapters.count - 1].changes.append(change)
      } else {
        chapters.append((change.chapter, [change]))
      }
    }
    let lead = phrases(.annexLead, ["document": named.document, "date": named.date])
    return [paragraph(lead)] + chapters.enumerated().map { .table(table($1.name, $1.changes, number: $0 + 1)) }
  }

  private func paragraph(_ text: String) -> ManuscriptBlock {
    .paragraph(ManuscriptParagraph(number: nil, anchor: nil, text: [.text(text)]))
  }

  private func table(_ name: PassageGroup.Name, _ changes: [ParagraphChange], number: Int) -> ManuscriptTable {
    let title: String =
      switch name {
      case .titleBlock: phrases(.titlePage)
      case .chapter(_, let title): title
      }
    let head = [
      phrases(ReportPhrase.place), phrases(.inOlder, ["document": named.document]), phrases(.inThis),
    ]
    return ManuscriptTable(
      anchor: "\(address)-\(number)",
      caption: ManuscriptCaption(label: nil, separator: "", text: [.text(title)], source: []),
      alignments: head.map { _ in .start }, head: head.map { [.text($0)] }, rows: changes.map { row($0, in: name) },
      hasRowHeads: true)
  }

  /// Where, how it was, how it is. A dash stands for nothing.
  private func row(_ change: ParagraphChange, in name: PassageGroup.Name) -> [[ManuscriptRun]] {
    let none: [ManuscriptRun] = [.text("–")]
    switch change.what {
    case .added(let passage):
      return [place(passage, name, .added, isHere: true), none, [.added(passage.text)]]
    case .removed(let passage):
      return [place(passage, name, .removed, isHere: false), [.removed(passage.text)], none]
    case .moved(let before, let after):
      return [place(after, name, .moved, isHere: true), [.text(words(for: before.part))], [.text(after.text)]]
    case .changed(_, let after, let words):
      let before = words.compactMap { word -> ManuscriptRun? in
        switch word {
        case .kept(let text): .text(text)
        case .removed(let text): .removed(text)
        case .added: nil
        }
      }
      let now = words.compactMap { word -> ManuscriptRun? in
        switch word {
        case .kept(let text): .text(text)
        case .added(let text): .added(text)
        case .removed: nil
        }
      }
      return [place(after, name, .changed, isHere: true), before, now]
    }
  }

  /// What the passage is and what became of it; a link where it is there.
  private func place(
    _ passage: Passage, _ name: PassageGroup.Name, _ kind: EditionPhrase, isHere: Bool
  ) -> [ManuscriptRun] {
    let words = ManuscriptRun.text(self.words(for: passage.part).unbroken)
    var runs = [words]
    if isHere, let chapter = name.address {
      runs = [.link(.within(chapter: chapter, anchor: passage.anchor), runs)]
    }
    return runs + [.lineBreak, .text(phrases(kind))]
  }

  private func words(for part: Passage.Part) -> String {
    switch part {
    case .entry(let label): label ?? phrases(EditionPhrase.title)
    case .title, .heading(nil): phrases(EditionPhrase.title)
    case .heading(let number?): phrases(.heading, ["number": number])
    case .paragraph(let number?): phrases(.paragraph, ["number": String(number)])
    case .paragraph(nil): phrases(EditionPhrase.text)
    case .exhibit(let label): label ?? phrases(EditionPhrase.text)
    case .footnote(let number): phrases(.footnote, ["number": String(number)])
    }
  }
}
