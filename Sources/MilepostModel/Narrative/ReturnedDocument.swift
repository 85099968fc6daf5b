/// A report that came back from a word processor.
package struct ReturnedDocument: Hashable, Sendable {
  /// nil where the document does not say.
  package let language: LanguageTag?
  /// In their order, those in cells of tables included; without the contents.
  package let paragraphs: [ReturnedParagraph]
  /// By the places that texts name them by.
  package let footnotes: [[ReturnedParagraph]]
  /// The chapters as they were when the document was made: how many units, and the mark of their marks.
  package let chapters: [TextMark: ChapterSeal]

  package init(
    language: LanguageTag?, paragraphs: [ReturnedParagraph], footnotes: [[ReturnedParagraph]],
    chapters: [TextMark: ChapterSeal]
  ) {
    self.language = language
    self.paragraphs = paragraphs
    self.footnotes = footnotes
    self.chapters = chapters
  }
}

/// Says whether a chapter is what it was.
package struct ChapterSeal: Hashable, Sendable {
  package let count: Int
  package let mark: TextMark

  package init(count: Int, mark: TextMark) {
    self.count = count
    self.mark = mark
  }
}

extension Chapter {
  /// What a document says of the chapter that was made from it now.
  package var seal: ChapterSeal {
    let marks = unitMarks
    return ChapterSeal(count: marks.count, mark: TextMark(of: marks.map(\.description).joined(separator: " ")))
  }
}

/// A unit of a chapter, as a document names it.
package struct UnitAnchor: Hashable, Sendable {
  /// The mark of the chapter's id.
  package let chapter: TextMark
  package let place: Int
  /// Of what it said when the document was made.
  package let mark: TextMark

  package init(chapter: TextMark, place: Int, mark: TextMark) {
    self.chapter = chapter
    self.place = place
    self.mark = mark
  }
}

/// A paragraph of a document that came back.
package struct ReturnedParagraph: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    case body
    /// 1 is the title of a chapter.
    case heading(level: Int)
    case item(isNumbered: Bool, depth: Int)
    case quotation
    case code
  }

  /// Where it stands.
  package enum Holder: Hashable, Sendable {
    case page
    case box
    /// By the place of the table among those of the document.
    case cell(table: Int)
  }

  /// Something that the program wrote, and that is other than it was.
  package enum Fault: Hashable, Sendable {
    /// The words of an inserted figure.
    case figure(TextMark, words: String)
    /// The words of a reference.
    case reference(words: String)
    /// A paragraph, or the number and the word before a caption or source.
    case made(words: String)
    /// A table made from data.
    case table(words: String)
    /// What no text can hold: a picture, an equation.
    case object(String)
    case comment(author: String, text: String)
  }

  /// The units that begin in it, each with its text.
  package var parts: [(anchor: UnitAnchor, text: SpanSkeleton)] { zip(anchors, texts).map { ($0, $1) } }
  package let anchors: [UnitAnchor]
  package let texts: [SpanSkeleton]
  /// What stands before the first anchor, or all of it where there is none.
  package let loose: SpanSkeleton
  /// Whether the program wrote it.
  package let isMade: Bool
  package let style: Style
  package let holder: Holder
  package let faults: [Fault]

  package init(
    anchors: [UnitAnchor], texts: [SpanSkeleton], loose: SpanSkeleton, isMade: Bool, style: Style, holder: Holder,
    faults: [Fault]
  ) {
    self.anchors = anchors
    self.texts = texts
    self.loose = loose
    self.isMade = isMade
    self.style = style
    self.holder = holder
    self.faults = faults
  }
}

extension TextMark {
  /// Of words as they are shown, without marks of direction that nobody sees.
  package init(ofWords text: String) {
    self.init(of: String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{200E}" && $0 != "\u{2060}" })))
  }
}
