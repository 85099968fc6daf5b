import MilepostLanguage
import MilepostModel

/// Sets the text of one chapter: every reference, number and figure in words.
struct ChapterComposition {
  let context: SiteContext
  /// nil where only headings are asked for, in which references say their names.
  let outline: ReportOutline?
  let entry: ReportOutline.Entry
  /// The charts that the chapter shows, by their anchors.
  private(set) var charts: [String: ReportChart] = [:]
  private var next = 0

  var phrases: Phrases { context.phrases }

  init(_ context: SiteContext, outline: ReportOutline?, _ entry: ReportOutline.Entry) {
    self.context = context
    self.outline = outline
    self.entry = entry
  }

  /// The blocks of the chapter, then the notes at its foot; to be asked for once.
  mutating func compose() -> (blocks: [ManuscriptBlock], footnotes: [ManuscriptFootnote]) {
    let blocks = entry.chapter.blocks.map { block($0) }
    let footnotes = entry.chapter.footnotes.enumerated().map { place, footnote in
      let number = entry.footnotesBefore + place + 1
      return ManuscriptFootnote(
        number: number, chapter: entry.address, anchor: "footnote-\(number)", blocks: footnote.blocks.map { block($0) })
    }
    return (blocks, footnotes)
  }

  /// The headings of its sections.
  var headings: [ManuscriptHeading] {
    zip(entry.chapter.blocks.allBlocks, entry.marks).compactMap { block, mark in
      guard case .heading(_, _, let spans) = block.content, case .heading = mark,
        case .heading(let heading) = self.heading(mark, spans), heading.level <= 3
      else { return nil }
      return heading
    }
  }

  private mutating func block(_ block: TextBlock) -> ManuscriptBlock {
    let mark = entry.marks[next]
    next += 1
    switch block.content {
    case .heading(_, _, let spans): return heading(mark, spans)
    case .paragraph(let spans): return paragraph(mark, spans)
    case .list(let list):
      let items = list.items.map { item in item.map { self.block($0) } }
      return .list(ManuscriptList(start: list.start, isTight: list.isTight, items: items))
    case .quotation(let blocks): return .quotation(blocks.map { self.block($0) })
    case .code(let text): return .code(text)
    case .rule: return .rule
    case .box(_, let title, let blocks):
      let caption = caption(mark, text: runs(title), source: [])
      return .box(ManuscriptBox(anchor: mark.anchor, caption: caption, blocks: blocks.map { self.block($0) }))
    case .exhibit(let exhibit): return self.exhibit(exhibit, mark)
    }
  }

  private func heading(_ mark: ReportOutline.Mark, _ spans: [TextSpan]) -> ManuscriptBlock {
    guard case .heading(let depth, let number, let anchor) = mark else {
      preconditionFailure("marks follow the blocks of their chapter")
    }
    return .heading(ManuscriptHeading(level: min(depth + 1, 6), number: number, text: runs(spans), anchor: anchor))
  }

  private func paragraph(_ mark: ReportOutline.Mark, _ spans: [TextSpan]) -> ManuscriptBlock {
    guard case .paragraph(let number, let anchor) = mark else {
      return .paragraph(ManuscriptParagraph(number: nil, anchor: nil, text: runs(spans)))
    }
    return .paragraph(ManuscriptParagraph(number: number, anchor: anchor, text: runs(spans)))
  }

  func caption(_ mark: ReportOutline.Mark, text: [ManuscriptRun], source: [ManuscriptRun]) -> ManuscriptCaption {
    guard case .exhibit(let kind, let number?, _) = mark else {
      return ManuscriptCaption(label: nil, separator: phrases(.captionStop), text: text, source: source)
    }
    let phrase: ReportPhrase =
      switch kind {
      case .table: .tableNumber
      case .figure: .figureNumber
      case .box: .boxNumber
      }
    return ManuscriptCaption(
      label: phrases(phrase, ["number": String(number)]), separator: phrases(.captionStop), text: text, source: source)
  }

