/// A chart, table or picture of a text, with its caption and source.
package struct Exhibit: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// The values of a target over time, with its projection.
    case targetChart(Located<Target.ID>)
    /// Lines over time, one for each area.
    case seriesChart(SeriesSelection)
    /// All targets by status, or those of a goal.
    case statuses(goal: Located<Goal.ID>?)
    /// Status, road and answer of a target.
    case target(Located<Target.ID>)
    case seriesTable(SeriesSelection)
    case registerTable(RegisterSelection)
    /// As the author wrote it.
    case table(TextTable)
    /// - Parameters:
    ///   - file: relative to the workspace.
    ///   - alternative: for those who do not see it; empty is a finding.
    case picture(file: String, alternative: String)
  }

  /// Which values a chart or table shows.
  package struct SeriesSelection: Hashable, Sendable {
    package let indicator: Located<Indicator.ID>
    /// Empty: those that the indicator's page would show first.
    package let areas: [Located<Area.ID>]
    package let codes: [DimensionCode]
    /// nil: from the first value, to the last.
    package let from: TimePeriod?
    package let to: TimePeriod?

    package init(
      indicator: Located<Indicator.ID>, areas: [Located<Area.ID>], codes: [DimensionCode], from: TimePeriod?,
      to: TimePeriod?
    ) {
      self.indicator = indicator
      self.areas = areas
      self.codes = codes
      self.from = from
      self.to = to
    }
  }

  /// Which records and fields of a register a table shows.
  package struct RegisterSelection: Hashable, Sendable {
    package let register: Located<Register.ID>
    /// Ids of fields; empty: all.
    package let columns: [Located<String>]
    /// Records for which it does not hold are left out.
    package let condition: Formula?

    package init(register: Located<Register.ID>, columns: [Located<String>], condition: Formula?) {
      self.register = register
      self.columns = columns
      self.condition = condition
    }
  }

  package let content: Content
  /// What the author names it for references.
  package let id: String?
  package let caption: [TextSpan]
  /// Without the word for source.
  package let source: [TextSpan]
  /// Instead of the description that a chart makes of itself.
  package let alternative: String?

  package init(_ content: Content, id: String?, caption: [TextSpan], source: [TextSpan], alternative: String?) {
    self.content = content
    self.id = id
    self.caption = caption
    self.source = source
    self.alternative = alternative
  }
}

/// A table as the author wrote it.
package struct TextTable: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable { case none, left, centre, right }

  package let alignments: [Alignment]
  package let head: [[TextSpan]]
  /// Each as long as the head.
  package let rows: [[[TextSpan]]]

  package init(alignments: [Alignment], head: [[TextSpan]], rows: [[[TextSpan]]]) {
    self.alignments = alignments
    self.head = head
    self.rows = rows
  }
}
