/// The marks of one series together, with what is read at each of its values.
///
/// The script lets readers step through the readings and bring series into colour; it shows these texts as they are.
struct SeriesMark: Mark {
  /// A text for a value, and where the value lies.
  struct Reading: Hashable, Sendable {
    let place: Place
    /// `2019: 53.6 %, estimated`.
    let text: String

    init(_ place: Place, _ text: String) {
      self.place = place
      self.text = text
    }
  }

  /// The class that gives the series its colour: `c1` to `c4`, or `c0` for context.
  let colour: String
  /// Stands for the series in addresses; unique in the chart.
  let key: String
  /// Empty where a chart has but one series.
  let title: String
  let readings: [Reading]
  let marks: [any Mark]

  init(colour: String, key: String, title: String, readings: [Reading], marks: [any Mark]) {
    self.colour = colour
    self.key = key
    self.title = title
    self.readings = readings
    self.marks = marks
  }

  var box: Box {
    let boxes = marks.map(\.box)
    return Box(around: boxes.flatMap { [Place($0.left, $0.top), Place($0.right, $0.bottom)] })
  }

  func mirrored(in width: Double) -> SeriesMark {
    SeriesMark(
      colour: colour, key: key, title: title,
      readings: readings.map { Reading($0.place.mirrored(in: width), $0.text) },
      marks: marks.map { $0.mirrored(in: width) as any Mark })
  }

  func write(into html: inout HTMLWriter) {
    let lines = readings.map { reading in
      "\(reading.place.text) \(reading.text.onOneLine)"
    }
    html.element(
      "g",
      [
        "class": "series \(colour)", "data-key": key, "data-title": title,
        "data-readings": lines.isEmpty ? nil : lines.joined(separator: "\n"),
      ]
    ) { html in
      for mark in marks { mark.write(into: &html) }
    }
  }
}

extension String {
  /// The text with a blank for each end of a line; most have none and stay as they are.
  fileprivate var onOneLine: String {
    let ends = unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
      default: false
      }
    }
    return ends ? String(map { $0.isNewline ? " " : $0 }) : self
  }
}
