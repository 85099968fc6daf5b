import MilepostEngine
import MilepostTesting
import Testing

extension LinearKnowledge {
  /// Of one who sees what is not hidden of a table and of the totals of its columns.
  fileprivate init(_ hidden: [[Bool]], totals: [Bool]) {
    self.init()
    func cells(_ row: Int) -> [String] { hidden[row].indices.filter { hidden[row][$0] }.map { "\(row) \($0)" } }
    for row in hidden.indices { know(cells(row)) }
    for column in totals.indices {
      know(
        hidden.indices.filter { hidden[$0][column] }.map { "\($0) \(column)" },
        less: totals[column] ? ["total \(column)"] : [])
    }
    know(totals.indices.filter { totals[$0] }.map { "total \($0)" })
  }
}

@Suite struct CellProtectionTests {
  @Test func `a single hidden cell takes the cheapest ring with it`() {
    var protection = CellProtection(
      [[2, 20, 30], [15, 9, 40], [11, 50, 12]],
      hidden: [[true, false, false], [false, false, false], [false, false, false]])
    let isSafe = protection.protect(totals: [])
    #expect(isSafe)
    #expect(protection.hidden == [[true, true, false], [true, true, false], [false, false, false]])
  }

  @Test func `what is not small stays`() {
    var protection = CellProtection([[5, 6], [7, 8]], hidden: [[false, false], [false, false]])
    let isSafe = protection.protect(totals: [])
    #expect(isSafe)
    #expect(protection.hidden == [[false, false], [false, false]])
  }

  @Test func `two in each row and column are not enough when one line joins two rings`() {
    var hidden = Array(repeating: Array(repeating: false, count: 4), count: 4)
    for (row, column) in [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 2), (2, 3), (3, 2), (3, 3)] {
      hidden[row][column] = true
    }
    #expect(LinearKnowledge(hidden, totals: [false, false, false, false]).found == ["1 2"])
    var protection = CellProtection(Array(repeating: Array(repeating: 9, count: 4), count: 4), hidden: hidden)
    let isSafe = protection.protect(totals: [])
    #expect(isSafe)
    #expect(LinearKnowledge(protection.hidden, totals: [false, false, false, false]).found.isEmpty)
  }

  @Test func `one group alone cannot be protected`() {
    var protection = CellProtection([[2, 20]], hidden: [[true, false]])
    let isSafe = protection.protect(totals: [])
    #expect(!isSafe)
  }

  @Test(arguments: 0..<300) func `no cell of any table can be computed`(seed: Int) {
    var dice = Dice(seed)
    let (rows, columns) = (2 + dice.roll(5), 2 + dice.roll(4))
    let counts = (0..<rows).map { _ in (0..<columns).map { _ in dice.roll(4) == 0 ? dice.roll(4) : dice.roll(40) } }
    var totals = (0..<columns).map { _ in dice.roll(4) == 0 }
    if totals.filter(\.self).count == 1 { totals = totals.map { _ in false } }
    var protection = CellProtection(counts, hidden: counts.map { $0.map { (1..<4).contains($0) } })
    guard protection.protect(totals: totals.indices.filter { totals[$0] }) else { return }
    #expect(LinearKnowledge(protection.hidden, totals: totals).found.isEmpty)
  }
}
