import MilepostLanguage

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

    /// Appends `81.5 120 2019 2019: 53.6 %`, on one line.
    fileprivate func write(into lines: inout [UInt8]) {
      lines.append(length: place.x)
      lines.append(UInt8(ascii: " "))
      lines.append(length: place.y)
      lines.append(UInt8(ascii: " "))
      lines.append(key)
      guard !text.isEmpty else { return }
      lines.append(UInt8(ascii: " "))
      lines.append(text.onOneLine)
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
    var lines: [UInt8] = []
    for reading in readings {
      if !lines.isEmpty { lines.append(UInt8(ascii: "\n")) }
      reading.write(into: &lines)
    }
    html.element(
      "g",
      [
        "class": "series \(colour)", "data-key": key, "data-title": title.isEmpty ? nil : title,
        "data-cell": cell.map { "\(String(length: $0.width)) \(String(length: $0.height))" },
        "data-readings": lines.isEmpty ? nil : String(decoding: lines, as: UTF8.self),
      ]
    ) { html in
      for mark in marks { mark.write(into: &html) }
    }
  }
}

extension String {
  /// The text with a blank for each end of a line; most have none and stay as they are.
  fileprivate var onOneLine: String {
    var last: UInt32 = 0
    for byte in utf8 {
      last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
      let endsLine =
        (0x0A...0x0D).contains(byte) || last & 0xFFFF == 0xC285 || last == 0xE280A8 || last == 0xE280A9
      if endsLine { return String(map { $0.isNewline ? " " : $0 }) }
    }
    return self
  }
}
