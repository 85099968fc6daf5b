/// Slanting lines over a shape: what is not known, on any ground and in any colours.
///
/// The lines of all shapes of a drawing continue each other.
struct HatchMark: Mark {
  /// Outer ones and holes.
  let rings: [[Place]]

  init(_ rings: [[Place]]) { self.rings = rings }

  init(_ box: Box) {
    rings = [
      [Place(box.left, box.top), Place(box.right, box.top), Place(box.right, box.bottom), Place(box.left, box.bottom)]
    ]
  }

  var box: Box { Box(around: rings.flatMap { $0 }) }

  func mirrored(in width: Double) -> HatchMark { HatchMark(rings.map { $0.map { $0.mirrored(in: width) } }) }

  func write(into html: inout HTMLWriter) { html.path("hatch", lines) }

  /// From one line to the next, along either axis.
  private static let step = 5.0

  /// Along each line every second stretch between its crossings with the rings lies inside.
  private var lines: [[Place]] {
    var crossings: [Int: [Double]] = [:]
    for ring in rings {
      for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) { HatchMark.cross(one, other, &crossings) }
    }
    var lines: [[Place]] = []
    for (line, places) in crossings.sorted(by: { $0.key < $1.key }) {
      let sum = Double(line) * HatchMark.step
      let places = places.sorted().map { Place($0, sum - $0) }
      for start in stride(from: 0, to: places.count - 1, by: 2) where places[start] != places[start + 1] {
        lines.append(Array(places[start...start + 1]))
      }
    }
    return lines
  }

  /// Notes where the lines x + y = n · step cross an edge. An end that lies on a line counts to one of the edges that meet there.
  private static func cross(_ one: Place, _ other: Place, _ crossings: inout [Int: [Double]]) {
    let (low, high) = one.x + one.y < other.x + other.y ? (one, other) : (other, one)
    let start = low.x + low.y
    let length = high.x + high.y - start
    var line = Int((start / step).rounded(.up))
    while Double(line) * step < start + length {
      let share = (Double(line) * step - start) / length
      crossings[line, default: []].append(low.x + share * (high.x - low.x))
      line += 1
    }
  }
}
