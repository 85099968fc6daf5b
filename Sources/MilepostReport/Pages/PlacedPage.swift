/// A page with its place, before it is one of the files of an edition.
struct PlacedPage: Sendable {
  let place: String
  let subject: String
  let text: @Sendable (Page) -> PageText

  init(_ place: String, _ subject: String, _ text: @escaping @Sendable (Page) -> PageText) {
    self.place = place
    self.subject = subject
    self.text = text
  }
}
