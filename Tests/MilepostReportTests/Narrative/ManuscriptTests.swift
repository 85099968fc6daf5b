import MilepostModel
import Testing

@testable import MilepostReport

@Suite struct ManuscriptTests {
  private static let english = manuscript(IslesReport.release, language: IslesRelease.english)

  private func chapter(_ address: String) throws -> ManuscriptChapter {
    let manuscript = try #require(Self.english)
    return try #require(manuscript.chapters.first { $0.address == address })
  }

  @Test func `a language without a chapter has no manuscript`() {
    #expect(manuscript(IslesReport.release, language: LanguageTag("ru")) == nil)
    #expect(manuscript(IslesRelease.release, language: IslesRelease.english) == nil)
  }

  @Test func `chapters and annexes are numbered by themselves, forewords are not`() throws {
    let manuscript = try #require(Self.english)
    #expect(manuscript.chapters.map(\.number) == [nil, "1", "2", "Annex 1", "Annex 2", "Annex 3"])
    #expect(
      manuscript.chapters.map(\.address) == [
        "foreword", "progress", "outlook", "method", "unbound-numbers", "sources",
      ])
  }

  @Test func `headings have the numbers of what they stand in`() throws {
    let headings = try ["foreword", "progress", "method"].map(chapter).flatMap(\.blocks).compactMap { block in
      if case .heading(let heading) = block { heading } else { nil }
    }
    #expect(headings.map(\.number) == [nil, "1.1", "1.1.1", "1.1"])
    #expect(headings.map(\.level) == [2, 2, 3, 2])
    #expect(headings.map(\.anchor) == ["foreword-1", "cables", "s1.1.1", "annex1.1"])
  }

  @Test func `paragraphs are numbered through the report`() throws {
    let numbers = try #require(Self.english).chapters.flatMap(\.blocks).compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.number } else { nil }
    }
    #expect(numbers == Array(1...6))
  }

  @Test func `references say what they lead to`() throws {
    let text = try chapter("progress").blocks.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.text.plainText } else { nil }
    }
    #expect(
      text[1].replacing("\u{A0}", with: " ")
        == "See section 1.1, figure 1, table 2, box 1, target 2.1 and annex 1. Chapter 2 goes on.")
  }

  @Test func `figures are printed by the rules of the language`() throws {
    let first = try #require(try chapter("progress").blocks.first)
    guard case .paragraph(let paragraph) = first else {
      Issue.record("the chapter begins with a paragraph")
      return
    }
    #expect(
      paragraph.text.plainText
        == "Of all islanders 48.3\u{202F}% are online, and ships called 48 thousand times. Use keeps growing.")
    let figures = paragraph.text.compactMap { run in if case .figure(let figure) = run { figure } else { nil } }
    #expect(figures.map(\.kind) == [.inserted, .asserted, .claim])
    #expect(figures.map(\.note) == [1, 2, 3])
    #expect(figures.map(\.anchor) == ["f1", "f2", "f3"])
  }

  @Test func `a note says where a figure comes from, once for each expression`() throws {
    let notes = try #require(Self.english).notes
    #expect(
      notes.map(\.expression) == [
        "latest(online-people(WORLD)) : 0.1 %", "harbour-visits(WORLD, 2023)",
        "online-people(WORLD) rises over 2018..2023", "count(targets, off-track) = 1", "status(1.1)",
      ])
    #expect(notes.map(\.value.plainText)[0] == "48.25\u{202F}%")
    #expect(notes[1].value.plainText == "48.25\u{A0}thousand visits")
    #expect(notes[2].value.plainText == "The condition holds.")
    #expect(notes[0].uses.map(\.anchor) == ["f1", "f7"])
    #expect(notes[0].inputs.map(\.text.plainText) == ["People online, All islands, 2023: 48.25\u{202F}% (provisional)"])
    #expect(notes[0].inputs.map(\.source) == ["Tide Office yearbook, vintage of 1 March 2024"])
  }

  @Test func `numbers without data and sources are listed in annexes`() throws {
    let tables = try ["unbound-numbers", "sources"].map(chapter).flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block { table.rows.map { $0.map(\.plainText) } } else { nil }
    }
    #expect(tables[0] == [["155", "Progress on the isles", "Counted by hand at the opening"]])
    #expect(tables[1] == [["Tide Office yearbook", "Tide Office", "1 March 2024", "Free to use"]])
  }

  @Test func `every anchor is unique`() throws {
    let manuscript = try #require(Self.english)
    let anchors = manuscript.chapters.flatMap(\.blocks).flatMap(\.anchors) + manuscript.notes.map(\.anchor)
    #expect(Set(anchors).count == anchors.count)
    #expect(anchors.count > 20)
  }

  @Test(arguments: ["fr", "ar", "zh"]) func `a language tells which chapters it lacks`(_ tag: String) throws {
    let translated = try #require(manuscript(IslesReport.release, language: LanguageTag(tag)))
    #expect(translated.untranslated.map(\.address) == ["foreword", "outlook", "method"])
  }

  @Test(
    arguments: [
      ("en", "4.1 billion"), ("fr", "4,1 milliards"), ("ru", "4,1 млрд"), ("zh", "41亿"), ("es", "4,1 mil millones"),
      ("ar", "4.1 مليار"),
    ]) func `large numbers have the words of the language`(_ tag: String, _ text: String)
  {
    let phrases = Phrases(LanguageTag(tag))
    let bound = BoundValue(.number(4_119), unit: UnitOfMeasure("persons", multiplier: 6), decimals: 0, inputs: [])
    let format = Figure.Format(exponent: -1, scale: .billion)
    let printed = phrases.printed(bound, format, in: IslesRelease.release)
    #expect(printed.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") == text)
  }

  @Test(
    arguments: [
      (48_250.0, Figure.Format(exponent: 3), "48,000"), (48_500, .init(exponent: 3), "49,000"),
      (2.25, .init(exponent: -1, isSigned: true), "+2.3"), (-2.25, .init(exponent: -1, isSigned: true), "−2.3"),
      (0.01, .init(exponent: -1, isSigned: true), "0.0"),
      (12.5, .init(exponent: 0, hasPercentSign: true), "13\u{202F}%"),
    ]) func `a figure is rounded to its step`(_ value: Double, _ format: Figure.Format, _ text: String)
  {
    let bound = BoundValue(.number(value), unit: nil, decimals: 1, inputs: [])
    #expect(Phrases(IslesRelease.english).printed(bound, format, in: IslesRelease.release) == text)
  }
}

