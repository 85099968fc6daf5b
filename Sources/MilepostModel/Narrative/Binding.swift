/// A place of a text that is bound to the data.
package struct Binding: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// Prints the value.
    case inserted(Figure)
    /// The words must say what the value is.
    case asserted(StatedNumber, Figure)
    /// The words stand as long as the condition holds.
    case claim(Figure)
    /// A number that no data can give.
    case literal(reason: String)
  }

  package let content: Content
  /// The words that are bound, as plain text; empty for inserted figures.
  package let words: String
  /// Of the words, or of the brace where there are none.
  package let position: SourcePosition

  package init(_ content: Content, words: String, at position: SourcePosition) {
    self.content = content
    self.words = words
    self.position = position
  }

  /// nil for a literal.
  package var figure: Figure? {
    switch content {
    case .inserted(let figure), .asserted(_, let figure), .claim(let figure): figure
    case .literal: nil
    }
  }
}

/// What the expression of a binding comes to in a release.
package struct BoundValue: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case number(Double)
    case truth(Bool)
    case status(TargetStatus)
    case direction(DirectionalStatus)
    case period(TimePeriod)
    /// A code or word of a register.
    case word(String)
  }

  package let value: Value
  /// nil for what has none, and for combined units.
  package let unit: UnitOfMeasure?
  /// Digits after the point in print where the author states no format.
  package let decimals: Int
  /// What it was made from, in the order of the expression, each once.
  package let inputs: [FigureInput]

  package init(_ value: Value, unit: UnitOfMeasure?, decimals: Int, inputs: [FigureInput]) {
    self.value = value
    self.unit = unit
    self.decimals = decimals
    self.inputs = inputs
  }
}

/// Something that a figure was made from.
package enum FigureInput: Hashable, Sendable {
  case observation(SeriesKey, Estimate)
  /// The records of a register, as a vintage has them.
  case register(Register.ID, Vintage)
  /// The plan's own statement or the assessment of a target.
  case target(Target.ID)
  case outcome(Outcome.ID)
  /// The elements of a kind, counted.
  case elements(PlanElementKind)
  case members(Area.ID)
  case survey(Survey.ID, wave: String)
}

/// The kinds of elements that expressions count.
package enum PlanElementKind: String, Hashable, Sendable, CaseIterable {
  case goals, targets, objectives, outcomes, outputs, enablers, indicators
}

/// The report of a release: its text with what each binding comes to.
package struct PublishedReport: Hashable, Sendable {
  package struct PublishedChapter: Hashable, Sendable {
    package let chapter: Chapter
    /// One for each binding of the chapter; nil for literals.
    package let values: [BoundValue?]

    package init(_ chapter: Chapter, values: [BoundValue?]) {
      self.chapter = chapter
      self.values = values
    }
  }

  package let document: ReportDocument
  /// By language in the workspace's order, then by kind and order.
  package let chapters: [PublishedChapter]
  /// Those that the texts show, sorted by file.
  package let pictures: [ReportPicture]
  /// Which records the tables show that have a condition: rows of the register, in order.
  package let rows: [Exhibit.RegisterSelection: [Int]]
  /// nil: it corrects or revises nothing, or that was not kept.
  package private(set) var predecessor: Predecessor?

  package init(
    document: ReportDocument, chapters: [PublishedChapter], pictures: [ReportPicture] = [],
    rows: [Exhibit.RegisterSelection: [Int]] = [:]
  ) {
    self.document = document
    self.chapters = chapters
    self.pictures = pictures
    self.rows = rows
  }

  /// The report with what it corrects or revises.
  package func with(predecessor: Predecessor) -> PublishedReport {
    var report = self
    report.predecessor = predecessor
    return report
  }

  package func chapters(in language: LanguageTag) -> [PublishedChapter] {
    chapters.filter { $0.chapter.language == language }
  }

  /// The languages that have a chapter at least, in the workspace's order.
  package var languages: [LanguageTag] {
    var found: [LanguageTag] = []
    for chapter in chapters where found.last != chapter.chapter.language { found.append(chapter.chapter.language) }
    return found
  }
}
