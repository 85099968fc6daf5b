import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// The document that the report corrects or revises, as people call it: its symbol, or the id of its edition.
  struct NamedPredecessor {
    let kind: Succession.Kind
    let edition: Edition.ID
    let document: String
    let date: String
  }

  /// nil when the report corrects or revises nothing.
  var predecessor: NamedPredecessor? {
    guard let succession = release.edition?.succession, let report = release.report else { return nil }
    let kept = report.predecessor
    let date = kept?.date ?? release.settings.edition(succession.edition)?.date
    guard let date else { return nil }
    return NamedPredecessor(
      kind: succession.kind, edition: succession.edition,
      document: kept?.symbol.map(lettered) ?? succession.edition.text, date: phrases.dates.text(date))
  }

  /// A symbol with the letter of the language: `C20/35-E`.
  func lettered(_ symbol: String) -> String { "\(symbol)-\(language.documentLetter)" }

  /// - Parameter document: what stands in the place of its name.
  func sentence(_ predecessor: NamedPredecessor, document: String) -> String {
    phrases(predecessor.kind == .corrects ? .corrects : .revises, ["document": document, "date": predecessor.date])
  }

  /// Which document this one corrects or revises, and where the changes are listed.
  var successionLines: [[ManuscriptRun]] {
    guard let predecessor else { return [] }
    let first = sentence(predecessor, document: predecessor.document)
    guard let annex = release.madeAnnexes.firstIndex(where: { $0.annex == .changes }), let outline else {
      return [[.text(first)]]
    }
    let name = phrases(ReportPhrase.toAnnex, ["number": String(outline.annexCount + annex + 1)])
    let link = ManuscriptLink.within(chapter: release.madeAnnexes[annex].address, anchor: nil)
    return [[.text(first)], .around(link, name, in: phrases(.changesListed), at: "{annex}")]
  }
}

extension [ManuscriptRun] {
  /// A sentence with a link in the place of a name.
  fileprivate static func around(
    _ link: ManuscriptLink, _ words: String, in sentence: String, at name: String
  ) -> [ManuscriptRun] {
    let parts = sentence.split(separator: name, maxSplits: 1, omittingEmptySubsequences: false)
    return [.text(String(parts[0])), .link(link, [.text(words)])]
      + parts.dropFirst().map { .text(String($0)) }
  }
}
