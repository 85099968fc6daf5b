import MilepostModel

@testable import MilepostReport

/// A report on the invented archipelago that has everything a text can have.
enum IslesReport {
  static let position = SourcePosition(file: "narrative/en/1-progress.md", line: 1, column: 1)
  static let french = LanguageTag("fr")
  static let languages = ["en", "fr", "ar", "zh", "ru", "es"].map { LanguageTag($0) }

  static func block(_ content: TextBlock.Content) -> TextBlock { TextBlock(content, at: position) }
  static func paragraph(_ spans: TextSpan...) -> TextBlock { block(.paragraph(spans)) }
  static func named(_ name: String) -> TextSpan { .reference(Located(name, at: position)) }

  static func figure(_ text: String, _ format: Figure.Format? = nil) -> Figure {
    Figure(text: text, root: Expression(.name("WORLD"), at: position), format: format)
  }

  static func binding(_ content: Binding.Content, _ words: String) -> Binding {
    Binding(content, words: words, at: position)
  }

  static let online = FigureInput.observation(
    SeriesKey(IslesRelease.online, IslesRelease.world),
    Estimate(
      TimePeriod(year: 2023), .figure(48.25), status: .provisional, coverage: nil, provenance: IslesRelease.computed))

  static let visits = FigureInput.observation(
    SeriesKey(IslesRelease.visits, IslesRelease.world),
    Estimate(
      TimePeriod(year: 2023), .figure(48.25), status: .reported, coverage: nil, provenance: IslesRelease.provenance))

  /// The bindings of the chapter on progress, with what they come to.
  static let bindings: [(Binding, BoundValue?)] = [
    (
      binding(.inserted(figure("latest(online-people(WORLD)) : 0.1 %", .init(exponent: -1, hasPercentSign: true))), ""),
      BoundValue(.number(48.25), unit: .percent, decimals: 1, inputs: [online])
    ),
    (
      binding(
        .asserted(
          StatedNumber("48 thousand", 48_000, bounds: 47_500...48_500), figure("harbour-visits(WORLD, 2023)")),
        "48 thousand"),
      BoundValue(
        .number(48.25), unit: UnitOfMeasure("visits", multiplier: 3), decimals: 1, inputs: [visits])
    ),
    (
      binding(.claim(figure("online-people(WORLD) rises over 2018..2023")), "keeps growing"),
      BoundValue(.truth(true), unit: nil, decimals: 0, inputs: [online])
    ),
    (
      binding(.claim(figure("count(targets, off-track) = 1")), ""),
      BoundValue(.truth(true), unit: nil, decimals: 0, inputs: [.elements(.targets)])
    ),
    (binding(.literal(reason: "Counted by hand at the opening"), "155"), nil),
    (
      binding(.inserted(figure("status(1.1)")), ""),
      BoundValue(.status(.atRisk), unit: nil, decimals: 0, inputs: [.target(.init("1.1"))])
    ),
    (
      binding(.inserted(figure("latest(online-people(WORLD)) : 0.1 %", .init(exponent: -1, hasPercentSign: true))), ""),
      BoundValue(.number(48.25), unit: .percent, decimals: 1, inputs: [online])
    ),
  ]

  static func exhibit(
    _ content: Exhibit.Content, id: String? = nil, _ caption: [TextSpan] = [], source: [TextSpan] = []
  ) -> TextBlock {
    block(.exhibit(Exhibit(content, id: id, caption: caption, source: source, alternative: nil)))
  }

  static func located<Value>(_ value: Value) -> Located<Value> { Located(value, at: position) }

  static let selection = Exhibit.SeriesSelection(
    indicator: located(IslesRelease.online), areas: [IslesRelease.world, IslesRelease.outer].map(located), codes: [],
    from: TimePeriod(year: 2020), to: nil)

