/// Cells of one colour step in one path, with the figures in them.
struct CellsMark: Mark {
  struct Cell: Hashable, Sendable {
    let box: Box
    let text: String
  }

  let tone: Tone
  let cells: [Cell]
  var isTiny = false

  var box: Box { Box(around: cells.flatMap { [Place($0.box.left, $0.box.top), Place($0.box.right, $0.box.bottom)] }) }

  func mirrored(in width: Double) -> CellsMark {
    CellsMark(tone: tone, cells: cells.map { Cell(box: $0.box.mirrored(in: width), text: $0.text) }, isTiny: isTiny)
  }

  func write(into html: inout HTMLWriter) {
    let path = cells.map { cell in
      "M\(Place(cell.box.left, cell.box.top).text)h\(String(length: cell.box.width))v\(String(length: cell.box.height))h\(String(length: -cell.box.width))z"
    }.joined()
    html.shape("path", ["class": "seg " + tone.name, "d": path])
    html.element("g", ["class": (isTiny ? "in tiny middle " : "in middle ") + tone.name]) { html in
      for cell in cells {
        let middle = cell.box.middle
        html.element(
          "text", ["x": String(length: middle.x), "y": String(length: middle.y + (isTiny ? 3.5 : 4.5))], text: cell.text
        )
      }
    }
  }
}
