import MilepostModel

extension SDMX {
  /// Reads the rows of a CSV message into its data sets.
  struct CSVDataReader {
    private(set) var scanner: CSVScanner
    private let structures: Structures
    var findings = FileFindings()
    private(set) var header: CSVHeader?
    private(set) var columns: [CSVColumn] = []
    private(set) var sets: [CSVRows] = []
    /// What the data set was found by, in the row before.
    private var setNumbers: [UInt32] = []
    private var set: Int?
    private var setOfNumbers: [[UInt32]: Int?] = [:]
    private var row = CSVRow()
    private var lastKey: [UInt32]?
    private var lastSeries = 0
    private var numericMeasures: [Bool] = []

    init(_ scanner: CSVScanner, _ structures: Structures) {
      self.scanner = scanner
      self.structures = structures
    }

    /// - Returns: false when rows cannot be read.
    mutating func readHeader(_ bytes: Span<UInt8>) -> Bool {
      do throws(CSVScanner.Fault) {
        let cells = try scanner.row(bytes).map { Located($0.field.text(in: bytes), at: $0.position) }
        var ahead = scanner
        let first = scanner.offset < bytes.count ? try ahead.row(bytes).map { $0.field.text(in: bytes) } : []
        let place = scanner.position(scanner.offset, bytes)
        let structure = CSVReference(header: cells.map(\.value), first)?.resolved(structures, at: place, &findings)
        let header = CSVHeader(cells, structure: structure, findings: &findings)
        let isDelete = zip(cells, first).contains { $0.value == "ACTION" && $1.hasPrefix("D") }
        if !isDelete {
          for id in header.missingDimensions { findings.report(.noColumn(id, at: cells[0].position)) }
        }
        self.header = header
        columns = header.columns
        numericMeasures = header.measures.map { structure?.component($0)?.isNumeric == true }
        row = CSVRow(header)
        return !findings.hasErrors
      } catch {
        findings.report(.csvCut(error, bytes, in: scanner.file))
        return false
      }
    }

    /// - Returns: false when the file could not be read to its end.
    mutating func readRows(_ window: inout CSVWindow) -> Bool {
      while readRows(window.bytes.span, upTo: window.end) {
        if window.isAtEnd { return window.failure == nil }
        window.move(to: scanner.offset)
        scanner.begin()
        // The cells of the row before are gone.
        for place in columns.indices { columns[place].hasLast = false }
        guard let fault = window.firstNoText(from: 0) else { continue }
        let span = window.bytes.span
        let place = span.position(of: fault, from: 0, in: scanner.file)
        findings.report(
          .noText(
            span[fault],
            at: SourcePosition(file: scanner.file, line: scanner.line + place.line - 1, column: place.column)))
        return false
      }
      return false
    }

    private mutating func readRows(_ bytes: Span<UInt8>, upTo end: Int) -> Bool {
      do throws(CSVScanner.Fault) {
        while scanner.offset < end {
          if bytes[scanner.offset] == CSVSign.newline || bytes[scanner.offset] == CSVSign.carriageReturn {
            scanner.passRowEnd(bytes)
          } else {
            try readRow(bytes)
          }
        }
        return true
      } catch {
        findings.report(.csvCut(error, bytes, in: scanner.file))
        return false
      }
    }

    private mutating func readRow(_ bytes: Span<UInt8>) throws(CSVScanner.Fault) {
      row.line = scanner.line
      row.lineStart = scanner.lineStart
      let last = columns.count - 1
      for place in 0...last {
        row.starts[place] = scanner.offset
        try readCell(place, bytes)
        guard scanner.isAtRowEnd(bytes) == (place == last) else {
          try reportWidth(place + 1, bytes)
          return
        }
        if place < last { scanner.offset += 1 }
      }
      scanner.passRowEnd(bytes)
      take(bytes)
    }

    private mutating func readCell(_ place: Int, _ bytes: Span<UInt8>) throws(CSVScanner.Fault) {
      let role = columns[place].role
      if case .measure(let index) = role {
        try readMeasure(index, place, bytes)
        return
      }
      if columns[place].hasLast, scanner.repeats(bytes, columns[place].last) {
        scanner.offset += columns[place].last.count
      } else {
        let line = scanner.line
        let field = try scanner.field(bytes)
        guard role != .ignored else { return }
        // A cell of several lines is read each time, so that lines are counted.
        columns[place].hasLast = scanner.line == line
        columns[place].lastNumber = columns[place].number(
          of: field, in: bytes, at: row.position(of: place, bytes, scanner.file))
        columns[place].last = field.range
      }
      row.take(columns[place].lastNumber, role)
    }

