/// A step of colour whose text is legible on it, in light and dark, for every kind of colour vision.
enum Tone: Hashable, Sendable {
  /// 1 the palest to 5 the darkest blue.
  case blue(Int)
  /// 1 to 3.
  case orange(Int)
  case neutral
  /// An outline without a fill: what is not known.
  case open
  /// The land below what a map shows.
  case ground

  /// The class of shapes and texts.
  var name: String {
    switch self {
    case .blue(let step): "tone b\(min(max(step, 1), 5))"
    case .orange(let step): "tone o\(min(max(step, 1), 3))"
    case .neutral: "tone mid"
    case .open: "tone open"
    case .ground: "tone ground"
    }
  }
}

/// A part of a whole: an answer, a class, what is unknown.
struct SharePart: Hashable, Sendable {
  let key: String
  let name: String
  let tone: Tone

  init(key: String, name: String, tone: Tone) {
    self.key = key
    self.name = name
    self.tone = tone
  }
}

/// The parts of a whole in one row.
struct ShareRow: Sendable {
  let key: String
  let name: String
  /// One for each part, in their order, none negative; empty where nothing is known.
  let values: [Double]
  /// Why nothing is known; nil where it is.
  let gap: Gap?

  init(key: String, name: String, values: [Double]) {
    self.key = key
    self.name = name
    self.values = values
    gap = nil
  }

  init(key: String, name: String, gap: Gap) {
    self.key = key
    self.name = name
    values = []
    self.gap = gap
  }

  var total: Double { values.reduce(0, +) }

  var isKnown: Bool { total > 0 }
}
