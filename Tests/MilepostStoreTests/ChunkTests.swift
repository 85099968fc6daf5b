import MilepostModel
import MilepostTesting
import Testing

@testable import MilepostStore

@Suite struct ChunkTests {
  private static let key = SeriesKey(Indicator.ID("x"), Area.ID("ALDA"))
  private static let origin = Provenance(
    source: DataSource.ID("s"), vintage: SampleShelf.date("2020-01-02"), received: SampleShelf.date("2020-01-03"),
    isComputed: false)

  private func table(_ numbers: [Double]) -> SeriesTable {
    var table = SeriesTable()
    table.append(
      ChunkTests.key,
      numbers.enumerated().map { place, number in
        Estimate(
          TimePeriod(date: CalendarDate(dayNumber: Int32(place))), .figure(number), status: .reported, coverage: nil,
          provenance: ChunkTests.origin)
      })
    return table
  }

  /// The table again, from what is kept of its chunks.
  private func kept(_ table: SeriesTable) throws -> [SeriesTable] {
    var writer = ChunkWriter(table)
    var tables: [SeriesTable] = []
    while let chunk = writer.next() {
      let index = try #require(ChunkIndex(indicator: chunk.index.indicator, chunk.texts))
      #expect(index == chunk.index)
      let stored = try #require(
        chunk.packed.withUnsafeBytes { StoredChunk(index, size: chunk.bytes.count, packed: $0) })
      tables.append(try #require(stored.table()))
    }
    return tables
  }

  private func bits(_ numbers: [Double]) throws -> [UInt64] {
    try kept(table(numbers)).flatMap { $0.columns.number.map(\.bitPattern) }
  }

  static let numbers: [[Double]] = [
    [], [0], [-0.0], [0, -0.0, 0], [1, 2, 3], [0.1, 0.2, 0.3],
    [.leastNonzeroMagnitude, .leastNormalMagnitude, -.leastNonzeroMagnitude],
    [1e100, -1e100, 1.7976931348623157e308], [9_007_199_254_740_991, 9_007_199_254_740_994, -9_007_199_254_740_992],
    [9_007_199_254_740_992.5, 0.5], [123_456_789.123456789], [1 / 3, 2 / 3], [0.000000001, 0.0000000001],
    [99.99, 99.98, .infinity], [1e22, 1e23], [4.35, 4.349999999999999], [-1, -2.5, -3.25], [1e15 + 0.3, 0.7],
  ]

  @Test(arguments: numbers) func `numbers come back bit by bit`(_ numbers: [Double]) throws {
    #expect(try bits(numbers) == numbers.map(\.bitPattern))
  }

  @Test func `every pattern of bits comes back`() throws {
    var dice = Dice(14)
    for _ in 0..<200 {
      let numbers = (0..<50).map { _ in
        Double(
          bitPattern: UInt64(dice.roll(1 << 30)) << 34 ^ UInt64(dice.roll(1 << 30)) << 12 ^ UInt64(dice.roll(4096)))
      }
      #expect(try bits(numbers) == numbers.map(\.bitPattern))
    }
  }

  @Test func `decimals come back, whatever stands beside them`() throws {
    var dice = Dice(15)
    for _ in 0..<300 {
      let decimals = dice.roll(12)
      var power = 1.0
      for _ in 0..<decimals { power *= 10 }
      var numbers = (0..<40).map { _ in Double(dice.roll(2_000_000) - 1_000_000) / power }
      if dice.roll(3) == 0 { numbers[dice.roll(40)] = Double(dice.roll(1000)) / 7 }
      #expect(try bits(numbers) == numbers.map(\.bitPattern))
    }
  }

  /// Series with holes, of all kinds and statuses, long and short.
  private func wild(_ dice: inout Dice) -> SeriesTable {
    var table = SeriesTable()
    for area in 0..<(1 + dice.roll(9)) {
      for sex in ["F", "M"] where dice.roll(4) > 0 {
        let key = SeriesKey(
          Indicator.ID("i\(area / 3)"), Area.ID("A\(area)"), dice.roll(2) == 0 ? [] : [DimensionCode("SEX", sex)])
        if let last = table.keys.last, !(last < key) { continue }
        table.append(key, estimates(&dice))
      }
    }
    return table
  }

