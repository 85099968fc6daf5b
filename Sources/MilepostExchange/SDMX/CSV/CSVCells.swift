import MilepostModel

extension SDMX {
  /// The values of a component as cells of a CSV message, each written once.
  struct CSVCells: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    init() {}

    init(_ component: CodedComponent, _ cell: (String) -> [UInt8]) {
      for value in component.values { append(cell(value)) }
    }

    mutating func append(_ cell: [UInt8]) {
      bytes.append(contentsOf: cell)
      ends.append(bytes.count)
    }

    /// Appends a cell; nothing for an absent value.
    func write(_ number: UInt32, into sink: inout [UInt8]) {
      guard number != CodedComponent.absent else { return }
      let start = number == 0 ? 0 : ends[Int(number) - 1]
      sink.append(contentsOf: bytes[start..<ends[Int(number)]])
    }
  }

  /// Writes texts as cells with names where they are wanted.
  struct CSVCellForm: Sendable {
    let form: CSVForm
    let structure: ResolvedStructure?

    /// A comma between values of one cell would end it; so a semicolon.
    static let separator = ";"

    static func quoted(_ text: String) -> [UInt8] {
      let bytes = Array(text.utf8)
      guard bytes.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return bytes }
      var quoted = [CSVSign.quote]
      for byte in bytes {
        if byte == CSVSign.quote { quoted.append(byte) }
        quoted.append(byte)
      }
      quoted.append(CSVSign.quote)
      return quoted
    }

    func name(_ text: LocalizedText?) -> String? { text.map { $0.best(of: form.languages).text } }

    /// The names of a component's codes.
    func names(of id: String) -> [String: String] {
      guard let list = structure?.component(id)?.codelist else { return [:] }
      return Dictionary(
        list.items.compactMap { code in name(code.naming.name).map { (code.id, $0) } }
      ) { first, _ in first }
    }

    func header(_ id: String, holdsSeveral: Bool) -> [UInt8] {
      let text = holdsSeveral ? id + "[]" : id
      let name = name(structure?.component(id)?.name)
      return CSVCellForm.quoted(form.labels == .both ? name.map { "\(text): \($0)" } ?? text : text)
    }

    /// The cell of a value; one of several is joined with the others.
    func cell(_ value: String, names: [String: String]) -> [UInt8] {
      let values = value.split(separator: CodedComponent.separator, omittingEmptySubsequences: false).map(String.init)
      let labelled = values.map { value in
        form.labels == .both ? names[value].map { "\(value): \($0)" } ?? value : value
      }
      return CSVCellForm.quoted(labelled.joined(separator: CSVCellForm.separator))
    }

    func nameCell(_ value: String, names: [String: String]) -> [UInt8] {
      let values = value.split(separator: CodedComponent.separator, omittingEmptySubsequences: false)
      return CSVCellForm.quoted(values.compactMap { names[String($0)] }.joined(separator: CSVCellForm.separator))
    }

    /// A period as it is, or as its last day.
    func period(_ text: String) -> String {
      guard form.timeFormat == .normalized, let period = Period(text) else { return text }
      return period.lastDay.description
    }
  }
}
