#if Postgres
  import CLibPQ
  import MilepostStore

  /// The answer to a statement, in PostgreSQL's binary form.
  ///
  /// A class because the memory is libpq's and goes back with it.
  final class PostgresRows {
    private let result: OpaquePointer
    let count: Int

    init(_ result: OpaquePointer) {
      self.result = result
      count = Int(PQntuples(result))
    }

    deinit { PQclear(result) }

    func isNull(_ row: Int, _ column: Int) -> Bool { PQgetisnull(result, Int32(row), Int32(column)) == 1 }

    func raw(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
      let length = Int(PQgetlength(result, Int32(row), Int32(column)))
      return UnsafeRawBufferPointer(start: PQgetvalue(result, Int32(row), Int32(column)), count: length)
    }

    func isTrue(_ row: Int, _ column: Int) -> Bool { raw(row, column).first == 1 }

    /// Of two, four or eight bytes.
    func integer(_ row: Int, _ column: Int) -> Int { PostgresRows.integer(raw(row, column)) }

    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int {
      switch bytes.count {
      case 8: Int(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
      case 4: Int(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
      case 2: Int(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
      default: preconditionFailure("a column of whole numbers has two, four or eight bytes")
      }
    }

    func double(_ row: Int, _ column: Int) -> Double { PostgresRows.double(raw(row, column)) }

    private static func double(_ bytes: UnsafeRawBufferPointer) -> Double {
      Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)))
    }

    func text(_ row: Int, _ column: Int) -> String { String(decoding: raw(row, column), as: UTF8.self) }

    func optionalText(_ row: Int, _ column: Int) -> String? { isNull(row, column) ? nil : text(row, column) }

    func bytes(_ row: Int, _ column: Int) -> [UInt8] { [UInt8](raw(row, column)) }

    /// An array with one dimension and without gaps: a head of five words, then each element behind its length.
    private func elements<Element>(
      _ row: Int, _ column: Int, _ element: (UnsafeRawBufferPointer) -> Element
    ) -> [Element] {
      let bytes = raw(row, column)
      guard bytes.count >= 20 else { return [] }
      var elements: [Element] = []
      var place = 20
      while place + 4 <= bytes.count {
        let length = PostgresRows.integer(UnsafeRawBufferPointer(rebasing: bytes[place..<place + 4]))
        guard length >= 0, place + 4 + length <= bytes.count else { break }
        elements.append(element(UnsafeRawBufferPointer(rebasing: bytes[place + 4..<place + 4 + length])))
        place += 4 + length
      }
      return elements
    }

    func integers(_ row: Int, _ column: Int) -> [Int] { elements(row, column, PostgresRows.integer) }

    func doubles(_ row: Int, _ column: Int) -> [Double] { elements(row, column, PostgresRows.double) }

    private static let boolean: Oid = 16
    private static let integers: Set<Oid> = [20, 21, 23]
    private static let double: Oid = 701

    /// The value by the type of its column.
    func cell(_ row: Int, _ column: Int) -> StoreCell {
      if isNull(row, column) { return .null }
      let type = PQftype(result, Int32(column))
      if type == PostgresRows.boolean { return .integer(isTrue(row, column) ? 1 : 0) }
      if type == PostgresRows.double { return .real(double(row, column)) }
      return PostgresRows.integers.contains(type) ? .integer(integer(row, column)) : .text(text(row, column))
    }
  }
#endif
