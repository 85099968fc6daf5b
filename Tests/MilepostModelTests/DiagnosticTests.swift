import MilepostModel
import Testing

@Suite struct DiagnosticTests {
  private static let place = SourcePosition(file: "a.csv", line: 2, column: 3)
  private static let findings = [
    Diagnostic(.error, "MP0001", "one", at: place, hint: "first"),
    Diagnostic(.error, "MP0001", "one", at: place, hint: "second"),
    Diagnostic(.error, "MP0001", "one", at: place, hint: "second", notes: [.init("there", at: place)]),
    Diagnostic(.warning, "MP0001", "one", at: place),
    Diagnostic(.error, "MP0002", "one", at: place),
    Diagnostic(.error, "MP0001", "one", at: SourcePosition(file: "a.csv", line: 10, column: 1)),
  ]

  @Test func `findings come out in one order, whatever order they were reported in`() {
    var orders: Set<[Diagnostic]> = []
    for start in Self.findings.indices {
      var diagnostics = Diagnostics()
      for finding in Self.findings[start...] + Self.findings[..<start] + Self.findings { diagnostics.report(finding) }
      orders.insert(diagnostics.all)
    }
    #expect(orders.count == 1)
    #expect(orders.first?.count == Self.findings.count)
  }
}
