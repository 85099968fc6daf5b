import MilepostEngine
import MilepostLanguage
import MilepostModel

@testable import MilepostReport

/// Invented figures for every kind of chart, in every case that a chart must bear.
struct ChartSamples {
  /// What is special about the figures.
  enum Situation: String, CaseIterable {
    case ordinary, one, none, many, negative
  }

  enum Kind: String, CaseIterable {
    case lines, bars, groupedBars = "grouped-bars", dots, gaps, slope, stacked, likert, heat, samples
    case smallMultiples = "small-multiples"
    case tiles, outlines, ranks, squares
  }

  let phrases: Phrases

  init(_ language: String, timeAxis: TimeAxisDirection = .leftToRight) {
    phrases = Phrases(LanguageTag(language), timeAxis: timeAxis)
  }

  var style: FigureStyle { FigureStyle(scale: .percent, decimals: 1, phrases: phrases) }

  /// Names of islands that do not exist; the fourth is long.
  func name(_ index: Int) -> String {
    let names: [String]
    switch phrases.language.primary {
    case "ar":
      names = [
        "جزيرة النورس", "الأرخبيل الشرقي", "رأس المنارة", "مجموعة الجزر الواقعة تحت الريح الأقل اتصالاً بالشبكة",
        "خليج المد",
      ]
    case "ru":
      names = [
        "Остров Чаек", "Восточный архипелаг", "Маячный мыс",
        "Наименее подключённые подветренные острова внешней гряды", "Приливная бухта",
      ]
    case "zh": names = ["海鸥岛", "东部群岛", "灯塔角", "外环背风群岛中联网程度最低的岛屿组", "潮汐湾"]
    default:
      names = [
        "Gull Island", "Eastern archipelago", "Lighthouse Point",
        "Least connected leeward islands of the outer ring", "Tidal Bay",
      ]
    }
    let round = index / names.count
    return round == 0 ? names[index] : "\(names[index % names.count]) \(round + 1)"
  }

  /// In percent, between -30 and 95.
  private func value(_ index: Int, _ year: Int, _ situation: Situation) -> Double {
    let base = Double((index * 37 + 11) % 61) + 12
    let value = base + Double(year - 2015) * (1.1 + Double(index % 4) * 0.6)
    return situation == .negative ? 24 - value * 0.7 : min(value, 97.4)
  }

  private func published(_ index: Int, _ year: Int, _ situation: Situation) -> PublishedValue {
    if situation == .none { return index % 2 == 0 ? .missing(.notCollected) : .confidential }
    if situation != .one && index == 2 && year == 2018 { return .missing(.notCollected) }
    if situation != .one && index == 0 && (2017...2018).contains(year) { return .missing(.notCollected) }
    return .figure(value(index, year, situation))
  }

  private func status(_ index: Int, _ year: Int) -> ObservationStatus {
    switch (index, year) {
    case (0, 2021): .breakInSeries
    case (_, 2024): .provisional
    case (1, _): .estimated
    case (3, 2022): .imputed
    default: .reported
    }
  }

  func point(_ index: Int, _ year: Int, _ situation: Situation) -> ChartPoint {
    ChartPoint(
      Estimate(
        TimePeriod(year: year), published(index, year, situation), status: status(index, year), coverage: nil,
        provenance: IslesRelease.provenance))
  }

  private func count(_ situation: Situation) -> Int {
    switch situation {
    case .one: 1
    case .many: 250
    case .ordinary, .none, .negative: 6
    }
  }

  private func years(_ situation: Situation) -> ClosedRange<Int> { situation == .one ? 2024...2024 : 2015...2024 }

  func lines(_ situation: Situation) -> [SeriesChart.Line] {
    (0..<count(situation)).map { index in
      SeriesChart.Line(
        key: "I\(index)", name: name(index), points: years(situation).map { point(index, $0, situation) })
    }
  }

  func rows(_ situation: Situation) -> [ChartRow] {
    let rows = (0..<count(situation)).map { index in
      ChartRow(
        key: "I\(index)", name: name(index), point(index, index == 2 ? 2018 : 2023, situation),
        emphasis: index == 4 ? .focus : .plain)
    }
    return ChartRow.sorted(rows)
  }

