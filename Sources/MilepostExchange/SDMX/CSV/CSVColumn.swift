import MilepostModel

extension SDMX {
  /// What a column of a CSV message holds.
  enum CSVRole: Hashable {
    case structure, structureID, action, time
    /// By its place among the dimensions, measures or attributes.
    case dimension(Int)
    case measure(Int)
    case attribute(Int)
    /// Names, keys, and columns of the sender's own.
    case ignored
  }

  /// Which texts a column may hold.
  enum CSVDomain {
    case any
    case periods
    case codes(Set<String>, of: String)

    func allows(_ text: String) -> Bool {
      switch self {
      case .any: true
      case .periods: Period(text) != nil
      // Switched off: said of something above this dimension.
      case .codes(let codes, _): codes.contains(text) || text == "~"
      }
    }
  }

  /// A column while rows are read.
  struct CSVColumn {
    let id: String
    let role: CSVRole
    let domain: CSVDomain
    /// Between several values of a cell; nil where it holds one.
    let separator: Character?
    /// Whether names stand behind codes, as `A: Annual`.
    let hasLabels: Bool
    /// The cell of the row before and its number.
    var last = 0..<0
    /// Whether there was one that may be compared with.
    var hasLast = false
    var lastNumber = CodedComponent.absent
    private var numbers = FieldNumbers()
    private var valueOfText: [UInt32] = []
    private(set) var values: [String] = []
    private var numberOfValue: [String: UInt32] = [:]
    /// Values outside of the domain, and where each stands first.
    private(set) var faults: [(value: UInt32, position: SourcePosition)] = []

    init(_ id: String, _ role: CSVRole, domain: CSVDomain = .any, separator: Character? = nil, hasLabels: Bool = false)
    {
      self.id = id
      self.role = role
      self.domain = domain
      self.separator = separator
      self.hasLabels = hasLabels
    }

    /// The number of a cell's value.
    ///
    /// - Parameter position: of the cell.
    mutating func number(
      of field: CSVField, in bytes: Span<UInt8>, at position: @autoclosure () -> SourcePosition
    ) -> UInt32 {
      let text = numbers.number(of: field, in: bytes)
      guard text != CodedComponent.absent else { return text }
      if Int(text) < valueOfText.count { return valueOfText[Int(text)] }
      let value = value(of: numbers.texts[Int(text)])
      let number: UInt32
      if let known = numberOfValue[value] {
        number = known
      } else {
        number = UInt32(values.count)
        values.append(value)
        numberOfValue[value] = number
        if !isAllowed(value) { faults.append((number, position())) }
      }
      valueOfText.append(number)
      return number
    }

    private func isAllowed(_ value: String) -> Bool {
      guard separator != nil else { return domain.allows(value) }
      return value.split(separator: CodedComponent.separator).allSatisfy { domain.allows(String($0)) }
    }

    private func value(of text: String) -> String {
      guard let separator else { return code(of: text) }
      return text.split(separator: separator, omittingEmptySubsequences: false).map { code(of: String($0)) }
        .joined(separator: String(CodedComponent.separator))
    }

    /// The code before a name; the text itself where it has none.
    private func code(of text: String) -> String {
      guard hasLabels, let end = text.range(ofLabelMark: ": ") else { return text }
      let code = text[..<end]
      switch domain {
      case .codes(let codes, _): return codes.contains(text) ? text : String(code)
      case .periods: return String(code)
      case .any: return Reference.isID(code) ? String(code) : text
      }
    }
  }
}

extension String {
  /// Where a mark begins for the first time.
  func range(ofLabelMark mark: String) -> String.Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(mark) { return index }
      index = self.index(after: index)
    }
    return nil
  }

  /// A header or reference without the name behind it.
  var withoutLabel: String { range(ofLabelMark: ": ").map { String(self[..<$0]) } ?? self }
}
