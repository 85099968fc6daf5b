package import MilepostModel

/// A chunk as it was kept, unpacked.
package struct StoredChunk: Sendable {
  package let index: ChunkIndex
  private let raw: [UInt8]

  /// - Parameter size: that of the bytes when they are unpacked.
  /// - Returns: nil when the bytes are not those of a chunk.
  package init?(_ index: ChunkIndex, size: Int, packed: UnsafeRawBufferPointer) {
    guard size > 0, size <= Int(Int32.max), let raw = LZ4.unpacked(packed, size: size) else { return nil }
    self.index = index
    self.raw = raw
  }

  /// What `ChunkWriter` said of it.
  func hash(_ texts: ChunkIndex.Texts) -> Digest { ChunkWriter.hash(indicator: index.indicator, texts, raw) }

  /// Some of the series as a table, or all of them.
  ///
  /// - Parameter chosen: places in the index, sorted; nil: all.
  /// - Returns: nil when the chunk is damaged.
  package func table(_ chosen: [Int]? = nil) -> SeriesTable? { columns(chosen).map { SeriesTable($0) } }

  /// The same as columns, which cost less to make.
  package func columns(_ chosen: [Int]? = nil) -> SeriesTable.Columns? {
    raw.withUnsafeBufferPointer { bytes in
      guard let layout = ChunkLayout(bytes, index) else { return nil }
      return layout.columns(chosen.map { $0[...] } ?? Array(index.entries.indices)[...])
    }
  }
}

