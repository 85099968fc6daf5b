import MilepostModel

/// The numbers, anchors and names of a report in one language: what stands where, before anything is set.
struct ReportOutline: Sendable {
  /// What a block is called and where it is found.
  enum Mark: Hashable, Sendable {
    case none
    case paragraph(number: Int, anchor: String)
    /// - Parameter number: nil where headings are not numbered.
    case heading(depth: Int, number: String?, anchor: String)
    /// - Parameter number: nil for exhibits that nothing names.
    case exhibit(ExhibitKind, number: Int?, anchor: String)
  }

  enum ExhibitKind: Hashable, Sendable { case table, figure, box }

  struct Entry: Sendable {
    let published: PublishedReport.PublishedChapter
    /// Among chapters or annexes; nil for forewords.
    let number: Int?
    /// Below `report/`.
    let address: String
    /// Of every block in the order of the text, those within others after them.
    let marks: [Mark]
    /// Notes and bindings in the chapters before it.
    let footnotesBefore: Int
    let bindingsBefore: Int

    var chapter: Chapter { published.chapter }
  }

  /// What a name stands for.
  enum Named: Hashable, Sendable {
    case chapter(kind: Chapter.Kind, number: Int?)
    case section(number: String?, annex: Int?, [TextSpan])
    case exhibit(ExhibitKind, number: Int)
  }

  /// What a name of the report leads to.
  struct Place: Sendable {
    let named: Named
    let chapter: String
    let anchor: String?
    /// Whether it stands in a chapter that is there in the original language only.
    let isUntranslated: Bool
  }

  let entries: [Entry]
  let annexCount: Int
  /// By the names that authors gave, and by chapters.
  let places: [String: Place]
  /// The numbers of notes by expression.
  let notes: [String: Int]

  /// - Parameters:
  ///   - chapters: of the language.
  ///   - original: those of the original language; all languages number their parts as it does, also where they lack some.
  init(
    _ chapters: [PublishedReport.PublishedChapter], original: [PublishedReport.PublishedChapter] = []
  ) {
    var numbering = ReportNumbering(chapters.map(\.chapter))
    let known = Set(original.map(\.chapter.id))
    var entries: [Entry] = []
    var notes: [String: Int] = [:]
    let sequence =
      original.map { source in chapters.first { $0.chapter.id == source.chapter.id } ?? source }
      + chapters.filter { !known.contains($0.chapter.id) }
    for published in sequence {
      let chapter = published.chapter
      guard chapters.contains(where: { $0.chapter.id == chapter.id }) else {
        numbering.pass(chapter)
        continue
      }
      let (footnotes, bindings) = (numbering.footnotes, numbering.bindings)
      let number = numbering.begin(chapter)
      let marks = numbering.marks(of: chapter)
      entries.append(
        Entry(
          published: published, number: number, address: chapter.id.text.slug, marks: marks,
          footnotesBefore: footnotes, bindingsBefore: bindings))
      for (binding, value) in zip(chapter.bindings, published.values) where value != nil {
        guard let text = binding.figure?.text, notes[text] == nil else { continue }
        notes[text] = notes.count + 1
      }
    }
    self.entries = entries
    self.notes = notes
    places = numbering.places
    annexCount = numbering.annexes
  }

  func entry(_ address: String) -> Entry? { entries.first { $0.address == address } }
}

/// Counts through a report.
private struct ReportNumbering {
  private(set) var annexes = 0
  private(set) var footnotes = 0
  private(set) var bindings = 0
  private(set) var places: [String: ReportOutline.Place] = [:]
  private var chapters = 0
  private var paragraphs = 0
  private var exhibits: [ReportOutline.ExhibitKind: Int] = [:]
  private var unnamed = 0
  /// Numbers of the headings that are open, from the second level on.
  private var sections: [Int] = []
  private var chapter: (address: String, kind: Chapter.Kind, number: Int?) = ("", .foreword, nil)
  private var isUntranslated = false
  private var written: Set<String>

  init(_ chapters: [Chapter]) {
    // What pages have beside the text.
    written = ["content"]
    for chapter in chapters { written.formUnion(chapter.blocks.flatMap(\.names)) }
  }

  /// Counts the parts of a chapter that is not there in the language.
  mutating func pass(_ chapter: Chapter) {
    let before = (footnotes, bindings)
    isUntranslated = true
    _ = begin(chapter)
    _ = marks(of: chapter)
    isUntranslated = false
    (footnotes, bindings) = before
  }

  /// - Returns: the number of the chapter.
  mutating func begin(_ chapter: Chapter) -> Int? {
    sections = []
    unnamed = 0
    var number: Int?
    switch chapter.kind {
    case .foreword: break
    case .chapter:
      chapters += 1
      number = chapters
    case .annex:
      annexes += 1
      number = annexes
    }
    let address = chapter.id.text.slug
    self.chapter = (address, chapter.kind, number)
    places[chapter.id.text] = ReportOutline.Place(
      named: .chapter(kind: chapter.kind, number: number), chapter: address, anchor: nil,
      isUntranslated: isUntranslated)
    return number
  }

