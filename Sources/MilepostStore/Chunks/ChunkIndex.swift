package import MilepostModel

/// What a chunk is about, without its values: its series with first and last period and how many values they have.
///
/// In the store its columns are JSON, which the view `series` unfolds.
package struct ChunkIndex: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// Place in `areas`.
    let area: Int
    /// Place in `codes`.
    let code: Int
    package let observations: Int
    /// Places in `periods`; of a series without values both are 0.
    let first: Int
    let last: Int
  }

  package let indicator: Indicator.ID
  /// In the order in which they come up.
  let areas: [Area.ID]
  let codes: [[DimensionCode]]
  /// All that occur, sorted.
  package let periods: [TimePeriod]
  package let provenances: [Provenance]
  /// In the order of their keys.
  package let entries: [Entry]

  package func key(at place: Int) -> SeriesKey {
    SeriesKey(indicator, areas[entries[place].area], codes[entries[place].code])
  }

  package var keys: [SeriesKey] {
    // Codes are sorted and areas compared once each, which of a large store is half a second less.
    let ofNoArea = codes.map { SeriesKey(indicator, Area.ID(""), $0) }
    return entries.map { ofNoArea[$0.code].of(areas[$0.area]) }
  }

  package var observations: Int { entries.reduce(0) { $0 + $1.observations } }

  /// The first and the last period of a series; nil when it has no values.
  package func periods(of entry: Entry) -> ClosedRange<TimePeriod>? {
    entry.observations == 0 ? nil : periods[entry.first]...periods[entry.last]
  }

  /// What is told of the series without reading their values.
  package var summaries: [SeriesSummary] {
    zip(keys, entries).map { SeriesSummary(key: $0, observations: $1.observations, periods: periods(of: $1)) }
  }
}

/// A series without its values.
package struct SeriesSummary: Hashable, Sendable {
  package let key: SeriesKey
  /// How many values it has, those that are missing with a reason included.
  package let observations: Int
  /// First and last period; nil when it has no values.
  package let periods: ClosedRange<TimePeriod>?
}

extension ChunkIndex {
  /// The columns of the index as they are kept.
  package struct Texts: Hashable, Sendable {
    package let areas: String
    package let codes: String
    package let periods: String
    package let origins: String
    package let series: String

    package init(areas: String, codes: String, periods: String, origins: String, series: String) {
      self.areas = areas
      self.codes = codes
      self.periods = periods
      self.origins = origins
      self.series = series
    }
  }

  var texts: Texts {
    Texts(
      areas: JSONText.array(areas.map(\.text)), codes: codesText, periods: JSONText.array(periods.map(\.stored)),
      origins: originsText, series: seriesText)
  }

  /// `[{"AGE":"Y15T24","SEX":"F"}]`
  private var codesText: String {
    var json = JSONText()
    json.open("[")
    for combination in codes {
      json.open("{")
      for code in combination {
        json.key(code.dimension)
        json.string(code.code)
      }
      json.close("}")
    }
    json.close("]")
    return json.text
  }

  /// `[["returns","2020-05-04","2020-05-04",0]]`: source, vintage, day of receipt, whether it was computed.
  private var originsText: String {
    var json = JSONText()
    json.open("[")
    for origin in provenances {
      json.open("[")
      json.string(origin.source.text)
      json.string(origin.vintage.description)
      json.string(origin.received.description)
      json.integer(origin.isComputed ? 1 : 0)
      json.close("]")
    }
    json.close("]")
    return json.text
  }

  /// `[[0,0,25,0,24]]`: area, codes, number of values, first and last period.
  private var seriesText: String {
    var json = JSONText()
    json.open("[")
    for entry in entries {
      json.open("[")
      for number in [entry.area, entry.code, entry.observations, entry.first, entry.last] { json.integer(number) }
      json.close("]")
    }
    json.close("]")
    return json.text
  }

  /// - Returns: nil when the texts are not what an index was written as.
  package init?(indicator: Indicator.ID, _ texts: Texts) {
    do throws(JSONReader.Damage) {
      areas = try JSONReader.strings(texts.areas).map { Area.ID($0) }
      codes = try ChunkIndex.codes(texts.codes)
      periods = try JSONReader.strings(texts.periods).map { (text) throws(JSONReader.Damage) in
        guard let period = TimePeriod(stored: text) else { throw JSONReader.Damage() }
        return period
      }
      provenances = try ChunkIndex.origins(texts.origins)
      entries = try ChunkIndex.entries(texts.series)
    } catch {
      return nil
    }
    self.indicator = indicator
    let (areas, codes, last) = (areas.count, codes.count, max(1, periods.count))
    let isWhole = entries.allSatisfy {
      (0..<areas).contains($0.area) && (0..<codes).contains($0.code) && $0.observations >= 0
        && (0..<last).contains($0.last) && (0...$0.last).contains($0.first)
        && (periods.count > 0 || $0.observations == 0)
    }
    guard isWhole else { return nil }
  }

  private static func codes(_ text: String) throws(JSONReader.Damage) -> [[DimensionCode]] {
    try JSONReader.read(text) { (reader) throws(JSONReader.Damage) in
      var codes: [[DimensionCode]] = []
      try reader.array { (reader) throws(JSONReader.Damage) in
        var combination: [DimensionCode] = []
        try reader.members { (key, reader) throws(JSONReader.Damage) in
          combination.append(DimensionCode(key, try reader.string()))
        }
        codes.append(combination)
      }
      return codes
    }
  }

  private static func origins(_ text: String) throws(JSONReader.Damage) -> [Provenance] {
    try JSONReader.read(text) { (reader) throws(JSONReader.Damage) in
      var origins: [Provenance] = []
      try reader.array { (reader) throws(JSONReader.Damage) in
        try reader.take(UInt8(ascii: "["))
        let source = try reader.string()
        try reader.take(UInt8(ascii: ","))
        let vintage = CalendarDate(try reader.string())
        try reader.take(UInt8(ascii: ","))
        let received = CalendarDate(try reader.string())
        try reader.take(UInt8(ascii: ","))
        let isComputed = try reader.integer() == 1
        try reader.take(UInt8(ascii: "]"))
        guard let vintage, let received else { throw JSONReader.Damage() }
        origins.append(
          Provenance(source: DataSource.ID(source), vintage: vintage, received: received, isComputed: isComputed))
      }
      return origins
    }
  }

  private static func entries(_ text: String) throws(JSONReader.Damage) -> [Entry] {
    try JSONReader.read(text) { (reader) throws(JSONReader.Damage) in
      var entries: [Entry] = []
      try reader.array { (reader) throws(JSONReader.Damage) in
        try reader.take(UInt8(ascii: "["))
        let area = try reader.integer()
        try reader.take(UInt8(ascii: ","))
        let code = try reader.integer()
        try reader.take(UInt8(ascii: ","))
        let observations = try reader.integer()
        try reader.take(UInt8(ascii: ","))
        let first = try reader.integer()
        try reader.take(UInt8(ascii: ","))
        let last = try reader.integer()
        try reader.take(UInt8(ascii: "]"))
        entries.append(Entry(area: area, code: code, observations: observations, first: first, last: last))
      }
      return entries
    }
  }
}

extension JSONReader {
  fileprivate static func strings(_ text: String) throws(Damage) -> [String] {
    try read(text) { (reader) throws(Damage) in
      var strings: [String] = []
      try reader.array { (reader) throws(Damage) in strings.append(try reader.string()) }
      return strings
    }
  }
}
