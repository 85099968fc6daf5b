/// A part of a manuscript that stands by itself.
package enum ManuscriptBlock: Hashable, Sendable {
  case heading(ManuscriptHeading)
  case paragraph(ManuscriptParagraph)
  case list(ManuscriptList)
  case quotation([ManuscriptBlock])
  case code(String)
  case rule
  case box(ManuscriptBox)
  case table(ManuscriptTable)
  case drawing(ManuscriptDrawing)
  case picture(ManuscriptPicture)
  case statuses(StatusWall)
  case target(TargetSummary)
}

/// A heading within a chapter.
package struct ManuscriptHeading: Hashable, Sendable {
  /// 2 and deeper; the chapter's title is 1.
  package let level: Int
  /// `3.1`; nil in forewords.
  package let number: String?
  package let text: [ManuscriptRun]
  /// Unique in the report.
  package let anchor: String

  package init(level: Int, number: String?, text: [ManuscriptRun], anchor: String) {
    self.level = level
    self.number = number
    self.text = text
    self.anchor = anchor
  }
}

/// A paragraph with its number in the report.
package struct ManuscriptParagraph: Hashable, Sendable {
  /// nil for those in lists, boxes, quotations and forewords.
  package let number: Int?
  /// Unique in the report; nil without a number.
  package let anchor: String?
  package let text: [ManuscriptRun]

  package init(number: Int?, anchor: String?, text: [ManuscriptRun]) {
    self.number = number
    self.anchor = anchor
    self.text = text
  }
}

/// A list of a manuscript.
package struct ManuscriptList: Hashable, Sendable {
  /// The number of the first item; nil: without numbers.
  package let start: Int?
  package let isTight: Bool
  package let items: [[ManuscriptBlock]]

  package init(start: Int?, isTight: Bool, items: [[ManuscriptBlock]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}
