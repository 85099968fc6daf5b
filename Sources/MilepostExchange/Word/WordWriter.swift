import MilepostModel

/// The parts of a document while it is written.
struct WordWriter {
  let manuscript: Manuscript
  let language: WordLanguage
  /// By their addresses.
  let texts: [String: Chapter]
  /// PNG pictures of the drawings, by their names.
  let rasters: [String: [UInt8]]

  var body = ""
  var footnotes = ""
  var numbering: WordNumbering
  var chapterCount = WordCount(WordNumbering.headings)
  var annexCount = WordCount(WordNumbering.annexes)
  var paragraphCount = WordCount(WordNumbering.paragraphs)
  var relations: [Relation] = []
  var media: [ZipArchive.Part] = []
  /// Identifiers that are unique in the document.
  var nextBookmark = 1
  var nextControl = 1
  var nextObject = 1
  var nextFigure = 0
  var nextReference = 0
  /// Names of bookmarks that are taken.
  var names: Set<String> = []
  /// The bookmarks of figures, by their anchors.
  var figureNames: [String: String] = [:]
  /// Whether a link was written last: LibreOffice 7.4 mixes up its end with the beginning of a control behind it.
  var endsInLink = false
  var pendingPlace = ""
  /// Whether a section was closed.
  var hasSections = false
  /// Of the chapter that is written.
  var address = ""
  var isAnnex = false
  /// Where the writing stands in the text of a chapter.
  var cursor = UnitCursor()

  struct Relation {
    let id: String
    let type: String
    let target: String
    let isExternal: Bool
  }

  init(_ manuscript: Manuscript, texts: [String: Chapter], rasters: [String: [UInt8]]) {
    self.manuscript = manuscript
    self.texts = texts
    self.rasters = rasters
    language = WordLanguage(manuscript.language, isRightToLeft: manuscript.isRightToLeft)
    // LibreOffice 7.4 lets numbers begin where the line begins, and go on into the margin, in text from the right.
    numbering = WordNumbering(annexForm: manuscript.isRightToLeft ? "" : manuscript.annexForm)
  }

  /// Where a block stands, which decides how it looks.
  struct Setting {
    var depth = 0
    var isInBox = false
    var isQuoted = false
    var isFootnote = false
    /// In twentieths of a point.
    var width = WordPage.textWidth

    /// Where text begins.
    var start: Int { isInBox || isFootnote ? 0 : WordStyles.hang }

    var style: WordStyle.Name {
      if isFootnote { return .footnoteText }
      if isQuoted { return .quotation }
      return isInBox ? .boxText : .body
    }
  }

  /// The list of a heading; none for those without a number.
  mutating func headingNumber(_ number: String?) -> (list: Int, level: Int)? {
    guard let number else { return (0, 0) }
    return isAnnex ? annexCount.place(number, &numbering) : chapterCount.place(number, &numbering)
  }

  mutating func relation(_ type: String, to target: String, isExternal: Bool = false) -> String {
    if let known = relations.first(where: { $0.target == target && $0.isExternal == isExternal }) { return known.id }
    let id = "rId\(relations.count + 1)"
    relations.append(Relation(id: id, type: type, target: target, isExternal: isExternal))
    return id
  }
}

/// A place in the units of a chapter; chapters that the program makes have none.
struct UnitCursor {
  private(set) var chapter = TextMark(of: "")
  private var units: [TextUnit] = []
  private var marks: [TextMark] = []
  private(set) var place = 0
  private(set) var part = 0
  private(set) var bindings: [Binding] = []

  init() {}

  init(_ text: Chapter) {
    chapter = TextMark(of: text.id.text)
    units = text.units
    marks = text.unitMarks
    bindings = text.bindings
  }

  /// Of an annex that the program makes.
  init(address: String) { chapter = TextMark(of: "made \(address)") }

  /// The unit that is written now.
  mutating func next() -> (unit: TextUnit, anchor: WordAnchor)? {
    guard place < units.count, place < marks.count else { return nil }
    defer {
      place += 1
      part = 0
    }
    return (units[place], .unit(chapter: chapter, place: place, mark: marks[place]))
  }

  var upcoming: TextUnit.Kind? { place < units.count ? units[place].kind : nil }

  /// The anchor of a table that the program makes at this place.
  mutating func table(_ words: String) -> WordAnchor {
    defer { part += 1 }
    return .table(chapter: chapter, place: max(place - 1, 0), part: part, mark: TextMark(ofWords: words))
  }

  /// The anchor of the chapter as a whole; nil for those that the program makes.
  var whole: WordAnchor? {
    marks.isEmpty
      ? nil : .chapter(chapter, count: marks.count, mark: TextMark(of: marks.map(\.description).joined(separator: " ")))
  }

  /// Goes on behind a block, whatever was written of it.
  mutating func move(to place: Int) {
    self.place = place
    part = 0
  }

  /// The anchor of something that the program writes at this place.
  mutating func made(_ words: String) -> WordAnchor {
    defer { part += 1 }
    return .made(chapter: chapter, place: max(place - 1, 0), part: part, mark: TextMark(ofWords: words))
  }
}

extension Manuscript {
  /// The number of annexes with `%1` in the place of the number.
  fileprivate var annexForm: String {
    guard let number = chapters.first(where: { $0.kind == .annex })?.number else { return "%1" }
    let digits = number.filter { $0.isNumber }
    guard !digits.isEmpty, let place = number.firstRange(of: digits) else { return number + " %1" }
    return number[..<place.lowerBound] + "%1" + number[place.upperBound...]
  }
}