  private mutating func exhibit(_ exhibit: Exhibit, _ mark: ReportOutline.Mark) -> ManuscriptBlock {
    let written = runs(exhibit.caption)
    let source = exhibit.source.isEmpty ? [] : [.text(phrases(.sourceWord))] + runs(exhibit.source)
    switch exhibit.content {
    case .targetChart, .seriesChart:
      guard let chart = context.chart(exhibit) else { return .table(table(exhibit, mark, written, source)) }
      charts[mark.anchor] = chart
      let shown = caption(
        mark, text: written.isEmpty ? ManuscriptRun.runs(chart.title) : written,
        source: source.isEmpty ? ManuscriptRun.runs(chart.sources.joined(separator: " ")) : source)
      return .drawing(context.drawing(chart, mark.anchor, shown, alternative: exhibit.alternative))
    case .statuses(let goal): return .statuses(context.wall(goal?.value, mark, written, self, source))
    case .target(let id):
      guard let target = context.assessed(id.value) else { return .rule }
      return .target(context.summary(target, mark.anchor, caption(mark, text: written, source: source)))
    case .picture(let file, let alternative):
      return .picture(
        ManuscriptPicture(
          anchor: mark.anchor, caption: caption(mark, text: written, source: source), file: file,
          alternative: exhibit.alternative ?? alternative))
    case .seriesTable, .registerTable, .table: return .table(table(exhibit, mark, written, source))
    }
  }

  private func table(
    _ exhibit: Exhibit, _ mark: ReportOutline.Mark, _ caption: [ManuscriptRun], _ source: [ManuscriptRun]
  ) -> ManuscriptTable {
    let cells: TableCells
    if case .table(let written) = exhibit.content {
      cells = self.cells(written)
    } else {
      cells = context.cells(exhibit)
    }
    let shown = self.caption(
      mark, text: caption.isEmpty ? cells.title : caption, source: source.isEmpty ? cells.source : source)
    return ManuscriptTable(
      anchor: mark.anchor, caption: shown, alignments: cells.alignments, head: cells.head, rows: cells.rows,
      hasRowHeads: cells.hasRowHeads)
  }

  /// A table as its author wrote it; its first column names the rows where every row has a name.
  private func cells(_ table: TextTable) -> TableCells {
    TableCells(
      title: [], source: [],
      alignments: table.alignments.map { alignment in
        switch alignment {
        case .none, .left: .start
        case .centre: .centre
        case .right: .end
        }
      },
      head: table.head.map(runs), rows: table.rows.map { $0.map(runs) },
      hasRowHeads: table.head.count > 1 && table.rows.allSatisfy { $0.first?.isEmpty == false })
  }
}

extension ChapterComposition {
  func runs(_ spans: [TextSpan]) -> [ManuscriptRun] { runs(spans, behind: "") }

  /// - Parameter text: what stands before them in the paragraph; a reference that begins a sentence has a capital.
  private func runs(_ spans: [TextSpan], behind text: String) -> [ManuscriptRun] {
    var behind = text
    return spans.map { span in
      let run = run(span, behind: behind)
      behind += [run].plainText
      return run
    }
  }

  private func run(_ span: TextSpan, behind text: String) -> ManuscriptRun {
    switch span {
    case .text(let text): .text(text)
    case .emphasis(let inner): .emphasis(runs(inner, behind: text))
    case .strong(let inner): .strong(runs(inner, behind: text))
    case .code(let text): .code(text)
    case .link(let destination, let inner): .link(.address(destination), runs(inner))
    case .lineBreak: .lineBreak
    case .footnote(let place): .footnote(entry.footnotesBefore + place + 1)
    case .reference(let name):
      SentenceConventions.begins(behind: text) ? reference(name.value).capitalised : reference(name.value)
    case .bound(let place, let words): .figure(figure(place, words))
    }
  }