    private mutating func readMeasure(_ index: Int, _ place: Int, _ bytes: Span<UInt8>) throws(CSVScanner.Fault) {
      if case .any = columns[place].domain, let (value, end) = CSVNumber.read(bytes, from: scanner.offset),
        scanner.isEnd(bytes, end)
      {
        row.values[index] = .number(value)
        scanner.offset = end
        return
      }
      let field = try scanner.field(bytes)
      var text = field.text(in: bytes)
      if case .any = columns[place].domain, scanner.delimiter == UInt8(ascii: ";") { text.replaceDecimalComma() }
      row.values[index] = MeasureValue(written: text)
      if case .codes = columns[place].domain {
        if !text.isEmpty {
          _ = columns[place].number(of: field, in: bytes, at: row.position(of: place, bytes, scanner.file))
        }
        if case .number = row.values[index] { row.values[index] = .text(text) }
      }
    }

    private mutating func reportWidth(_ count: Int, _ bytes: Span<UInt8>) throws(CSVScanner.Fault) {
      var count = count
      while !scanner.isAtRowEnd(bytes) {
        scanner.offset += 1
        _ = try scanner.field(bytes)
        count += 1
      }
      findings.report(
        .rowWidth(count, expected: columns.count, at: SourcePosition(file: scanner.file, line: row.line, column: 1)))
      scanner.passRowEnd(bytes)
    }

    /// The place of a cell of the row that was read.
    private func position(_ role: CSVRole, _ bytes: Span<UInt8>) -> SourcePosition {
      guard let place = columns.firstIndex(where: { $0.role == role }) else {
        return SourcePosition(file: scanner.file, line: row.line, column: 1)
      }
      return row.position(of: place, bytes, scanner.file)
    }

    /// The component that a role is of.
    private func columnID(_ role: CSVRole) -> String {
      if let column = columns.first(where: { $0.role == role }) { return column.id }
      guard case .dimension(let place) = role, let header else { return "of the period" }
      return header.dimensions[place]
    }

    /// Reports what stands in the place of numbers; in rows that delete, values are only marks.
    private mutating func reportTexts(_ bytes: Span<UInt8>) {
      for place in numericMeasures.indices where numericMeasures[place] {
        guard case .text(let text) = row.values[place], !MeasureValue.isNumber(text) else { continue }
        findings.report(.notANumber(text, column: columnID(.measure(place)), at: position(.measure(place), bytes)))
      }
    }

    /// Adds the row that was read to its data set.
    private mutating func take(_ bytes: Span<UInt8>) {
      if set == nil || setNumbers != row.setNumbers {
        setNumbers = row.setNumbers
        // The series of a key is another one in each data set.
        lastKey = nil
        set = setIndex(bytes)
      }
      guard let set else { return }
      if sets[set].action != .delete { reportTexts(bytes) }
      if row.isObservation, sets[set].action != .delete, let missing = row.key.firstIndex(of: CodedComponent.absent) {
        findings.report(.noCode(columnID(.dimension(missing)), at: position(.dimension(missing), bytes)))
        return
      }
      if row.key != lastKey {
        lastKey = row.key
        lastSeries = sets[set].series(row.key)
      }
      if row.hasUpperAttributes, let fault = sets[set].set(row.attributes, of: lastSeries) {
        findings.report(.attributeDiffers(columnID(.attribute(fault)), at: position(.attribute(fault), bytes)))
      }
      guard row.isObservation else { return }
      if row.hasTime, row.time == CodedComponent.absent, row.hasValue, sets[set].action != .delete {
        findings.report(.noCode(columnID(.time), at: position(.time, bytes)))
        return
      }
      sets[set].append(lastSeries, time: row.hasTime ? row.time : nil, row.values, row.attributes, line: row.line)
    }

    /// The data set of the row, by what it says of structure and action; nil after a finding.
    private mutating func setIndex(_ bytes: Span<UInt8>) -> Int? {
      if let known = setOfNumbers[setNumbers] { return known }
      func text(_ role: CSVRole) -> String? {
        columns.firstIndex { $0.role == role }.flatMap { place in
          let number = columns[place].lastNumber
          return number == CodedComponent.absent ? nil : columns[place].values[Int(number)]
        }
      }
      setOfNumbers[setNumbers] = .some(nil)
      guard let header else { return nil }
      let kind = header.isFirstVersion ? "dataflow" : text(.structure)
      guard let kind, let id = text(.structureID), let reference = CSVReference(kind, id)?.reference else {
        findings.report(
          .notAStructure(
            [kind, text(.structureID)].compactMap { $0 }.joined(separator: ","), at: position(.structureID, bytes)))
        return nil
      }
      var action = Action.information
      if let letter = text(.action) {
        guard let stated = Action(letter: letter) else {
          findings.report(.notAnAction(letter, at: position(.action, bytes)))
          return nil
        }
        action = stated
      }
      sets.append(
        CSVRows(
          reference, action, dimensions: header.dimensions.count, measures: header.measures.count,
          levels: header.attributes.map(\.level)))
      setOfNumbers[setNumbers] = sets.count - 1
      return sets.count - 1
    }

    func finish(into diagnostics: inout Diagnostics) {
      scanner.findings.finish(into: &diagnostics)
      findings.finish(into: &diagnostics)
    }
  }
}
