import MilepostLanguage
import MilepostModel

/// What maps share: the areas with their values, the classes that give them their tones, and the legend with counts.
struct MapPlan: Sendable {
  /// From the highest value to the lowest, then those without one.
  let rows: [ChartRow]
  let style: FigureStyle
  let classes: ClassScale
  /// How many areas are drawn that have no row.
  private let absent: Int

  /// - Parameter rows: with one point each.
  init(_ rows: [ChartRow], absent: Int = 0, _ style: FigureStyle) {
    self.rows = ChartRow.sorted(rows)
    self.absent = absent
    self.style = style
    classes = ClassScale(rows.compactMap { $0.points.first??.value })
  }

  var points: [ChartPoint] { rows.compactMap { $0.points.first ?? nil } }

  var isEmpty: Bool { points.allSatisfy { $0.value == nil } }

  private var phrases: Phrases { style.phrases }

  func tone(_ row: ChartRow) -> Tone { row.points.first??.value.map { classes.tone(of: $0) } ?? .open }

  /// The figure, or the sign of the reason why there is none.
  func figure(_ row: ChartRow) -> String {
    (row.points.first ?? nil).map { style.figureOrSign($0) } ?? ""
  }

  func reading(_ row: ChartRow, at place: Place) -> SeriesMark.Reading? {
    guard let point = row.points.first ?? nil else { return nil }
    let period = phrases.dates.text(point.period)
    let name = phrases(.placeInPeriod, ["place": row.name, "period": period])
    return SeriesMark.Reading(row.key, place, Readout(style: style).text(name, point))
  }

  /// The highest and the lowest value in words.
  var description: String {
    let known = rows.compactMap { row in row.points.first??.value.map { (name: row.name, value: $0) } }
    guard let high = known.first, let low = known.last else { return points.reasonForNothing(phrases) }
    return phrases(
      .describeMap, count: known.count,
      [
        "highest": high.name, "high": style.value(high.value), "lowest": low.name, "low": style.value(low.value),
      ])
  }

  var key: [String] {
    guard !isEmpty else { return [] }
    var signs: [Gap] = []
    for gap in points.compactMap(\.gap) where !signs.contains(gap) { signs.append(gap) }
    return [phrases(.classBounds)] + MarkKey([], signs: signs).sentences(phrases)
  }

  /// The classes with how many areas each has, below a map.
  func legend(_ shape: ChartShape, top: Double) -> (marks: [any Mark], bottom: Double) {
    var items = classes.classes.enumerated().map { place, item -> MapLegend.Item in
      let count = points.count { $0.value.map { classes.index(of: $0) == place } ?? false }
      let ends = [item.bounds.lowerBound, item.bounds.upperBound].map { ValueAxis.text($0, style) }
      return .init(
        tone: item.tone, text: phrases(.classRange, ["low": ends[0], "high": ends[1], "count": number(count)]))
    }
    for (reason, count) in unknown {
      items.append(.init(tone: .open, text: phrases(.classUnknown, ["reason": reason, "count": number(count)])))
    }
    return MapLegend(items).drawn(shape, top: top, phrases)
  }

  /// Why areas have no value, and how many.
  private var unknown: [(reason: String, count: Int)] {
    var counts: [(reason: String, count: Int)] = []
    for reason in points.compactMap({ $0.gap?.words(phrases) }) {
      if let place = counts.firstIndex(where: { $0.reason == reason }) {
        counts[place].count += 1
      } else {
        counts.append((reason, 1))
      }
    }
    return absent > 0 ? counts + [(phrases(.notInTable), absent)] : counts
  }

  private func number(_ count: Int) -> String { phrases.numbers.text(Double(count), decimals: 0) }
}
