import MilepostModel

/// A part as it was written.
struct WrittenIndexPart: Sendable {
  enum Content: Sendable {
    case indicator(IndexInput)
    case pillar(String, title: LocalizedText?, scores: Indicator.ID?, parts: [WrittenIndexPart])
  }

  let content: Content
  let weight: Double?
  /// Of the key that names it.
  let position: SourcePosition
}

extension ValueForm where Value == WrittenIndexPart {
  fileprivate static let part: ValueForm = .mapping(IndexPartKeys.shape) { fields, reader in
    let pillar = fields.read(IndexPartKeys.pillar, &reader)
    let indicator = fields.read(IndexPartKeys.indicator, &reader)
    let title = fields.read(IndexPartKeys.title, &reader)
    let weight = fields.read(IndexPartKeys.weight, &reader)
    let direction = fields.read(IndexPartKeys.direction, &reader)
    let normalisation = fields.read(IndexPartKeys.normalisation, &reader)
    let winsorising = fields.read(IndexPartKeys.winsorising, &reader)
    let scores = fields.read(IndexPartKeys.scores, &reader)
    let parts = fields.read(IndexPartKeys.innerParts, &reader)
    switch (fields.pair("pillar"), fields.pair("indicator")) {
    case (nil, nil): reader.fail(.partOfNothing(at: fields.position))
    case (_?, let other?): reader.fail(.partOfTwo(at: other.keyPosition))
    case (let pair?, nil):
      refuse(["direction", "normalisation", "winsorising"], of: "a pillar", fields, &reader)
      require(["title", "parts"], of: "a pillar", fields, &reader)
      guard let pillar, let title, let parts else { return nil }
      return WrittenIndexPart(
        content: .pillar(pillar, title: title, scores: scores, parts: parts), weight: weight,
        position: pair.value.position)
    case (nil, let pair?):
      refuse(["title", "scores", "parts"], of: "an indicator of an index", fields, &reader)
      guard let indicator else { return nil }
      return WrittenIndexPart(
        content: .indicator(
          IndexInput(
            indicator: indicator, direction: direction, normalisation: normalisation, winsorising: winsorising)),
        weight: weight, position: pair.value.position)
    }
    return nil
  }.named("index-part")

  /// The same, for keys of a part itself: the form is looked up when a part is read.
  fileprivate static let innerPart: ValueForm = ValueForm(JSONSchema([.init("$ref", .text("#/$defs/index-part"))])) {
    ValueForm<WrittenIndexPart>.part.read($0, &$1)
  }

  private static func refuse(_ keys: [String], of noun: String, _ fields: Fields, _ reader: inout NodeReader) {
    for key in keys {
      if let pair = fields.pair(key) { reader.fail(.keyDoesNotFit(key, of: noun, at: pair.keyPosition)) }
    }
  }

  private static func require(_ keys: [String], of noun: String, _ fields: Fields, _ reader: inout NodeReader) {
    for key in keys where fields.pair(key) == nil {
      reader.fail(.missingKey(key, of: noun, at: fields.position))
    }
  }
}

enum IndexPartKeys {
  static let parts = Key(
    required: "parts", ValueForm<WrittenIndexPart>.part.filledList, "The pillars or indicators that it is made of.")
  static let winsorising = Key(
    optional: "winsorising", ValueForm<CompositeIndex.Winsorising>.winsorising,
    "How values far out are moved in before they are normalised; none by default.")
  static let normalisation = Key(
    optional: "normalisation", ValueForm<CompositeIndex.Normalisation>.normalisation,
    "How values are brought to one scale; min-max from 0 to 100 by default.")
  fileprivate static let pillar = Key(
    optional: "pillar", ValueForm<String>.partID, "Id of the pillar, unique in the index.")
  fileprivate static let indicator = Key(optional: "indicator", .id(of: Indicator.self), "Id of the indicator.")
  fileprivate static let title = Key(optional: "title", .localized, "Name of the pillar, in one or several languages.")
  fileprivate static let weight = Key(
    optional: "weight", .positive, "Its weight, relative to those beside it; without any, all weigh the same.")
  fileprivate static let direction = Key(
    optional: "direction", ValueForm<Direction>.word, "Which way is better; default that of the indicator.")
  fileprivate static let scores = Key(
    optional: "scores", .id(of: Indicator.self), "Id of the indicator that the scores of the pillar become.")
  fileprivate static let innerParts = Key(
    optional: "parts", ValueForm<WrittenIndexPart>.innerPart.filledList, "The pillars or indicators that it is made of."
  )

  fileprivate static let shape = Shape(
    "a part of an index", pillar, indicator, title, weight, direction, normalisation, winsorising, scores, innerParts)
}

/// Makes nodes of the parts, each before its own.
struct IndexNodes {
  private(set) var nodes: [IndexNode] = []
  private var places: [String: SourcePosition] = [:]

  init(index: String, scores: Indicator.ID, _ parts: [WrittenIndexPart], _ reader: inout NodeReader) {
    let whole = WrittenIndexPart.Content.pillar(index, title: nil, scores: scores, parts: parts)
    _ = add(whole, weight: nil, parent: nil, field: "", &reader)
  }

  /// - Returns: The node's height.
  private mutating func add(
    _ content: WrittenIndexPart.Content, weight: Double?, parent: Int?, field: String, _ reader: inout NodeReader
  ) -> Int {
    let place = nodes.count
    switch content {
    case .indicator(let input):
      nodes.append(
        IndexNode(
          id: input.indicator.text, content: .indicator(input), parent: parent, weight: weight, height: 0,
          field: field))
      return 0
    case .pillar(let id, let title, let scores, let parts):
      let holder = IndexNode(
        id: id, content: .pillar(title: title, scores: scores, children: []), parent: parent, weight: weight,
        height: 0, field: field)
      nodes.append(holder)
      var children: [Int] = []
      var height = 0
      for (number, part) in parts.enumerated() {
        checkOnce(part, &reader)
        children.append(nodes.count)
        let path = holder.field("parts.\(number)")
        height = max(height, add(part.content, weight: part.weight, parent: place, field: path, &reader))
      }
      nodes[place] = IndexNode(
        id: id, content: .pillar(title: title, scores: scores, children: children), parent: parent, weight: weight,
        height: height + 1, field: field)
      return height + 1
    }
  }

  private mutating func checkOnce(_ part: WrittenIndexPart, _ reader: inout NodeReader) {
    let (id, noun) =
      switch part.content {
      case .indicator(let input): (input.indicator.text, "indicator")
      case .pillar(let id, _, _, _): (id, "pillar")
      }
    if let first = places["\(noun) \(id)"] {
      reader.fail(.partTwice(noun, id, at: part.position, first: first))
    } else {
      places["\(noun) \(id)"] = part.position
    }
  }
}

extension ValueForm where Value == String {
  /// Like the id of an element.
  fileprivate static let partID = ValueForm<Identifier<IndexNode>>.id(of: IndexNode.self).map(\.text)
}

extension Diagnostic {
  fileprivate static func partOfNothing(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0160", "a part of an index is neither a pillar nor an indicator", at: position,
      hint: "name one: 'pillar: ...' with its own parts, or 'indicator: ...'")
  }

  fileprivate static func partOfTwo(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0160", "a part of an index is a pillar and an indicator", at: position,
      hint: "an indicator that a pillar's scores become stands under 'scores'")
  }

  fileprivate static func partTwice(
    _ noun: String, _ id: String, at position: SourcePosition, first: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0164", "\(noun) '\(id)' stands twice in the index", at: position,
      notes: [Note("first here", at: first)])
  }
}
