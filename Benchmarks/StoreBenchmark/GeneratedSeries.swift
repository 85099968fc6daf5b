#if Store
  import MilepostModel

  /// About ten million invented values of 579 indicators for 220 areas over 27 years, some by sex and age.
  struct GeneratedSeries {
    static let years = 27
    let table: SeriesTable

    init(indicators: Int) {
      let areas = (0..<220).map { Area.ID("A\($0 + 1000)") }
      var columns = SeriesTable.Columns()
      columns.periods = (0..<GeneratedSeries.years).map { TimePeriod(year: 1998 + $0) }
      columns.provenances = (0..<10).map { source in
        Provenance(
          source: DataSource.ID("source-\(source)"), vintage: CalendarDate(dayNumber: 19_000 + Int32(source)),
          received: CalendarDate(dayNumber: 19_000 + Int32(source)), isComputed: false)
      }
      var random = Random()
      for number in 0..<indicators {
        let id = Indicator.ID("I\(number + 1000)")
        let scale = GeneratedSeries.powers[number % 4]
        let combinations = GeneratedSeries.combinations(number)
        for area in areas {
          for codes in combinations {
            columns.keys.append(SeriesKey(id, area, codes))
            GeneratedSeries.append(&columns, &random, scale: scale, source: number % 10)
          }
        }
      }
      table = SeriesTable(columns)
    }

    private static let powers = [10.0, 100, 1000, 10_000]

    /// One in twenty indicators is by sex and age, a quarter by age, a third by sex.
    private static func combinations(_ number: Int) -> [[DimensionCode]] {
      let sexes = ["F", "M", SeriesKey.total].map { DimensionCode("SEX", $0) }
      let ages = ["Y0T14", "Y15T24", "Y25T64", "Y_GE65"].map { DimensionCode("AGE", $0) }
      let all: [[DimensionCode]] =
        switch number % 20 {
        case 0: sexes.flatMap { sex in ages.map { [sex, $0] } }
        case 1...5: ages.map { [$0] }
        case 6...11: sexes.map { [$0] }
        default: [[]]
        }
      let area = Area.ID("")
      return all.map { SeriesKey(Indicator.ID(""), area, $0) }.sorted().map(\.codes)
    }

    /// A series that wanders from year to year, with a gap here and there and an estimate at the end of some.
    private static func append(
      _ columns: inout SeriesTable.Columns, _ random: inout Random, scale: Double, source: Int
    ) {
      var level = random.next(8000) + 1000
      let isEstimate = random.next(3) == 0
      for year in 0..<years {
        level = max(0, level + random.next(400) - 150)
        let isMissing = random.next(100) == 0
        columns.period.append(UInt16(year))
        columns.number.append(isMissing ? 0 : Double(level * 10 + random.next(10)) / scale)
        columns.kind.append(isMissing ? CellKind.notCollected.rawValue : CellKind.figure.rawValue)
        columns.status.append(isEstimate && year == years - 1 ? .estimated : .reported)
        columns.provenance.append(UInt32(source))
      }
      columns.starts.append(columns.number.count)
    }
  }

  /// Knuth's linear congruential generator for MMIX.
  struct Random {
    private var state: UInt64 = 20_260_101

    mutating func next(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }
#endif
