package import MilepostModel

/// Packs series of a table as chunks.
///
/// A chunk holds whole series of one indicator, at least `rows` of rows unless the indicator has fewer. What it holds
/// depends on its series alone, so that two tables that share series share chunks.
///
/// The bytes of a chunk, before LZ4: the form (1), the decimals of each series, then for each row the place of its
/// period, kind, status, the place of its origin, its number; then the coverage of the rows that have one. A number is
/// the zigzag difference from the one before in steps of the series' decimals, or the difference of the bits.
package struct ChunkWriter {
  /// A chunk that is to be kept.
  package struct Chunk: Sendable {
    /// The places of its series in the table.
    package let series: Range<Int>
    package let index: ChunkIndex
    package let texts: ChunkIndex.Texts
    /// Before LZ4.
    package let bytes: [UInt8]
    package let hash: Digest

    /// As a file keeps it.
    package var packed: [UInt8] { LZ4.packed(bytes) }
  }

  /// So many rows are unpacked in some microseconds and pack about as well as more.
  static let rows = 4096
  static let form: UInt8 = 1

  private let columns: SeriesTable.Columns
  private var series = 0
  private var number: [UInt64] = []

  package init(_ table: SeriesTable) { columns = table.columns }

  /// The next chunk; nil when every series has been packed.
  package mutating func next() -> Chunk? {
    guard series < columns.keys.count else { return nil }
    let start = series
    let indicator = columns.keys[start].indicator
    let firstRow = columns.starts[start]
    repeat {
      series += 1
    } while series < columns.keys.count && columns.starts[series] - firstRow < ChunkWriter.rows
      && columns.keys[series].indicator == indicator
    var parts = ChunkParts(columns, start..<series)
    let index = parts.index
    let bytes = bytes(start..<series, &parts)
    let texts = index.texts
    return Chunk(
      series: start..<series, index: index, texts: texts, bytes: bytes,
      hash: ChunkWriter.hash(indicator: indicator, texts, bytes))
  }

  /// Over everything that is kept of a chunk.
  ///
  /// - Parameter bytes: before LZ4, of which another version may pack them otherwise.
  package static func hash(
    indicator: Indicator.ID, _ texts: ChunkIndex.Texts, _ bytes: borrowing [UInt8]
  ) -> Digest {
    var all: [UInt8] = []
    all.reserveCapacity(bytes.count + texts.series.utf8.count + 4096)
    let heads = [indicator.text, texts.areas, texts.codes, texts.periods, texts.origins, texts.series]
    for head in heads {
      all.append(contentsOf: head.utf8)
      all.append(UInt8(ascii: "\n"))
    }
    bytes.withUnsafeBufferPointer { all.append(contentsOf: $0) }
    return Digest(of: all)
  }

  private mutating func bytes(_ series: Range<Int>, _ parts: inout ChunkParts) -> [UInt8] {
    let rows = columns.starts[series.lowerBound]..<columns.starts[series.upperBound]
    var bytes = [ChunkWriter.form]
    bytes.reserveCapacity(rows.count * 12)
    ByteColumn.write(scales(series, rows), to: &bytes)
    ByteColumn.write(parts.periodColumn, to: &bytes)
    columns.kind.withUnsafeBufferPointer { ByteColumn.write(UnsafeBufferPointer(rebasing: $0[rows]), to: &bytes) }
    writeStatuses(rows, to: &bytes)
    ByteColumn.write(parts.originColumn, to: &bytes)
    ByteColumn.write(number, to: &bytes)
    writeCoverage(rows, to: &bytes)
    return bytes
  }

  /// Lays the numbers of the rows into `number` and returns the decimals of each series.
  private mutating func scales(_ series: Range<Int>, _ rows: Range<Int>) -> [UInt8] {
    number.removeAll(keepingCapacity: true)
    var scales: [UInt8] = []
    scales.reserveCapacity(series.count)
    columns.number.withUnsafeBufferPointer { figures in
      for place in series {
        let own = UnsafeBufferPointer(rebasing: figures[columns.starts[place]..<columns.starts[place + 1]])
        if let decimals = DecimalScale.append(own, to: &number) {
          scales.append(UInt8(decimals))
        } else {
          scales.append(DecimalScale.none)
          appendBits(own)
        }
      }
    }
    return scales
  }

  private mutating func appendBits(_ figures: UnsafeBufferPointer<Double>) {
    var before: UInt64 = 0
    for figure in figures {
      number.append(figure.bitPattern ^ before)
      before = figure.bitPattern
    }
  }

  private func writeStatuses(_ rows: Range<Int>, to bytes: inout [UInt8]) {
    let first = columns.status[rows].first
    if let first, columns.status[rows].allSatisfy({ $0 == first }) {
      ByteColumn.write([first.letter], to: &bytes)
    } else {
      ByteColumn.write(columns.status[rows].map(\.letter), to: &bytes)
    }
  }

  private func writeCoverage(_ rows: Range<Int>, to bytes: inout [UInt8]) {
    let covered =
      columns.coverage.isEmpty ? [] : rows.compactMap { row in columns.coverage[UInt32(row)].map { (row, $0) } }
    ByteColumn.write([UInt32(covered.count)], to: &bytes)
    guard !covered.isEmpty else { return }
    ByteColumn.write(covered.map { UInt32($0.0 - rows.lowerBound) }, to: &bytes)
    for share in [\Coverage.reported, \Coverage.estimated, \Coverage.imputed, \Coverage.missing] {
      ByteColumn.write(covered.map { $0.1[keyPath: share].bitPattern }, to: &bytes)
    }
  }
}

extension ObservationStatus {
  /// The letter of SDMX's CL_OBS_STATUS.
  package var letter: UInt8 {
    switch self {
    case .reported: UInt8(ascii: "A")
    case .breakInSeries: UInt8(ascii: "B")
    case .differentDefinition: UInt8(ascii: "D")
    case .estimated: UInt8(ascii: "E")
    case .forecast: UInt8(ascii: "F")
    case .imputed: UInt8(ascii: "I")
    case .provisional: UInt8(ascii: "P")
    case .lowReliability: UInt8(ascii: "U")
    }
  }
}
