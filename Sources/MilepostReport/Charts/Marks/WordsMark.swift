/// A text in rows. Its sides are those of the drawing, not of the language.
struct WordsMark: Mark {
  enum Anchor: String, Sendable {
    case left, middle, right
  }

  static let rowHeight = 16.0
  static let size = 13.0
  /// Of codes that would find no room otherwise and are read elsewhere too.
  static let tinySize = 10.0
  /// From the foot of a row up to the top of its letters, and down to the end of their tails.
  static let ascent = 11.5
  static let descent = 3.5
  /// How far the first letter of a row in Arabic may reach over the place where the row begins.
  private static let overhang = 2.0

  let name: String
  let rows: [String]
  let anchor: Anchor
  /// The foot of the first row.
  let foot: Place
  let isBold: Bool

  init(_ name: String, _ rows: [String], at foot: Place, _ anchor: Anchor = .left, isBold: Bool = false) {
    self.name = name
    self.rows = rows
    self.foot = foot
    self.anchor = anchor
    self.isBold = isBold
  }

  init(_ name: String, _ text: String, at foot: Place, _ anchor: Anchor = .left, isBold: Bool = false) {
    self.init(name, [text], at: foot, anchor, isBold: isBold)
  }

  /// With the middle of all rows at a height.
  init(
    _ name: String, _ rows: [String], middleAt place: Place, _ anchor: Anchor = .left, isBold: Bool = false
  ) {
    let first = place.y + 4.5 - Double(rows.count - 1) * WordsMark.rowHeight / 2
    self.init(name, rows, at: Place(place.x, first), anchor, isBold: isBold)
  }

  static func width(_ rows: [String], isBold: Bool = false) -> Double {
    rows.map { TextWidth.of($0, size: size, isBold: isBold) }.max() ?? 0
  }

  var box: Box {
    let width = WordsMark.width(rows, isBold: isBold)
    let left =
      switch anchor {
      case .left: foot.x
      case .middle: foot.x - width / 2
      case .right: foot.x - width
      }
    return Box(
      left: left, top: foot.y - WordsMark.ascent, right: left + width,
      bottom: foot.y + Double(rows.count - 1) * WordsMark.rowHeight + WordsMark.descent)
  }

  func mirrored(in width: Double) -> WordsMark {
    let side: Anchor =
      switch anchor {
      case .left: .right
      case .middle: .middle
      case .right: .left
      }
    var place = foot.mirrored(in: width)
    if side == .right { place = Place(min(place.x, width - WordsMark.overhang), place.y) }
    return WordsMark(name, rows, at: place, side, isBold: isBold)
  }

  private var classes: String {
    let strength = isBold ? " strong" : ""
    return switch anchor {
    case .left: name + strength
    case .middle: name + strength + " middle"
    case .right: name + strength + " end"
    }
  }

  func write(into html: inout HTMLWriter) {
    let place = String(length: foot.x)
    html.element("text", ["x": place, "y": String(length: foot.y), "class": classes]) { html in
      for (index, row) in rows.enumerated() {
        if index == 0 {
          html.text(row)
        } else {
          html.element("tspan", ["x": place, "dy": String(length: WordsMark.rowHeight)], text: row)
        }
      }
    }
  }
}