  private func figure(_ place: Int, _ words: [TextSpan]) -> FigureRun {
    let binding = entry.chapter.bindings[place]
    let value = entry.published.values[place]
    let kind: FigureRun.Kind
    var text = runs(words)
    switch binding.content {
    case .inserted(let figure):
      kind = .inserted
      text = value.map { ManuscriptRun.runs(phrases.printed($0, figure.format, in: context.release)) } ?? text
    case .asserted: kind = .asserted
    case .claim: kind = .claim
    case .literal: kind = .literal
    }
    let note = value == nil ? nil : binding.figure.flatMap { outline?.notes[$0.text] }
    return FigureRun(
      kind: kind, text: text, note: note, chapter: entry.address, binding: place,
      anchor: "f\(entry.bindingsBefore + place + 1)")
  }

  /// What a name stands for: a place of the report, an element of the plan, a record.
  private func reference(_ name: String) -> ManuscriptRun {
    if let place = outline?.places[name] {
      // The page of a chapter that is not translated says where it can be read.
      if place.isUntranslated {
        return .link(context.manuscriptLink("report/\(place.chapter)"), words(for: place))
      }
      return .link(.within(chapter: place.chapter, anchor: place.anchor), words(for: place))
    }
    guard let (words, page) = context.planReference(name) else { return .text(name) }
    return .link(context.manuscriptLink(page), ManuscriptRun.runs(words))
  }

  private func words(for place: ReportOutline.Place) -> [ManuscriptRun] {
    func number(_ phrase: ReportPhrase, _ number: some CustomStringConvertible) -> [ManuscriptRun] {
      [.text(phrases(phrase, ["number": number.description]).unbroken)]
    }
    switch place.named {
    case .chapter(.annex, let count?): return number(.toAnnex, count)
    case .chapter(_, let count?): return number(.toChapter, count)
    case .chapter(_, nil): return context.chapterTitle(place.chapter)
    case .section(let count?, let annex?, _):
      return [.text(phrases(.toAnnexSection, ["number": count, "annex": String(annex)]))]
    case .section(let count?, nil, _): return number(.toSection, count)
    case .section(nil, _, let title): return [.text(runs(title).plainText)]
    case .exhibit(.table, let count): return number(.toTable, count)
    case .exhibit(.figure, let count): return number(.toFigure, count)
    case .exhibit(.box, let count): return number(.toBox, count)
    }
  }
}

extension ManuscriptRun {
  /// With a capital at its beginning where it is words of ours; names of elements stay as they are.
  fileprivate var capitalised: ManuscriptRun {
    guard case .link(let target, let runs) = self, case .text(let words)? = runs.first else { return self }
    return .link(target, [.text(SentenceConventions.capitalised(words))] + runs.dropFirst())
  }
}

extension SiteContext {
  /// The title of a chapter in the language, or in the original where it is not translated.
  fileprivate func chapterTitle(_ address: String) -> [ManuscriptRun] {
    guard let report = release.report else { return [] }
    func title(_ language: LanguageTag) -> String? {
      report.chapters(in: language).map(\.chapter).first { $0.id.text.slug == address }?.title
    }
    if let own = title(language) { return [.text(own)] }
    let original = report.document.originalLanguage
    return title(original).map { [.foreign(original, isUntranslated: true, [.text($0)])] } ?? []
  }
}

extension ReportOutline.Mark {
  /// Empty for blocks that nothing leads to.
  var anchor: String {
    switch self {
    case .none: ""
    case .paragraph(_, let anchor), .heading(_, _, let anchor), .exhibit(_, _, let anchor): anchor
    }
  }
}

extension [TextBlock] {
  /// Each block before those within it, in the order of the marks.
  fileprivate var allBlocks: [TextBlock] {
    flatMap { block -> [TextBlock] in
      switch block.content {
      case .list(let list): [block] + list.items.flatMap(\.allBlocks)
      case .quotation(let blocks), .box(_, _, let blocks): [block] + blocks.allBlocks
      case .heading, .paragraph, .code, .rule, .exhibit: [block]
      }
    }
  }
}
