import MilepostLanguage

/// What charts of parts of a whole share: rows with segments that carry their figure where it finds room.
struct ShareRows: Sendable {
  static let thickness = 24.0

  let parts: [SharePart]
  let rows: [ShareRow]
  let style: FigureStyle
  private let selection: [RowSelection]

  init(_ parts: [SharePart], _ rows: [ShareRow], _ style: FigureStyle) {
    self.parts = parts
    self.rows = rows
    self.style = style
    selection = RowSelection.of(rows.map { ChartRow(key: $0.key, name: $0.name, points: []) }, atMost: RowPlan.mostRows)
  }

  var isEmpty: Bool { rows.allSatisfy { !$0.isKnown } }

  var reasonForNothing: String {
    var reasons: [String] = []
    for words in rows.compactMap({ $0.gap?.words(style.phrases) }) where !reasons.contains(words) {
      reasons.append(words)
    }
    return reasons.isEmpty
      ? style.phrases(.noSeries) : style.phrases(.noData, ["reason": style.phrases.lists.text(reasons)])
  }

  var drawn: [(lane: Int, row: ShareRow)] {
    selection.enumerated().compactMap { lane, item in
      guard case .row(let index) = item else { return nil }
      return (lane, rows[index])
    }
  }

  private func layout(_ shape: ChartShape, top: Double) -> RowLayout {
    let lanes = selection.map { item -> RowLayout.Lane in
      switch item {
      case .row(let index): .drawn(name: rows[index].name, thickness: ShareRows.thickness)
      case .leftOut(let count): .words("⋮ " + style.phrases(.rowsLeftOut, count: count))
      }
    }
    return RowLayout(lanes, shape: shape, top: top)
  }

  /// The parts named over the first row that is known, and a bar of segments in each row.
  ///
  /// - Parameters:
  ///   - middle: where a line through all rows divides the parts.
  ///   - boxes: for each part of a row that is known, its segment in a lane.
  func drawing(
    _ shape: ChartShape, middle: (RowLayout) -> Double? = { _ in nil },
    boxes: (ShareRow, ClosedRange<Double>, RowLayout) -> [Box]
  ) -> Drawing {
    guard !isEmpty else { return NoData(reason: reasonForNothing).drawing(shape) }
    let flat = layout(shape, top: 0)
    let heads = heads(flat) { boxes($0, 0...1, flat) }
    // Names with words that find no room over the parts stand in a list, each with the colour of its part.
    let key = heads.breaksWords ? PartKey(namedParts, width: shape.width) : nil
    let height = key?.height ?? heads.height
    let layout = layout(shape, top: height + 8)
    var drawing = Drawing(width: shape.width, height: layout.bottom + 4)
    drawing.add(key?.marks ?? heads.marks(bottom: heads.height + 4))
    // Behind the parts, so that it crosses no figure.
    if let x = middle(layout) { drawing.add(axis(shape, x, layout)) }
    drawing.add(layout.marks)
    for part in parts.indices {
      var readings: [SeriesMark.Reading] = []
      var marks: [any Mark] = []
      for drawn in drawn where drawn.row.isKnown {
        let box = boxes(drawn.row, layout.lane(drawn.lane), layout)[part]
        readings.append(reading(drawn.row, part, box.middle))
        if box.width > 0 { marks += segment(part, drawn.row.values[part], box) }
      }
      drawing.add(
        SeriesMark(colour: "parts", key: parts[part].key, title: parts[part].name, readings: readings, marks: marks))
    }
    for drawn in drawn { drawing.add(gapNote(drawn.row, drawn.lane, layout)) }
    return style.phrases.catalogueLanguage.isRightToLeft ? drawing.mirrored : drawing
  }

  /// Through all rows, or within their lanes where names stand over them.
  private func axis(_ shape: ChartShape, _ x: Double, _ layout: RowLayout) -> [any Mark] {
    let lanes = drawn.map { layout.lane($0.lane) }
    guard let first = lanes.first else { return [] }
    let ends = shape == .wide ? [(first.lowerBound, layout.bottom)] : lanes.map { ($0.lowerBound, $0.upperBound) }
    return ends.map { LineMark("middle-axis", [Place(x, $0.0 - 3), Place(x, $0.1 + 3)]) }
  }

  /// Parts that no row has are not named.
  private var namedParts: [SharePart] {
    let known = drawn.map(\.row).filter(\.isKnown)
    return parts.indices.filter { index in known.contains { $0.values[index] > 0 } }.map { parts[$0] }
  }

  private func heads(_ layout: RowLayout, _ boxes: (ShareRow) -> [Box]) -> HeadLabels {
    let named = Set(namedParts)
    let first = drawn.map(\.row).first(where: \.isKnown)
    let labels = zip(parts, first.map(boxes) ?? []).compactMap { part, box in
      named.contains(part) ? HeadLabels.Label(text: part.name, x: box.middle.x, name: "head") : nil
    }
    return HeadLabels(labels, in: layout.left...layout.right)
  }

  /// A segment with its figure inside, if that finds room.
  private func segment(_ part: Int, _ value: Double, _ box: Box) -> [any Mark] {
    let tone = parts[part].tone.name
    let text = style.number(value)
    let bar = BarMark("seg " + tone, box)
    guard WordsMark.width([text]) + 6 <= box.width else { return [bar] }
    return [bar, WordsMark("in " + tone, [text], middleAt: box.middle, .middle)]
  }

  private func reading(_ row: ShareRow, _ part: Int, _ place: Place) -> SeriesMark.Reading {
    let value = style.value(row.values[part])
    let text = row.name.isEmpty ? value : style.phrases(.reading, ["place": row.name, "value": value])
    return SeriesMark.Reading(row.key, place, text)
  }

  private func gapNote(_ row: ShareRow, _ lane: Int, _ layout: RowLayout) -> [any Mark] {
    guard !row.isKnown else { return [] }
    let words = row.gap?.words(style.phrases) ?? style.phrases(.noValue)
    let fits = WordsMark.width([words]) <= layout.right - layout.left
    return [WordsMark("note", [fits ? words : row.gap?.sign ?? "?"], middleAt: Place(layout.left, layout.middle(lane)))]
  }

  /// Every row in words; of many rows the first four.
  var description: String {
    guard !isEmpty else { return reasonForNothing }
    return rows.filter(\.isKnown).prefix(4).map { row in
      let shares = zip(parts, row.values).map { part, value in
        style.phrases(.endLabel, ["series": part.name, "value": style.value(value)])
      }
      let text = style.phrases.lists.text(shares)
      return row.name.isEmpty ? text + "." : style.phrases(.ofSeries, ["series": row.name, "text": text + "."])
    }.joined(separator: " ")
  }
}
