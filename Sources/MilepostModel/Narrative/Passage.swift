/// A part of a report that is compared as a whole, as it is printed.
package struct Passage: Hashable, Sendable {
  /// What it is, with the number or name that readers know it by.
  package enum Part: Hashable, Sendable {
    /// Of the title block: title, author, summary; nil: without a label.
    case entry(label: String?)
    /// Of a chapter.
    case title
    case heading(number: String?)
    case paragraph(number: Int?)
    /// The title of a box, the caption of a table or drawing, a row, a group of statuses: `Table 3`.
    case exhibit(label: String?)
    case footnote(number: Int)
  }

  package let part: Part
  /// In the report; nil for what nothing leads to.
  package let anchor: String?
  package let text: String
  /// Of a row, with the heads of their columns.
  package let cells: [Cell]

  package struct Cell: Hashable, Sendable {
    package let head: String
    package let text: String

    package init(head: String, text: String) {
      self.head = head
      self.text = text
    }
  }

  package init(_ part: Part, anchor: String?, text: String, cells: [Cell] = []) {
    self.part = part
    self.anchor = anchor
    self.text = text
    self.cells = cells
  }
}

extension Passage.Part {
  /// The word for it in JSON.
  package var name: String {
    switch self {
    case .entry: "entry"
    case .title: "title"
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .exhibit: "exhibit"
    case .footnote: "footnote"
    }
  }

  /// The number or name that readers know it by.
  package var number: String? {
    switch self {
    case .title: nil
    case .entry(let label), .exhibit(let label): label
    case .heading(let number): number
    case .paragraph(let number): number.map(String.init)
    case .footnote(let number): String(number)
    }
  }
}

/// A chapter of a report, or its title block, as the passages that it consists of.
package struct PassageGroup: Hashable, Sendable {
  package enum Name: Hashable, Sendable {
    case titleBlock
    /// - Parameters:
    ///   - address: below `report/`.
    ///   - title: with its number: `3 Progress`.
    case chapter(address: String, title: String)

    /// nil: the title block.
    package var address: String? {
      switch self {
      case .titleBlock: nil
      case .chapter(let address, _): address
      }
    }
  }

  package let name: Name
  package let passages: [Passage]

  package init(_ name: Name, _ passages: [Passage]) {
    self.name = name
    self.passages = passages
  }
}
