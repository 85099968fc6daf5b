/// A run of text, ready to be set.
package indirect enum ManuscriptRun: Hashable, Sendable {
  case text(String)
  case emphasis([ManuscriptRun])
  case strong([ManuscriptRun])
  case code(String)
  case lineBreak
  case link(ManuscriptLink, [ManuscriptRun])
  /// A mark; the note is one of the manuscript's by its number.
  case footnote(Int)
  case figure(FigureRun)
  /// Text in another language than the manuscript's.
  ///
  /// - Parameter isUntranslated: whether it stands in for a translation that is missing.
  case foreign(LanguageTag, isUntranslated: Bool, [ManuscriptRun])
  /// Words of an older document that this one does not have any more.
  case removed(String)
  /// Words that an older document did not have.
  case added(String)
}

/// What a link of a manuscript leads to.
package enum ManuscriptLink: Hashable, Sendable {
  case address(String)
  /// A place in the report: a chapter by its address, and an anchor in it; nil: its beginning.
  case within(chapter: String, anchor: String?)
  /// A page of the site, below the folder of the language, with an anchor where it has one: `targets/2.4`.
  ///
  /// - Parameter published: its public address; nil where the workspace states none.
  case page(String, published: String?)
}

/// Words that are bound to the data, as they are printed.
package struct FigureRun: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// The program prints the value.
    case inserted
    /// The author's words, which were compared with the value.
    case asserted
    /// The author's words, which stand as long as a condition holds; empty when it is about the sentence before.
    case claim
    /// A number that no data can give.
    case literal
  }

  package let kind: Kind
  /// What is printed.
  package let text: [ManuscriptRun]
  /// The number of what is known of it; nil for literals.
  package let note: Int?
  /// The chapter's address and the place among its bindings.
  package let chapter: String
  package let binding: Int
  /// Unique in the report.
  package let anchor: String

  package init(
    kind: Kind, text: [ManuscriptRun], note: Int?, chapter: String, binding: Int, anchor: String
  ) {
    self.kind = kind
    self.text = text
    self.note = note
    self.chapter = chapter
    self.binding = binding
    self.anchor = anchor
  }
}

/// Where a figure comes from: one for each distinct expression.
package struct FigureNote: Hashable, Sendable {
  /// Something that the figure was made from.
  package struct Input: Hashable, Sendable {
    /// What, for which period, how much.
    package let text: [ManuscriptRun]
    /// Source and vintage; nil for what has none.
    package let source: String?

    package init(_ text: [ManuscriptRun], source: String?) {
      self.text = text
      self.source = source
    }
  }

  package let number: Int
  /// `note-3`; unique in the report.
  package let anchor: String
  /// As the author wrote it.
  package let expression: String
  /// With its unit, at full precision; whether a condition holds.
  package let value: [ManuscriptRun]
  package let inputs: [Input]
  /// The figures that are made so, in the order of the text.
  package let uses: [Use]

  /// A place of the text where the figure stands.
  package struct Use: Hashable, Sendable {
    package let chapter: String
    package let anchor: String

    package init(chapter: String, anchor: String) {
      self.chapter = chapter
      self.anchor = anchor
    }
  }

  package init(
    number: Int, anchor: String, expression: String, value: [ManuscriptRun], inputs: [Input], uses: [Use]
  ) {
    self.number = number
    self.anchor = anchor
    self.expression = expression
    self.value = value
    self.inputs = inputs
    self.uses = uses
  }
}

extension [ManuscriptRun] {
  /// The words alone, without marks of footnotes.
  package var plainText: String {
    reduce(into: "") { text, run in
      switch run {
      case .text(let part), .code(let part), .removed(let part), .added(let part): text += part
      case .emphasis(let runs), .strong(let runs), .link(_, let runs), .foreign(_, _, let runs): text += runs.plainText
      case .figure(let figure): text += figure.text.plainText
      case .lineBreak: text += " "
      case .footnote: break
      }
    }
  }
}
