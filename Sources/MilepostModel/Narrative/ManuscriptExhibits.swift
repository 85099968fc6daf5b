/// What stands under or above an exhibit.
package struct ManuscriptCaption: Hashable, Sendable {
  /// `Table 3`, `Figure 2`; nil for exhibits that are not numbered.
  package let label: String?
  /// What stands between the label and the text, blanks included: `. `
  package let separator: String
  package let text: [ManuscriptRun]
  /// A whole line that begins with the word for source; empty: none.
  package let source: [ManuscriptRun]

  package init(label: String?, separator: String, text: [ManuscriptRun], source: [ManuscriptRun]) {
    self.label = label
    self.separator = separator
    self.text = text
    self.source = source
  }
}

/// Text that stands apart from the rest.
package struct ManuscriptBox: Hashable, Sendable {
  package let anchor: String
  /// The title is its text.
  package let caption: ManuscriptCaption
  package let blocks: [ManuscriptBlock]

  package init(anchor: String, caption: ManuscriptCaption, blocks: [ManuscriptBlock]) {
    self.anchor = anchor
    self.caption = caption
    self.blocks = blocks
  }
}

/// A table of a manuscript, made from data or written.
package struct ManuscriptTable: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable { case start, centre, end }

  package let anchor: String
  package let caption: ManuscriptCaption
  package let alignments: [Alignment]
  package let head: [[ManuscriptRun]]
  /// Each as long as the head; the first cell of a row names it where `hasRowHeads`.
  package let rows: [[[ManuscriptRun]]]
  package let hasRowHeads: Bool

  package init(
    anchor: String, caption: ManuscriptCaption, alignments: [Alignment], head: [[ManuscriptRun]],
    rows: [[[ManuscriptRun]]], hasRowHeads: Bool
  ) {
    self.anchor = anchor
    self.caption = caption
    self.alignments = alignments
    self.head = head
    self.rows = rows
    self.hasRowHeads = hasRowHeads
  }
}

/// A chart.
package struct ManuscriptDrawing: Hashable, Sendable {
  package let anchor: String
  package let caption: ManuscriptCaption
  /// What is measured, with its unit.
  package let measure: [ManuscriptRun]
  /// An SVG document that needs nothing around it.
  package let svg: [UInt8]
  /// In pixels at full width.
  package let width: Double
  package let height: Double
  /// For those who do not see it.
  package let alternative: String
  /// What its marks mean.
  package let key: String
  /// What it shows as a table.
  package let table: ManuscriptTable?

  package init(
    anchor: String, caption: ManuscriptCaption, measure: [ManuscriptRun], svg: [UInt8], width: Double, height: Double,
    alternative: String, key: String, table: ManuscriptTable?
  ) {
    self.anchor = anchor
    self.caption = caption
    self.measure = measure
    self.svg = svg
    self.width = width
    self.height = height
    self.alternative = alternative
    self.key = key
    self.table = table
  }
}

/// A picture of the workspace.
package struct ManuscriptPicture: Hashable, Sendable {
  package let anchor: String
  package let caption: ManuscriptCaption
  /// One of the manuscript's pictures.
  package let file: String
  package let alternative: String

  package init(anchor: String, caption: ManuscriptCaption, file: String, alternative: String) {
    self.anchor = anchor
    self.caption = caption
    self.file = file
    self.alternative = alternative
  }
}

/// A status with the plan's word for it.
package struct ManuscriptStatus: Hashable, Sendable {
  package let status: TargetStatus
  package let word: String
  /// The shape that stands for it as an SVG document, in its colour.
  package let mark: [UInt8]

  package init(_ status: TargetStatus, word: String, mark: [UInt8]) {
    self.status = status
    self.word = word
    self.mark = mark
  }
}

/// Targets by how they stand, those in trouble first.
package struct StatusWall: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package let id: String
    package let title: [ManuscriptRun]
    package let link: ManuscriptLink

    package init(id: String, title: [ManuscriptRun], link: ManuscriptLink) {
      self.id = id
      self.title = title
      self.link = link
    }
  }

  /// The targets of one status; never empty.
  package struct Group: Hashable, Sendable {
    package let status: ManuscriptStatus
    package let items: [Item]

    package init(_ status: ManuscriptStatus, items: [Item]) {
      self.status = status
      self.items = items
    }
  }

  package let anchor: String
  package let caption: ManuscriptCaption
  /// How the targets stand in one sentence.
  package let sentence: String
  package let groups: [Group]

  package init(anchor: String, caption: ManuscriptCaption, sentence: String, groups: [Group]) {
    self.anchor = anchor
    self.caption = caption
    self.sentence = sentence
    self.groups = groups
  }
}

/// A target in short.
package struct TargetSummary: Hashable, Sendable {
  package let anchor: String
  package let caption: ManuscriptCaption
  /// `Target 2.4`
  package let label: String
  package let title: [ManuscriptRun]
  package let link: ManuscriptLink
  package let status: ManuscriptStatus
  /// The value now with its period, or that there is none.
  package let value: String
  /// How it stands, in sentences.
  package let answer: String
  /// The way from baseline to target as an SVG document.
  package let road: [UInt8]
  /// For those who do not see it.
  package let roadDescription: String

  package init(
    anchor: String, caption: ManuscriptCaption, label: String, title: [ManuscriptRun], link: ManuscriptLink,
    status: ManuscriptStatus, value: String, answer: String, road: [UInt8], roadDescription: String
  ) {
    self.anchor = anchor
    self.caption = caption
    self.label = label
    self.title = title
    self.link = link
    self.status = status
    self.value = value
    self.answer = answer
    self.road = road
    self.roadDescription = roadDescription
  }
}
