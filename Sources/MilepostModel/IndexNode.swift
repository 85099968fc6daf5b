/// The whole of an index, a pillar or an indicator of it.
package struct IndexNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case indicator(IndexInput)
    /// - Parameters:
    ///   - title: nil for the whole, which has that of the index.
    ///   - scores: the indicator that its scores become.
    ///   - children: places in the index's nodes.
    case pillar(title: LocalizedText?, scores: Indicator.ID?, children: [Int])
  }

  /// Unique in the index: the id of the index, of the pillar or of the indicator.
  package let id: String
  package let content: Content
  /// Place in the index's nodes; nil for the whole.
  package let parent: Int?
  /// Relative to those beside it; nil: not stated.
  package let weight: Double?
  /// 0 for indicators, else one more than that of its highest part.
  package let height: Int
  /// Path of its keys in the file: `parts.0.parts.2`; empty for the whole.
  package let field: String

  package init(id: String, content: Content, parent: Int?, weight: Double?, height: Int, field: String) {
    self.id = id
    self.content = content
    self.parent = parent
    self.weight = weight
    self.height = height
    self.field = field
  }

  package var input: IndexInput? { if case .indicator(let input) = content { input } else { nil } }

  package var children: [Int] { if case .pillar(_, _, let children) = content { children } else { [] } }

  /// The indicator that its scores become.
  package var scores: Indicator.ID? { if case .pillar(_, let scores, _) = content { scores } else { nil } }

  /// The path of one of its keys.
  package func field(_ key: String) -> String { field.isEmpty ? key : "\(field).\(key)" }
}

/// An indicator as a part of an index.
package struct IndexInput: Hashable, Sendable {
  package let indicator: Indicator.ID
  /// nil: as the plan says of the indicator.
  package let direction: Direction?
  /// nil: that of the index.
  package let normalisation: CompositeIndex.Normalisation?
  /// nil: that of the index.
  package let winsorising: CompositeIndex.Winsorising?

  package init(
    indicator: Indicator.ID, direction: Direction?, normalisation: CompositeIndex.Normalisation?,
    winsorising: CompositeIndex.Winsorising?
  ) {
    self.indicator = indicator
    self.direction = direction
    self.normalisation = normalisation
    self.winsorising = winsorising
  }
}
