import MilepostModel

/// What a document that came back says and a text cannot take over.
extension Diagnostic {
  static func changedSince(_ words: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1304", "paragraph was changed here and in the document, which says '\(words.shortened)'",
      at: position, hint: "take over by hand what the document says, and make a new document")
  }

  static func missingSince(_ count: Int, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1304",
      "the document lacks paragraphs (\(count)), and the chapter was changed since it was made",
      at: position, hint: "delete by hand what shall be deleted, and make a new document")
  }

  static func noChapter(_ title: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1304", "chapter '\(title)' is not in the document; it stays as it is", at: position,
      hint: "delete the file if the chapter shall go")
  }

  static func figureChanged(_ words: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1305", "the document changes an inserted figure to '\(words.shortened)'", at: position,
      hint: "the figure comes from the data; correct the data, or assert the words: [words]{= …}")
  }

  static func referenceChanged(_ words: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1305", "the document changes the words of a reference to '\(words.shortened)'", at: position,
      hint: "the words follow from what it leads to; change the name in {#…}")
  }

  static func bindingGone(_ brace: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1306", "the paragraph of the document has no place bound to \(brace) any more", at: position,
      hint: "put it back if the text still says so")
  }

  static func unknownBinding(_ words: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1306", "the document has a figure or note that no chapter has, in '\(words.shortened)'",
      at: position, hint: "take the paragraph over by hand")
  }

  static func madeChanged(_ words: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1307", "the document changes what the program writes to '\(words.shortened)'", at: position,
      hint: "change the data or the directive that it is made from")
  }

  static func object(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1308", "the document has \(name), which was not taken over", at: position,
      hint: "put pictures into narrative/images/ and show them with ![words](images/…)")
  }

  static func outside(_ words: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1308", "the document has text outside of chapters: '\(words.shortened)'", at: position,
      hint: "write it into a chapter or into narrative/report.yaml")
  }

  static func exhibitGone(at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1309", "the document has this chart, table or picture no more; it stays", at: position,
      hint: "delete it here if it shall go")
  }

  static func partGone(_ name: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1309", "the document has \(name) no more; it stays", at: position,
      hint: "delete it here if it shall go")
  }

  static func notFollowed(_ what: String, _ words: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1310", "\(what) was not taken over: '\(words.shortened)'", at: position,
      hint: "make the change here by hand")
  }

  static func comment(_ author: String, _ text: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1311", "comment by \(author): '\(text.shortened)'", at: position,
      hint: "answer it; comments are not kept in texts")
  }
}

extension String {
  /// As much as fits into a message.
  var shortened: String {
    let text = withSingleBlanks.trimmedOfBlanks
    return text.unicodeScalars.count > 160 ? String(text.prefix(160)) + "…" : text
  }
}
