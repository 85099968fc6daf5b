import MilepostModel

extension SDMX {
  /// The cells of one row, as numbers of their columns' values.
  struct CSVRow {
    var line = 0
    /// Where its first line begins.
    var lineStart = 0
    /// Where each cell begins.
    var starts: [Int] = []
    /// Of structure, its id and action.
    private(set) var setNumbers = [UInt32](repeating: CodedComponent.absent, count: 3)
    private(set) var key: [UInt32] = []
    private(set) var time = CodedComponent.absent
    private(set) var attributes: [UInt32] = []
    var values: [MeasureValue] = []
    let hasTime: Bool
    let hasUpperAttributes: Bool
    private let lowerAttributes: [Int]

    init() {
      hasTime = false
      hasUpperAttributes = false
      lowerAttributes = []
    }

    init(_ header: CSVHeader) {
      starts = Array(repeating: 0, count: header.columns.count)
      key = Array(repeating: CodedComponent.absent, count: header.dimensions.count)
      attributes = Array(repeating: CodedComponent.absent, count: header.attributes.count)
      values = Array(repeating: .absent, count: header.measures.count)
      hasTime = header.time != nil
      hasUpperAttributes = header.attributes.contains { $0.level != .observation }
      lowerAttributes = header.attributes.indices.filter { header.attributes[$0].level == .observation }
    }

    mutating func take(_ number: UInt32, _ role: CSVRole) {
      switch role {
      case .dimension(let place): key[place] = number
      case .attribute(let place): attributes[place] = number
      case .time: time = number
      case .structure: setNumbers[0] = number
      case .structureID: setNumbers[1] = number
      case .action: setNumbers[2] = number
      case .measure, .ignored: return
      }
    }

    /// Where a cell begins, which may be some lines below its row.
    func position(of cell: Int, _ bytes: Span<UInt8>, _ file: String) -> SourcePosition {
      let place = bytes.position(of: starts[cell], from: lineStart, in: file)
      return SourcePosition(file: file, line: line + place.line - 1, column: place.column)
    }

    /// Whether it has a value of a measure.
    var hasValue: Bool { values.contains { $0 != .absent } }

    /// Whether it is about an observation, and not only about a series or group.
    var isObservation: Bool {
      for place in values.indices {
        if case .absent = values[place] { continue }
        return true
      }
      return hasTime && time != CodedComponent.absent
        || lowerAttributes.contains { attributes[$0] != CodedComponent.absent }
    }
  }
}
