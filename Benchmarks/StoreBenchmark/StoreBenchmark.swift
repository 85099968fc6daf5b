#if Store
  import Foundation
  import MilepostModel
  import MilepostStore

  #if Postgres
    import MilepostPostgres
  #endif

  /// Publishes generated series, reads them back, and writes them as plain columns for other engines to load; or the
  /// same with a store in PostgreSQL, which is empty.
  ///
  /// usage: StoreBenchmark FOLDER|postgres://… [INDICATORS]
  @main enum StoreBenchmark {
    static func main() throws {
      let arguments = CommandLine.arguments
      let folder = arguments[1]
      let indicators = arguments.count > 2 ? Int(arguments[2]) : nil
      let table = GeneratedSeries(indicators: indicators ?? 579).table
      print("observations \(table.valueCount)")
      print("series \(table.seriesCount)")
      #if Postgres
        if let address = PostgresAddress(folder) {
          let store = try PostgresStore.openOrMake(address)
          try publish(table, store)
          return try read(store, table, points: 500)
        }
      #endif
      try export(table, to: folder)
      let path = folder + "/bench.store"
      let store = try SQLiteStore.openOrMake(path)
      try publish(table, store)
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      print("size_mb \(size.map { Double($0) / 1e6 } ?? .nan)")
      try read(store, table, points: 2000)
    }

    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
      let start = ContinuousClock.now
      try body()
      let passed = (ContinuousClock.now - start).components
      return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
    }

    private static func publish(_ table: SeriesTable, _ store: some ReleaseStore) throws {
      let release = Sample.release(table)
      let deposit = Deposit([Deposit.Item(release, contentHash: "")], states: [], program: "bench")
      let time = try seconds {
        _ = try store.beginPublishing().finish(deposit, at: Moment(millisecondsSince1970: 0))
      }
      print("publish_s \(time)")
      let again = try seconds {
        _ = try store.beginPublishing().finish(deposit, at: Moment(millisecondsSince1970: 1))
      }
      print("publish_again_s \(again)")
    }

    private static func read(_ store: some ReleaseStore, _ table: SeriesTable, points count: Int) throws {
      guard let publication = try store.publication(asOf: nil),
        let release = try store.releases(of: publication.id).last
      else { return }
      let set = release.series.id
      for _ in 0..<3 {
        var sum = 0.0
        let time = try seconds {
          for place in try store.chunks(of: set, indicator: nil) {
            let table = try store.table(of: place.chunk) { Array($0.entries.indices) }
            for number in table.map(\.columns.number) ?? [] { sum += number }
          }
        }
        print("scan_s \(time)")
        print("sum \(sum)")
      }
      print("verify_s \(try seconds { _ = try store.verify() })")
      print("index_s \(try seconds { _ = try store.series(of: set) })")
      print("availability_ms \(try seconds { _ = try store.availability(of: set) } * 1000)")
      let one = SeriesSelection(indicator: table.keys[table.keys.count / 2].indicator)
      print("availability_of_indicator_ms \(try seconds { _ = try store.availability(of: set, one) } * 1000)")
      try points(store, set, table, count)
    }

    private static func points(
      _ store: some ReleaseStore, _ set: SeriesSet.ID, _ table: SeriesTable, _ count: Int
    ) throws {
      var random = Random()
      var times: [Double] = []
      for _ in 0..<count {
        let key = table.keys[random.next(table.keys.count)]
        var count = 0
        times.append(try seconds { count = try store.series(key, of: set)?.valueCount ?? -1 })
        precondition(count == GeneratedSeries.years, "a series that was published is found")
      }
      times.sort()
      print("point_p50_us \(times[times.count / 2] * 1e6)")
      print("point_p99_us \(times[times.count * 99 / 100] * 1e6)")
    }

    /// One file for each column, as the machine has numbers.
    private static func export(_ table: SeriesTable, to folder: String) throws {
      let columns = table.columns
      var (indicator, area, codes) = (Codes<Indicator.ID>(), Codes<Area.ID>(), Codes<[DimensionCode]>())
      var keys: [[UInt16]] = [[], [], []]
      for (place, key) in columns.keys.enumerated() {
        let count = columns.starts[place + 1] - columns.starts[place]
        for (column, code) in [indicator[key.indicator], area[key.area], codes[key.codes]].enumerated() {
          keys[column].append(contentsOf: repeatElement(code, count: count))
        }
      }
      for (name, column) in zip(["indicator", "area", "codes", "period"], keys + [columns.period]) {
        try column.withUnsafeBytes { try Data($0).write(to: URL(filePath: "\(folder)/\(name).u16")) }
      }
      try columns.number.withUnsafeBytes { try Data($0).write(to: URL(filePath: "\(folder)/value.f64")) }
      try Data(columns.kind).write(to: URL(filePath: "\(folder)/kind.u8"))
      let status = columns.status.map { UInt8($0 == .estimated ? 1 : 0) }
      try Data(status).write(to: URL(filePath: "\(folder)/status.u8"))
    }
  }

  private struct Codes<Value: Hashable> {
    private var codes: [Value: UInt16] = [:]

    subscript(value: Value) -> UInt16 {
      mutating get {
        if let known = codes[value] { return known }
        codes[value] = UInt16(codes.count)
        return UInt16(codes.count - 1)
      }
    }
  }
#else
  @main enum StoreBenchmark {
    static func main() { print("build it with --traits Store") }
  }
#endif