  mutating func marks(of chapter: Chapter) -> [ReportOutline.Mark] {
    var marks: [ReportOutline.Mark] = []
    for block in chapter.blocks { add(block, isTop: true, to: &marks) }
    for footnote in chapter.footnotes { for block in footnote.blocks { add(block, isTop: false, to: &marks) } }
    footnotes += chapter.footnotes.count
    bindings += chapter.bindings.count
    return marks
  }

  private mutating func add(_ block: TextBlock, isTop: Bool, to marks: inout [ReportOutline.Mark]) {
    var inner: [TextBlock] = []
    switch block.content {
    case .heading(let level, let id, let text): marks.append(heading(level, id, text, isTop: isTop))
    case .paragraph: marks.append(paragraph(isTop: isTop))
    case .list(let list):
      marks.append(.none)
      inner = list.items.flatMap(\.self)
    case .quotation(let blocks):
      marks.append(.none)
      inner = blocks
    case .code, .rule: marks.append(.none)
    case .box(let id, _, let blocks):
      marks.append(exhibit(.box, id, isNumbered: true))
      inner = blocks
    case .exhibit(let shown): marks.append(exhibit(shown.kind, shown.id, isNumbered: shown.isNumbered))
    }
    for block in inner { add(block, isTop: false, to: &marks) }
  }

  private mutating func paragraph(isTop: Bool) -> ReportOutline.Mark {
    guard isTop, chapter.kind != .foreword else { return .none }
    paragraphs += 1
    return .paragraph(number: paragraphs, anchor: free("p\(paragraphs)"))
  }

  /// A level that skips one counts as the next.
  private mutating func heading(
    _ level: Int, _ id: String?, _ text: [TextSpan], isTop: Bool
  ) -> ReportOutline.Mark {
    unnamed += 1
    guard isTop else { return .heading(depth: sections.count + 2, number: nil, anchor: anchor(id, unnamedAnchor)) }
    let depth = max(1, min(level - 1, sections.count + 1))
    sections = Array(sections.prefix(depth))
    if sections.count < depth { sections.append(1) } else { sections[depth - 1] += 1 }
    let number = chapter.number.map { ([$0] + sections).map(String.init).joined(separator: ".") }
    let annex = chapter.kind == .annex ? chapter.number : nil
    let made = number.map { (annex == nil ? "s" : "annex") + $0 } ?? unnamedAnchor
    let anchor = anchor(id, made)
    if let id {
      places[id] = ReportOutline.Place(
        named: .section(number: number, annex: annex, text), chapter: chapter.address, anchor: anchor,
        isUntranslated: isUntranslated)
    }
    return .heading(depth: depth, number: number, anchor: anchor)
  }

  private mutating func exhibit(
    _ kind: ReportOutline.ExhibitKind, _ id: String?, isNumbered: Bool
  ) -> ReportOutline.Mark {
    guard isNumbered else {
      unnamed += 1
      return .exhibit(kind, number: nil, anchor: free(unnamedAnchor))
    }
    let number = exhibits[kind, default: 0] + 1
    exhibits[kind] = number
    let anchor = anchor(id, "\(kind.word)-\(number)")
    if let id {
      places[id] = ReportOutline.Place(
        named: .exhibit(kind, number: number), chapter: chapter.address, anchor: anchor, isUntranslated: isUntranslated)
    }
    return .exhibit(kind, number: number, anchor: anchor)
  }

  private var unnamedAnchor: String { "\(chapter.address)-\(unnamed)" }

  private func anchor(_ id: String?, _ made: String) -> String {
    id.map { $0 == "content" ? "\($0)_" : $0 } ?? free(made)
  }

  /// Names of authors have no underscore.
  private func free(_ anchor: String) -> String { written.contains(anchor) ? anchor + "_" : anchor }
}

extension ReportOutline.ExhibitKind {
  fileprivate var word: String {
    switch self {
    case .table: "table"
    case .figure: "figure"
    case .box: "box"
    }
  }
}

extension TextBlock {
  /// The names that authors gave to it and to what it holds.
  fileprivate var names: [String] {
    switch content {
    case .heading(_, let id, _): [id].compactMap(\.self)
    case .box(let id, _, let blocks): [id].compactMap(\.self) + blocks.flatMap(\.names)
    case .exhibit(let exhibit): [exhibit.id].compactMap(\.self)
    case .list(let list): list.items.flatMap { $0.flatMap(\.names) }
    case .quotation(let blocks): blocks.flatMap(\.names)
    case .paragraph, .code, .rule: []
    }
  }
}

extension Exhibit {
  var kind: ReportOutline.ExhibitKind {
    switch content {
    case .seriesTable, .registerTable, .table: .table
    case .targetChart, .seriesChart, .statuses, .target, .picture: .figure
    }
  }

  /// Walls and targets in short are numbered where something stands under them or names them.
  var isNumbered: Bool {
    switch content {
    case .statuses, .target: id != nil || !caption.isEmpty
    case .targetChart, .seriesChart, .seriesTable, .registerTable, .table, .picture: true
    }
  }
}