  private func estimates(_ dice: inout Dice) -> [Estimate] {
    var estimates: [Estimate] = []
    for month in 0..<dice.roll(dice.roll(5) == 0 ? 6000 : 30) where dice.roll(3) > 0 {
      let values: [PublishedValue] = [
        .figure(Double(dice.roll(100_000)) / 100), .figure(Double(dice.roll(1000)) / 3), .belowUnit, .confidential,
        .missing(MissingReason.allCases[dice.roll(MissingReason.allCases.count)]),
      ]
      let share = Double(dice.roll(1000)) / 1000
      let coverage =
        dice.roll(5) == 0 ? Coverage(reported: share, estimated: 0, imputed: 0.5 - share, missing: 0.5) : nil
      estimates.append(
        Estimate(
          TimePeriod(year: 1900 + month / 12, month: 1 + month % 12), values[dice.roll(values.count)],
          status: ObservationStatus.allCases[dice.roll(8)], coverage: coverage,
          provenance: Provenance(
            source: DataSource.ID("s\(dice.roll(3))"), vintage: CalendarDate(dayNumber: Int32(dice.roll(9000))),
            received: CalendarDate(dayNumber: 9000), isComputed: dice.roll(2) == 0)))
    }
    return estimates
  }

  @Test func `tables come back, whole and in part`() throws {
    var dice = Dice(16)
    for _ in 0..<60 {
      let table = wild(&dice)
      var place = 0
      var writer = ChunkWriter(table)
      while let chunk = writer.next() {
        let stored = try #require(
          chunk.packed.withUnsafeBytes { StoredChunk(chunk.index, size: chunk.bytes.count, packed: $0) })
        let chosen = chunk.index.entries.indices.filter { _ in dice.roll(2) == 0 }
        let (whole, part) = (try #require(stored.table()), try #require(stored.table(chosen)))
        for (own, key) in whole.keys.enumerated() {
          #expect(key == table.keys[place + own])
          #expect(whole.estimates(at: own).elementsEqual(table.estimates(at: place + own)))
        }
        #expect(part.keys == chosen.map { table.keys[place + $0] })
        for (own, other) in chosen.enumerated() {
          #expect(part.estimates(at: own).elementsEqual(table.estimates(at: place + other)))
        }
        place += whole.seriesCount
      }
      #expect(place == table.seriesCount)
    }
  }

  @Test func `damaged bytes are no chunk, and never more than that`() throws {
    let whole = SampleShelf.series(SampleShelf.date("2024-06-30"))
    var writer = ChunkWriter(whole)
    let first = writer.next()
    let chunk = try #require(first)
    let packed = chunk.packed
    var dice = Dice(17)
    for _ in 0..<3000 {
      var bytes = packed
      bytes[dice.roll(bytes.count)] ^= UInt8(1 + dice.roll(255))
      if dice.roll(2) == 0 { bytes.removeLast(dice.roll(bytes.count)) }
      let stored = bytes.withUnsafeBytes { StoredChunk(chunk.index, size: chunk.bytes.count, packed: $0) }
      guard let stored, let table = stored.table() else { continue }
      #expect(table.keys == chunk.index.keys)
      // Other packed bytes may unpack to the same.
      if stored.hash(chunk.texts) == chunk.hash {
        for place in table.keys.indices {
          #expect(table.estimates(at: place).elementsEqual(whole.estimates(at: place)))
        }
      }
    }
  }

  @Test func `periods of every form come back`() throws {
    let written = ["2019", "2019-S2", "2019-Q3", "2019-02", "2019-02-28", "2018/2019", "2015/2019", "2019-04/2020-03"]
    for text in written {
      let period = try #require(TimePeriod(text))
      #expect(TimePeriod(stored: period.stored) == period)
    }
    let fiscal = TimePeriod(fiscalYear: 2019, startMonth: 4)
    #expect(fiscal.stored == "FY2019@4")
    #expect(TimePeriod(stored: fiscal.stored) == fiscal)
    for text in ["", "FY2019", "FY2019@", "FY2019@13", "2019@4@4", "19"] { #expect(TimePeriod(stored: text) == nil) }
  }

  @Test func `an index that was tampered with is none`() {
    var writer = ChunkWriter(SampleShelf.series(SampleShelf.date("2024-06-30")))
    let texts = writer.next()?.texts
    #expect(texts != nil)
    for series in [
      "[[9,0,1,0,0]]", "[[0,9,1,0,0]]", "[[0,0,1,3,2]]", "[[0,0,1,0,99]]", "[[0,0,-1,0,0]]", "[[0,0]]", "[", "",
    ] {
      guard let texts else { continue }
      let other = ChunkIndex.Texts(
        areas: texts.areas, codes: texts.codes, periods: texts.periods, origins: texts.origins, series: series)
      #expect(ChunkIndex(indicator: Indicator.ID("x"), other) == nil, "\(series)")
    }
  }

  @Test(arguments: ["", "a", "\"", "\\", "\u{1}\n\t", "é中\u{1F30A}", "\\u0041"])
  func `texts come back from the arrays of an index`(_ text: String) throws {
    let read = try JSONReader.read(JSONText.array([text, "b"])) { (reader) throws(JSONReader.Damage) in
      var found: [String] = []
      try reader.array { (reader) throws(JSONReader.Damage) in found.append(try reader.string()) }
      return found
    }
    #expect(read == [text, "b"])
  }
}
