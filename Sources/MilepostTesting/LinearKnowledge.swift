/// What somebody knows of numbers that are hidden: sums of some of them, less others, of which the value is known.
package struct LinearKnowledge {
  private var names: [String: Int] = [:]
  private var equations: [[Int: Double]] = []

  package init() {}

  /// That the sum of some unknowns less that of others is known.
  package mutating func know(_ plus: [String], less minus: [String] = []) {
    var equation: [Int: Double] = [:]
    for name in plus { equation[place(of: name), default: 0] += 1 }
    for name in minus { equation[place(of: name), default: 0] -= 1 }
    if !equation.isEmpty { equations.append(equation) }
  }

  private mutating func place(of name: String) -> Int {
    if let place = names[name] { return place }
    names[name] = names.count
    return names.count - 1
  }

  /// The unknowns that can have one value only, by Gauss and Jordan's elimination.
  package var found: Set<String> {
    let columns = names.count
    var rows = equations.map { equation in (0..<columns).map { equation[$0] ?? 0 } }
    var rank = 0
    for column in 0..<columns {
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
    let single = rows.prefix(rank).compactMap { row -> Int? in
      let places = row.indices.filter { abs(row[$0]) > 1e-9 }
      return places.count == 1 ? places[0] : nil
    }
    return Set(names.filter { single.contains($0.value) }.keys)
  }
}

/// Numbers that look random and are the same each time: D. E. Knuth's linear congruential generator for MMIX.
package struct Dice {
  private var state: UInt64

  package init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  /// 0 to `sides` less 1.
  package mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
