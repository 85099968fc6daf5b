import MilepostLanguage

extension SDMX {
  /// One value of a measure.
  package enum MeasureValue: Hashable, Sendable {
    /// Nothing was written.
    case absent
    case number(Double)
    /// `NaN`, by which messages say that a value is missing.
    case notANumber
    /// What is no number, or one that a `Double` would not keep.
    case text(String)
  }

  /// The values of a measure, one for each observation: numbers, and aside the texts that numbers cannot stand for.
  package struct MeasureColumn: Sendable {
    private var numbers: [Double] = []
    private var texts: [Int: String] = [:]

    /// A NaN that no calculation makes.
    private static let absentBits: UInt64 = 0x7FF8_0000_0000_4D50

    package init() {}

    package var count: Int { numbers.count }

    package mutating func reserveCapacity(_ count: Int) { numbers.reserveCapacity(count) }

    package mutating func append(_ value: MeasureValue) {
      switch value {
      case .absent: numbers.append(Double(bitPattern: MeasureColumn.absentBits))
      case .number(let number): numbers.append(number)
      case .notANumber: numbers.append(.nan)
      case .text(let text):
        texts[numbers.count] = text
        numbers.append(.nan)
      }
    }

    package mutating func append(number: Double) { numbers.append(number) }

    /// - Precondition: `row` is one of the column.
    package subscript(row: Int) -> MeasureValue {
      let number = numbers[row]
      if !number.isNaN { return .number(number) }
      if number.bitPattern == MeasureColumn.absentBits { return .absent }
      return texts[row].map { .text($0) } ?? .notANumber
    }

    /// Rows whose values no number stands for.
    var textsInOrder: [(row: Int, text: String)] { texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

    /// The number of a row; NaN where there is none.
    package func number(_ row: Int) -> Double { numbers[row] }

    /// The column with its rows in another order.
    func ordered(by rows: [UInt32]) -> MeasureColumn {
      var column = MeasureColumn()
      column.numbers = rows.map { numbers[Int($0)] }
      guard !texts.isEmpty else { return column }
      for (place, row) in rows.enumerated() {
        if let text = texts[Int(row)] { column.texts[place] = text }
      }
      return column
    }
  }
}

extension [UInt8] {
  /// Appends a value as data formats write it; nothing for an absent one. Texts are not escaped.
  package mutating func append(_ value: SDMX.MeasureValue) {
    switch value {
    case .absent: break
    case .number(let number): number.isFinite ? appendNumber(number) : append(number > 0 ? "INF" : "-INF")
    case .notANumber: append("NaN")
    case .text(let text): append(text)
    }
  }
}
