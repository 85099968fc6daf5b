/// The marks of one series together, with what is read at each of its values.
///
/// The script lets readers step through the readings and bring series into colour; it shows these texts as they are.
struct SeriesMark: Mark {
  /// A text for a value, and where the value lies.
  struct Reading: Hashable, Sendable {
    /// Stands for the value in addresses, such as its period or the code of its area: without blanks, the same in all
    /// languages and drawings, unique in the series.
    let key: String
    let place: Place
    /// `2019: 53.6 %, estimated`.
    let text: String

    init(_ key: String, _ place: Place, _ text: String) {
      self.key = key
      self.place = place
      self.text = text
    }

    /// `81.5 120 2019 2019: 53.6 %`, on one line.
    fileprivate var line: String {
      let head = "\(Reading.tenth(place.x)) \(Reading.tenth(place.y)) \(key)"
      return text.isEmpty ? head : "\(head) \(text.onOneLine)"
    }

    /// A pointer needs no finer place.
    private static func tenth(_ length: Double) -> String {
      String(length: (length * 10).rounded(.toNearestOrAwayFromZero) / 10)
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
  /// As large as the cells around the places of the readings; nil where they are points.
  let cell: Box?

  /// - Parameter cell: one of the cells, of which all are equal.
  init(colour: String, key: String, title: String, readings: [Reading], marks: [any Mark], cell: Box? = nil) {
    self.colour = colour
    self.key = key
    self.title = title
    self.readings = readings
    self.marks = marks
    self.cell = cell
  }

  var box: Box {
    let boxes = marks.map(\.box)
    return Box(around: boxes.flatMap { [Place($0.left, $0.top), Place($0.right, $0.bottom)] })
  }

  func mirrored(in width: Double) -> SeriesMark {
    SeriesMark(
      colour: colour, key: key, title: title,
      readings: readings.map { Reading($0.key, $0.place.mirrored(in: width), $0.text) },
      marks: marks.map { $0.mirrored(in: width) as any Mark }, cell: cell)
  }

  /// With places and keys alone: beside a drawing that has the texts.
  var withoutTexts: SeriesMark {
    SeriesMark(
      colour: colour, key: key, title: "", readings: readings.map { Reading($0.key, $0.place, "") }, marks: marks,
      cell: cell)
  }

  func write(into html: inout HTMLWriter) {
    let lines = readings.map(\.line)
    html.element(
      "g",
      [
        "class": "series \(colour)", "data-key": key, "data-title": title.isEmpty ? nil : title,
        "data-cell": cell.map { "\(String(length: $0.width)) \(String(length: $0.height))" },
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
