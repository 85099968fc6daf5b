import MilepostModel

/// The shape and colour of a status at a place of a drawing.
struct SymbolMark: Mark {
  private static let size = 16.0

  let status: TargetStatus
  let middle: Place
  /// Whether arrows point the other way, as on pages that are written from the right.
  private var isMirrored = false

  init(_ status: TargetStatus, at middle: Place) {
    self.status = status
    self.middle = middle
  }

  var box: Box {
    let half = SymbolMark.size / 2
    return Box(left: middle.x - half, top: middle.y - half, right: middle.x + half, bottom: middle.y + half)
  }

  func mirrored(in width: Double) -> SymbolMark {
    var mark = SymbolMark(status, at: middle.mirrored(in: width))
    mark.isMirrored = !isMirrored
    return mark
  }

  func write(into html: inout HTMLWriter) {
    let corner = Place(isMirrored ? box.right : box.left, box.top)
    let flip = isMirrored ? "scale(-1 1)" : ""
    html.element(
      "g", ["class": "s-" + status.rawValue, "transform": "translate(\(corner.text))" + flip]
    ) { $0.shapes(of: status) }
  }
}
