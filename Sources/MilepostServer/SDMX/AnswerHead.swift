import MilepostExchange
import MilepostModel
import MilepostStore

/// What an answer says of itself: its headers, and the head of its message.
///
/// Publications never change, so that a publication, a request, a format and a language together name a representation.
struct AnswerHead {
  private let tag: String
  private let publication: PublicationRecord
  private let agency: String
  private let contentType: String
  private let language: LanguageTag?

  /// Counts the forms of messages that were, so that nobody keeps one of an older form.
  private static let form = 1

  static let vary = "Accept, Accept-Encoding, Accept-Language"

  /// - Parameter language: that of names; nil where there are none, or those of all languages.
  init(_ asked: AskedRequest, _ catalogue: Catalogue, contentType: String, language: LanguageTag?) {
    publication = catalogue.publication
    agency = catalogue.outline.agency
    self.contentType = contentType
    self.language = language
    let parts = [
      publication.hash.text, publication.published.description, "\(AnswerHead.form)", "\(asked.interface)",
      asked.canonicalText, contentType,
      language.map(\.text) ?? "-",
    ]
    tag = String(Digest(ofText: parts.joined(separator: "\n")).text.prefix(32))
  }

  var headers: [Answer.Header] {
    var headers = [
      Answer.Header("Content-Type", contentType), Answer.Header("ETag", "W/\"\(tag)\""),
      Answer.Header("Last-Modified", HTTPDate.text(publication.published)), Answer.Header("Vary", AnswerHead.vary),
      Answer.Header("Cache-Control", "public, max-age=60"), publication.header,
    ]
    if let language { headers.append(Answer.Header("Content-Language", language.text)) }
    return headers
  }

  /// The head of the message; its time is that of publishing, so that the same is said in the same bytes.
  func header(action: SDMX.Action? = nil) -> SDMX.Header {
    SDMX.Header(
      id: "MP" + tag.prefix(12), prepared: publication.published.description, sender: SDMX.Party(agency), action: action
    )
  }
}