  func pairs(_ situation: Situation) -> [ChartRow] {
    (0..<count(situation)).map { index in
      ChartRow(
        key: "I\(index)", name: name(index),
        points: [point(index, index == 2 ? 2018 : 2019, situation), point(index, 2023, situation)])
    }
  }

  var groups: [String] {
    switch phrases.language.primary {
    case "ar": ["النساء", "الرجال"]
    case "ru": ["Женщины", "Мужчины"]
    case "zh": ["女性", "男性"]
    default: ["Women", "Men"]
    }
  }

  private var answers: [String] {
    switch phrases.language.primary {
    case "ar": ["أرفض بشدة", "أرفض", "محايد", "أوافق", "أوافق بشدة", "لا أعرف"]
    case "ru": ["Совсем не согласны", "Не согласны", "Нейтрально", "Согласны", "Полностью согласны", "Не знают"]
    case "zh": ["非常不同意", "不同意", "中立", "同意", "非常同意", "不知道"]
    default: ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree", "Do not know"]
    }
  }

  private var scale: LikertChart.Scale {
    let tones: [Tone] = [.orange(3), .orange(1), .neutral, .blue(2), .blue(4), .open]
    let parts = zip(answers, tones).enumerated().map { SharePart(key: "a\($0)", name: $1.0, tone: $1.1) }
    return LikertChart.Scale(
      disagree: Array(parts[0...1]), neutral: parts[2], agree: Array(parts[3...4]), apart: [parts[5]])
  }

  private func shares(_ situation: Situation, of count: Int) -> [ShareRow] {
    (0..<self.count(situation)).map { index in
      guard situation != .none, index != 2 else {
        return ShareRow(key: "I\(index)", name: name(index), gap: .missing(.notCollected))
      }
      let weights = (0..<count).map { Double((index * 7 + $0 * 13 + 5) % 17 + 1) }
      let total = weights.reduce(0, +)
      return ShareRow(key: "I\(index)", name: name(index), values: weights.map { $0 / total * 100 })
    }
  }

  /// Figures from samples, the fourth without an interval.
  private func samples(_ situation: Situation) -> [EstimateChart.Row] {
    (0..<count(situation)).map { index in
      let points = [2019, 2023].map { year -> EstimatePoint in
        guard let value = point(index, year, situation).value else { return .absent(phrases(.isHidden)) }
        return .figure(value, interval: index == 3 ? nil : (value - 4)...(value + 5))
      }
      return EstimateChart.Row(key: "I\(index)", name: name(index), points: points)
    }
  }

  func chart(_ kind: Kind, _ situation: Situation) -> any Chart {
    switch kind {
    case .lines: return SeriesChart(lines(situation), style: style)
    case .bars: return BarChart(rows(situation), style: style)
    case .groupedBars: return BarChart(pairs(situation), groups: groups, style: style)
    case .dots: return DotChart(rows(situation), style: style)
    case .gaps: return DotChart(pairs(situation), groups: groups, style: style)
    case .slope:
      return SlopeChart(
        lines(situation), from: TimePeriod(year: 2015), to: TimePeriod(year: 2024), style: style)
    case .stacked:
      let parts = [
        SharePart(key: "yes", name: phrases(.yes), tone: .blue(5)),
        SharePart(key: "no", name: phrases(.no), tone: .blue(2)),
        SharePart(key: "unknown", name: phrases.name(of: .unknown), tone: .open),
      ]
      return StackedShareChart(parts, shares(situation, of: 3), style: style)
    case .likert: return LikertChart(scale, shares(situation, of: 6), style: style)
    case .samples: return EstimateChart(samples(situation), groups: groups, form: .bars, style: style)
    case .heat:
      let rows = (0..<count(situation)).map { index in
        ChartRow(key: "I\(index)", name: name(index), points: years(situation).map { point(index, $0, situation) })
      }
      return HeatTable(
        rows, columns: years(situation).map(String.init),
        style: FigureStyle(scale: .plain, decimals: 1, phrases: phrases))
    case .tiles:
      return TileMap(rows(situation), tiles: tiles, style: style)
    case .outlines:
      let places = ChartShape.allCases.map { ($0, LandPlaces(outlines, $0)) }
      return OutlineMap(rows(situation), places: Dictionary(uniqueKeysWithValues: places), style: style)
    case .ranks: return RankChart(ranks(situation), phrases)
    case .squares: return GridMap(map(situation), names: names, style: style)
    case .smallMultiples:
      let lines = lines(situation)
      return SmallMultiples(lines, context: situation == .one ? [] : Array(lines.prefix(1)), style: style)
    }
  }
}

