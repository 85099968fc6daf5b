/// A rectangle whose length is a figure, or a cell.
struct BarMark: Mark {
  let name: String
  let box: Box

  init(_ name: String, _ box: Box) {
    self.name = name
    self.box = box
  }

  func mirrored(in width: Double) -> BarMark { BarMark(name, box.mirrored(in: width)) }

  func write(into html: inout HTMLWriter) {
    html.shape(
      "rect",
      [
        "class": name, "x": String(length: box.left), "y": String(length: box.top), "width": String(length: box.width),
        "height": String(length: box.height),
      ])
  }
}
