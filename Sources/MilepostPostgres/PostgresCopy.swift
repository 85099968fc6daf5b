#if Postgres
  import MilepostStore

  /// Rows on their way to a table, in the binary or the text form of `COPY`.
  struct PostgresCopy {
    private let connection: PostgresConnection
    private var bytes: [UInt8] = []
    /// So much is sent at once.
    private static let size = 1 << 18

    init(_ connection: PostgresConnection) {
      self.connection = connection
      bytes.reserveCapacity(PostgresCopy.size + 4096)
    }

    mutating func flush() throws(StoreError) {
      guard !bytes.isEmpty else { return }
      try connection.send(bytes)
      bytes.removeAll(keepingCapacity: true)
    }

    /// What a binary `COPY` begins with: a mark, no flags, nothing further.
    mutating func head() {
      bytes.append(contentsOf: Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0])
      word(0)
      word(0)
    }

    /// Begins a row of so many fields.
    mutating func row(_ fields: Int) throws(StoreError) {
      if bytes.count >= PostgresCopy.size { try flush() }
      half(fields)
    }

    /// What a binary `COPY` ends with.
    mutating func tail() { half(-1) }

    mutating func null() { word(-1) }

    mutating func integer(_ number: Int) {
      word(4)
      word(number)
    }

    mutating func long(_ number: Int) {
      word(8)
      append(UInt64(bitPattern: Int64(number)))
    }

    mutating func double(_ number: Double) {
      word(8)
      append(number.bitPattern)
    }

    mutating func byte(_ byte: UInt8) {
      word(1)
      bytes.append(byte)
    }

    mutating func text(_ text: some Collection<UInt8>) {
      word(text.count)
      bytes.append(contentsOf: text)
    }

    mutating func text(_ text: String) { self.text(text.utf8) }

    mutating func integers(_ numbers: [Int]) {
      array(of: 23, numbers.count, each: 8)
      for number in numbers { integer(number) }
    }

    mutating func doubles(_ numbers: [Double]) {
      array(of: 701, numbers.count, each: 12)
      for number in numbers { double(number) }
    }

    /// The head of an array: dimensions, no gaps, type, length, first index.
    private mutating func array(of type: Int, _ count: Int, each size: Int) {
      guard count > 0 else {
        word(12)
        for head in [0, 0, type] { word(head) }
        return
      }
      word(20 + count * size)
      for head in [1, 0, type, count, 1] { word(head) }
    }

    private mutating func half(_ number: Int) {
      let word = UInt16(truncatingIfNeeded: number)
      bytes.append(UInt8(word >> 8))
      bytes.append(UInt8(truncatingIfNeeded: word))
    }

    private mutating func word(_ number: Int) { append(UInt32(truncatingIfNeeded: number)) }

    private mutating func append(_ word: some FixedWidthInteger) {
      withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// A line of the text form, which the server reads by the types of the columns.
    mutating func line(_ cells: [StoreCell]) throws(StoreError) {
      if bytes.count >= PostgresCopy.size { try flush() }
      for (place, cell) in cells.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: "\t")) }
        switch cell {
        case .null: bytes.append(contentsOf: "\\N".utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .real(let number): bytes.append(contentsOf: String(number).utf8)
        case .text(let text): escape(text)
        }
      }
      bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func escape(_ text: String) {
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
        case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
        default: bytes.append(byte)
        }
      }
    }
  }
#endif