  static let progress: [TextBlock] = [
    paragraph(
      .text("Of all islanders "), .bound(0, []), .text(" are online, and ships called "),
      .bound(1, [.text("48 thousand")]), .text(" times. Use "), .bound(2, [.strong([.text("keeps growing")])]),
      .text(".")),
    block(.heading(level: 2, id: "cables", [.text("Cables and "), .emphasis([.text("ferries")])])),
    paragraph(
      .text("See "), named("cables"), .text(", "), named("reach"), .text(", "), named("ledger"), .text(", "),
      named("box-of-tides"), .text(", "), named("2.1"), .text(" and "), named("method"), .text(". "),
      named("outlook"), .text(" goes on."), .footnote(0)),
    block(
      .list(
        TextList(
          start: nil, isTight: true,
          items: [
            [paragraph(.text("The northern cable was laid."))],
            [
              paragraph(.text("Two ferries were repaired:")),
              block(
                .list(
                  TextList(start: 3, isTight: true, items: [[paragraph(.text("Gull"))], [paragraph(.text("Tern"))]]))),
            ],
          ]))),
    block(.heading(level: 3, id: nil, [.text("What is still open")])),
    paragraph(
      .text("One target is off track."), .bound(3, []), .text(" Target 1.1 is "), .bound(5, []),
      .text("; the opening drew "), .bound(4, [.text("155")]), .text(" guests."), .lineBreak,
      .link(destination: "https://example.org/tides", [.text("Tide tables")]), .text(" use "), .code("UTC"),
      .text(".")),
    block(.quotation([paragraph(.text("The sea parts nobody who can write."))])),
    exhibit(.seriesChart(selection), id: "reach"),
    exhibit(.targetChart(located(Target.ID("1.1"))), [.text("The first target, at "), .bound(6, [])]),
    exhibit(.statuses(goal: nil)),
    exhibit(.target(located(Target.ID("1.2")))),
    exhibit(.seriesTable(selection), source: [.text("Tide Office, "), .emphasis([.text("Yearbook")])]),
    exhibit(
      .table(
        TextTable(
          alignments: [.none, .right],
          head: [[], [.text("persons")]],
          rows: [[[.text("participants")], [.text("3,420")]], [[.text("speakers")], [.text("61")]]])),
      id: "ledger", [.text("Who came")], source: [.text("Harbour master")]),
    block(
      .box(
        id: "box-of-tides", title: [.text("How tides are counted")],
        [paragraph(.text("Twice a day, by hand.")), block(.code("high, low\nlow, high"))])),
    exhibit(
      .picture(file: "narrative/images/pier.png", alternative: "A pier at low tide"), [.text("The pier")]),
    exhibit(
      .table(
        TextTable(
          alignments: [.left] + (1...11).map { _ in .right },
          head: [[.text("island")]] + (1...11).map { [.text("gauge \($0)")] },
          rows: (1...12).map { row in [[.text("Island \(row)")]] + (1...11).map { [.text("\(row * $0) m")] } })),
      [.text("Readings of all gauges")]),
    block(.rule),
    paragraph(.text("The end.")),
  ]

  static func chapter(
    _ id: String, in language: LanguageTag = IslesRelease.english, _ title: String, _ kind: Chapter.Kind = .chapter,
    order: Int, _ blocks: [TextBlock], footnotes: [Chapter.Footnote] = [], bindings: [Binding] = []
  ) -> Chapter {
    Chapter(
      id: .init(id), language: language, title: title, kind: kind, order: order, owner: "Tide Office", wordLimit: nil,
      blocks: blocks, footnotes: footnotes, bindings: bindings, numerals: [], wordCount: 100, file: position.file)
  }

  static let chapters: [PublishedReport.PublishedChapter] =
    [
      .init(
        chapter(
          "foreword", "Foreword", .foreword, order: 1,
          [block(.heading(level: 2, id: nil, [.text("To the reader")])), paragraph(.text("This report is invented."))]),
        values: []),
      .init(
        chapter(
          "progress", "Progress on the isles", order: 1, progress,
          footnotes: [.init(blocks: [paragraph(.text("By the summer count."))])], bindings: bindings.map(\.0)),
        values: bindings.map(\.1)),
      .init(chapter("outlook", "Outlook", order: 2, [paragraph(.text("More of the same."))]), values: []),
      .init(
        chapter(
          "method", "How it was counted", .annex, order: 1,
          [
            block(.heading(level: 2, id: nil, [.text("Counting")])), paragraph(.text("By hand."), .footnote(0)),
          ], footnotes: [.init(blocks: [paragraph(.text("Twice."))])]), values: []),
    ] + translated

  static let translated: [PublishedReport.PublishedChapter] = [
    ("fr", "Progrès dans les îles"), ("ar", "التقدم في الجزر"), ("zh", "群岛的进展"),
  ].map { tag, title in
    .init(
      chapter(
        "progress", in: LanguageTag(tag), title, order: 1, progress,
        footnotes: [.init(blocks: [paragraph(.text("…"))])], bindings: bindings.map(\.0)), values: bindings.map(\.1))
  }

  static let document = ReportDocument(
    edition: .init("I24/1"), symbol: "I24/1", agendaItem: "3.1", date: IslesRelease.date("2024-07-01"),
    originalLanguage: IslesRelease.english, title: IslesRelease.text("Report on the plan of the isles"),
    author: IslesRelease.text("Report by the Harbour Master"),
    summary: IslesRelease.text("What was done, and what was not."),
    actionRequired: IslesRelease.text("The assembly is invited to note the report."),
    references: IslesRelease.text("Resolution 7"), wordLimit: nil, covers: [], terms: [])

  static let release = IslesRelease.release.with(report: PublishedReport(document: document, chapters: chapters))
}