extension ChartSamples {
  /// As many as a page draws at most; negative stands for what has no random draws.
  private func ranks(_ situation: Situation) -> [RankChart.Row] {
    let count = situation == .none ? 0 : min(count(situation), 30)
    return (0..<count).map { index in
      let place = index == 2 ? 2 : index + 1
      let low = max(1, Double(place) - Double((index * 7 + 1) % 5))
      return RankChart.Row(
        key: "I\(index)", name: name(index), place: place,
        range: situation == .negative ? nil : low...(Double(place) + Double(index % 3)),
        score: phrases.numbers.text(96.5 - Double(index) * 2.5, decimals: 1),
        point: point(index, index == 2 ? 2019 : 2023, situation))
    }
  }
}

/// Where the islands lie, on both sides of longitude 180.
extension ChartSamples {
  private func place(_ index: Int) -> (column: Int, row: Int) { (index % 19, index / 19) }

  var tiles: [AreaTile] {
    (0..<250).map { AreaTile(Area.ID("I\($0)"), column: 1 + place($0).column, row: 1 + place($0).row) }
  }

  /// Squares of growing size; the first is too small to be seen.
  var outlines: [AreaOutline] {
    (0..<250).map { index in
      let (column, row) = place(index)
      let reach = index == 0 ? 0.05 : 0.6 + Double(index % 5) * 0.2
      let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { x, y in
        let longitude = 160 + Double(column) * 3 + x * reach
        return GeographicPosition(
          longitude: longitude > 180 ? longitude - 360 : longitude, latitude: 50 - Double(row) * 3 + y * reach)
      }
      return AreaOutline(Area.ID("I\(index)"), [AreaOutline.Polygon(outer: corners)])
    }
  }
}

/// Records in squares on the islands.
extension ChartSamples {
  private var names: [String: String] {
    Dictionary(uniqueKeysWithValues: (0..<4).map { ("I\($0)", name($0)) })
  }

  /// The share of something among the records of each square; every seventh square has too few of them.
  private func map(_ situation: Situation) -> PlacedMap {
    let grid = EqualAreaGrid(side: 50)
    let count = situation == .one ? 1 : situation == .many ? 400 : situation == .none ? 0 : 40
    let indices = (0..<count).map { index -> Int in
      let (east, south) = (Double(index % 20), Double(index / 20) / 2)
      return grid.index(of: GeographicPosition(longitude: 172 + east, latitude: 8 - south))
    }
    let lift: Double = situation == .negative ? -50 : 0
    let values = (0..<count).map { index -> Double? in
      guard index % 7 != 3 else { return nil }
      return Double((index * 37 + 11) % 97) + lift
    }
    let tallies = values.map { PublishedMap.Tally(count: $0 == nil ? 1 : 12, value: $0) }
    let known = values.compactMap { $0 }
    let spread = known.min().flatMap { low in
      known.max().map { PublishedMap.Spread(low: low, median: low, high: $0, cellsOfHalf: count / 2) }
    }
    let map = RegisterMap(
      id: RegisterMap.ID("m"), title: LocalizedText("Map", LanguageTag("en")), text: nil,
      value: Formula(text: "", root: Expression(.number(1), at: .wholeFile(""))), side: nil, fewest: 3)
    let cells = zip(indices, tallies).map { (index: $0.0, tally: $0.1) }.sorted { $0.index < $1.index }
    let day = CalendarDate(dayNumber: 19_723)
    return PlacedMap(
      PublishedMap(
        map: map, register: Register.ID("r"),
        vintage: Vintage(published: day, received: day, kind: .snapshot, file: ""),
        quantity: .percent, grid: grid, cells: cells,
        areas: [], whole: .init(count: count, value: nil), spread: spread, unplaced: 0, outside: 0),
      outlines)
  }
}