extension ManuscriptBlock {
  /// Of the block and of what it holds, figures included.
  fileprivate var anchors: [String] {
    switch self {
    case .heading(let heading): [heading.anchor] + heading.text.anchors
    case .paragraph(let paragraph): [paragraph.anchor].compactMap(\.self) + paragraph.text.anchors
    case .list(let list): list.items.flatMap { $0.flatMap(\.anchors) }
    case .quotation(let blocks): blocks.flatMap(\.anchors)
    case .code, .rule: []
    case .box(let box): [box.anchor] + box.caption.text.anchors + box.blocks.flatMap(\.anchors)
    case .table(let table): [table.anchor] + table.caption.text.anchors + table.rows.flatMap { $0.flatMap(\.anchors) }
    case .drawing(let drawing): [drawing.anchor] + drawing.caption.text.anchors
    case .picture(let picture): [picture.anchor] + picture.caption.text.anchors
    case .statuses(let wall): [wall.anchor]
    case .target(let summary): [summary.anchor]
    }
  }
}

extension [ManuscriptRun] {
  fileprivate var anchors: [String] {
    flatMap { run -> [String] in
      switch run {
      case .figure(let figure): [figure.anchor] + figure.text.anchors
      case .emphasis(let runs), .strong(let runs), .link(_, let runs), .foreign(_, _, let runs): runs.anchors
      case .text, .code, .lineBreak, .footnote, .removed, .added: []
      }
    }
  }
}