/// Where the columns of an unpacked chunk lie.
private struct ChunkLayout {
  private let index: ChunkIndex
  private let scales: StoredColumn
  private let period: WordColumn
  private let kind: StoredColumn
  private let status: StoredColumn
  private let origin: WordColumn
  private let number: WordColumn
  private let coverage: [UInt32: Coverage]

  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ index: ChunkIndex) {
    let rows = index.observations
    var reader = ColumnReader(bytes)
    guard reader.byte() == ChunkWriter.form, let scales = reader.column(index.entries.count),
      let period = reader.columns(2, rows), let kind = reader.column(rows), let status = reader.column(rows),
      let origin = reader.columns(2, rows), let number = reader.columns(8, rows),
      let coverage = ChunkLayout.coverage(&reader), reader.isAtEnd
    else { return nil }
    self.index = index
    self.scales = scales
    self.period = period
    self.kind = kind
    self.status = status
    self.origin = origin
    self.number = number
    self.coverage = coverage
  }

  private static func coverage(_ reader: inout ColumnReader) -> [UInt32: Coverage]? {
    guard let count = reader.columns(4, 1).map({ Int($0[0]) }) else { return nil }
    guard count > 0 else { return [:] }
    guard let rows = reader.columns(4, count), let reported = reader.columns(8, count),
      let estimated = reader.columns(8, count), let imputed = reader.columns(8, count),
      let missing = reader.columns(8, count)
    else { return nil }
    var coverage: [UInt32: Coverage] = [:]
    for place in 0..<count {
      coverage[UInt32(rows[place])] = Coverage(
        reported: Double(bitPattern: reported[place]), estimated: Double(bitPattern: estimated[place]),
        imputed: Double(bitPattern: imputed[place]), missing: Double(bitPattern: missing[place]))
    }
    return coverage
  }

  func columns(_ chosen: ArraySlice<Int>) -> SeriesTable.Columns? {
    var columns = SeriesTable.Columns()
    columns.periods = index.periods
    columns.provenances = index.provenances
    let isAll = chosen.count == index.entries.count
    columns.keys = isAll ? index.keys : chosen.map(index.key)
    var (start, next) = (0, 0)
    // Series that lie side by side are read as one.
    var runs: [Range<Int>] = []
    for place in chosen {
      while next < place {
        start += index.entries[next].observations
        next += 1
      }
      let own = start..<start + index.entries[place].observations
      if let last = runs.last, last.upperBound == own.lowerBound {
        runs[runs.count - 1] = last.lowerBound..<own.upperBound
      } else {
        runs.append(own)
      }
      columns.starts.append(columns.starts[columns.starts.count - 1] + own.count)
    }
    let count = columns.starts[columns.starts.count - 1]
    columns.period = period.gathered(runs, count)
    columns.provenance = origin.gathered(runs, count)
    columns.kind = kind.gathered(runs, count)
    guard let status = statuses(runs, count) else { return nil }
    columns.status = status
    columns.number = numbers(chosen, columns.starts, number.gathered(runs, count))
    if !coverage.isEmpty { columns.coverage = coverage(runs) }
    return isWhole(columns) ? columns : nil
  }

  private func isWhole(_ columns: SeriesTable.Columns) -> Bool {
    let (periods, origins) = (columns.periods.count, columns.provenances.count)
    return columns.period.allSatisfy { Int($0) < periods } && columns.provenance.allSatisfy { Int($0) < origins }
      && columns.kind.allSatisfy { $0 < 8 || $0 == SeriesTable.Columns.confidential }
  }

  private func statuses(_ runs: [Range<Int>], _ count: Int) -> [ObservationStatus]? {
    if let constant = status.constant {
      guard let status = ObservationStatus(letter: constant) else { return count == 0 ? [] : nil }
      return Array(repeating: status, count: count)
    }
    let letters = status.gathered(runs, count)
    let statuses = letters.compactMap { ObservationStatus(letter: $0) }
    return statuses.count == letters.count ? statuses : nil
  }

  private func numbers(_ chosen: ArraySlice<Int>, _ starts: [Int], _ words: [UInt64]) -> [Double] {
    [Double](unsafeUninitializedCapacity: words.count) { target, count in
      for (order, place) in chosen.enumerated() {
        let rows = starts[order]..<starts[order + 1]
        let scale = scales[place]
        if scale == DecimalScale.none {
          var bits: UInt64 = 0
          for row in rows {
            bits ^= words[row]
            target[row] = Double(bitPattern: bits)
          }
        } else {
          let power = DecimalScale.powers[min(Int(scale), DecimalScale.most)]
          var steps: Int64 = 0
          for row in rows {
            let word = words[row]
            steps &+= Int64(bitPattern: word >> 1) ^ -Int64(bitPattern: word & 1)
            target[row] = Double(steps) / power
          }
        }
      }
      count = words.count
    }
  }

  private func coverage(_ runs: [Range<Int>]) -> [UInt32: Coverage] {
    var gathered: [UInt32: Coverage] = [:]
    var place: UInt32 = 0
    for run in runs {
      for row in run {
        if let shares = coverage[UInt32(row)] { gathered[place] = shares }
        place += 1
      }
    }
    return gathered
  }
}

extension StoredColumn {
  fileprivate func gathered(_ runs: [Range<Int>], _ count: Int) -> [UInt8] {
    if let constant { return Array(repeating: constant, count: count) }
    var gathered: [UInt8] = []
    gathered.reserveCapacity(count)
    for run in runs { gathered.append(contentsOf: rows(run)) }
    return gathered
  }
}

extension WordColumn {
  fileprivate func gathered<Word: FixedWidthInteger>(_ runs: [Range<Int>], _ count: Int) -> [Word] {
    var gathered = [Word](repeating: 0, count: count)
    gathered.withUnsafeMutableBufferPointer { target in
      var place = 0
      for run in runs {
        read(run, into: UnsafeMutableBufferPointer(rebasing: target[place..<place + run.count]))
        place += run.count
      }
    }
    return gathered
  }
}

extension ObservationStatus {
  private static let byLetter: [ObservationStatus?] = {
    var table = [ObservationStatus?](repeating: nil, count: 256)
    for status in allCases { table[Int(status.letter)] = status }
    return table
  }()

  package init?(letter: UInt8) {
    guard let status = ObservationStatus.byLetter[Int(letter)] else { return nil }
    self = status
  }
}
