/// Marks at their places, in the unit of the drawing: a pixel at full width.
struct Drawing: Sendable {
  let width: Double
  var height: Double
  /// Where time runs from left to right in a drawing of which readers may choose a part.
  var time: TimeScale?
  private(set) var marks: [any Mark] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func add(_ mark: some Mark) { marks.append(mark) }

  mutating func add(_ marks: [any Mark]) { self.marks += marks }

  /// As in a mirror, with texts that can be read: for rows and bars of languages that are written from the right.
  var mirrored: Drawing {
    var drawing = Drawing(width: width, height: height)
    drawing.time = time?.mirrored(in: width)
    drawing.add(marks.map { $0.mirrored(in: width) as any Mark })
    return drawing
  }

  /// The drawing of a chart over time, mirrored where time runs as the text does.
  func running(as phrases: Phrases) -> Drawing { phrases.runsTimeFromTheRight ? mirrored : self }

  /// Inline SVG with a title and a description, whose ids begin with `id`.
  func write(_ shape: ChartShape, id: String, title: String, description: String, into html: inout HTMLWriter) {
    let name = "\(id)-\(shape.rawValue)"
    html.element(
      "svg",
      [
        "class": "chart \(shape.rawValue)", "viewBox": "0 0 \(String(length: width)) \(String(length: height))",
        "data-time": time?.ends, "role": "img", "aria-labelledby": "\(name)-title \(name)-desc",
      ]
    ) { html in
      html.element("title", ["id": name + "-title"], text: title)
      html.element("desc", ["id": name + "-desc"], text: description)
      // The script takes the texts of the small drawing from the wide one, which has at least the same values.
      for mark in marks {
        if shape == .tall, let series = mark as? SeriesMark {
          series.withoutTexts.write(into: &html)
        } else {
          mark.write(into: &html)
        }
      }
    }
  }
}
