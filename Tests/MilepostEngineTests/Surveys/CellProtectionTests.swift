import MilepostEngine
import Testing

/// Hidden cells of a table and of its column totals as unknowns; what somebody knows who sees all others are equations.
private struct Attack {
  private let unknowns: [String]
  private var equations: [[Double]] = []

  init(_ hidden: [[Bool]], totals: [Bool]) {
    var names: [String] = []
    for row in hidden.indices {
      for column in hidden[row].indices where hidden[row][column] { names.append("\(row) \(column)") }
    }
    for column in totals.indices where totals[column] { names.append("t \(column)") }
    unknowns = names
    for row in hidden.indices { add(hidden[row].indices.map { "\(row) \($0)" }, []) }
    for column in totals.indices { add(hidden.indices.map { "\($0) \(column)" }, ["t \(column)"]) }
    add(totals.indices.map { "t \($0)" }, [])
  }

  private mutating func add(_ plus: [String], _ minus: [String]) {
    let equation = unknowns.map { plus.contains($0) ? 1.0 : minus.contains($0) ? -1.0 : 0 }
    if equation.contains(where: { $0 != 0 }) { equations.append(equation) }
  }

  /// Unknowns of which the equations leave one value, by elimination.
  var found: [String] {
    var rows = equations
    var rank = 0
    for column in unknowns.indices {
      guard let pivot = rows.indices.dropFirst(rank).first(where: { abs(rows[$0][column]) > 1e-9 }) else { continue }
      rows.swapAt(rank, pivot)
      let scale = rows[rank][column]
      rows[rank] = rows[rank].map { $0 / scale }
      for other in rows.indices where other != rank && abs(rows[other][column]) > 1e-9 {
        let factor = rows[other][column]
        rows[other] = zip(rows[other], rows[rank]).map { $0 - factor * $1 }
      }
      rank += 1
    }
    return rows.prefix(rank).compactMap { row in
      let places = row.indices.filter { abs(row[$0]) > 1e-9 }
      return places.count == 1 ? unknowns[places[0]] : nil
    }
  }
}

/// Numbers that look random and are the same each time (Knuth, MMIX).
private struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
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
    #expect(Attack(hidden, totals: [false, false, false, false]).found == ["1 2"])
    var protection = CellProtection(Array(repeating: Array(repeating: 9, count: 4), count: 4), hidden: hidden)
    let isSafe = protection.protect(totals: [])
    #expect(isSafe)
    #expect(Attack(protection.hidden, totals: [false, false, false, false]).found == [])
  }

  @Test func `one group alone cannot be protected`() {
    var protection = CellProtection([[2, 20]], hidden: [[true, false]])
    let isSafe = protection.protect(totals: [])
    #expect(!isSafe)
  }

  @Test(arguments: 0..<300) func `no cell of any table can be computed`(seed: Int) {
    var dice = Dice(UInt64(seed))
    let (rows, columns) = (2 + dice.roll(5), 2 + dice.roll(4))
    let counts = (0..<rows).map { _ in (0..<columns).map { _ in dice.roll(4) == 0 ? dice.roll(4) : dice.roll(40) } }
    var totals = (0..<columns).map { _ in dice.roll(4) == 0 }
    if totals.filter(\.self).count == 1 { totals = totals.map { _ in false } }
    var protection = CellProtection(counts, hidden: counts.map { $0.map { (1..<4).contains($0) } })
    guard protection.protect(totals: totals.indices.filter { totals[$0] }) else { return }
    #expect(Attack(protection.hidden, totals: totals).found == [])
  }
}
