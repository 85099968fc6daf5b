import MilepostModel

/// Which cells must be wrong when edits do not hold: the fewest changes that make all of them hold.
///
/// After Fellegi and Holt (1976), A systematic approach to automatic edit and imputation, JASA 71; solved greedily: first the cell whose
/// one other value satisfies most edits that fail without breaking one that holds. Edits that no change of a single cell
/// satisfies are put down to the cell that `RuleRun.suspect` names.
struct FaultyCells {
  /// An edit of a run.
  struct EditPlace: Hashable {
    let run: Int
    let edit: RuleRun.Edit
  }

  /// A cell that cannot be right.
  struct Fault {
    let cell: CellPlace
    /// What it should say; nil when that cannot be told.
    let expected: String?
    /// The edits that say so.
    let edits: [EditPlace]
  }

  /// With more failures than this, cells are not looked for together.
  private static let limit = 2000

  private var runs: [RuleRun]
  private let views: RegisterViews
  private var cells: [EditPlace: [CellPlace]] = [:]
  /// For each cell of a failing edit, all edits that look at it.
  private var touching: [CellPlace: [EditPlace]] = [:]

  init(_ runs: [RuleRun], _ views: RegisterViews) {
    self.runs = runs
    self.views = views
  }

  mutating func find() -> [Fault] {
    var failing: [EditPlace] = []
    for run in runs.indices { failing += runs[run].failures().map { EditPlace(run: run, edit: $0) } }
    guard !failing.isEmpty else { return [] }
    for edit in failing { cells[edit] = runs[edit.run].cells(of: edit.edit) }
    guard failing.count <= FaultyCells.limit else { return failing.compactMap { alone($0) } }
    gatherEdits(around: failing)
    var faults: [Fault] = []
    var open = failing
    func settle(_ best: Candidate) {
      faults.append(Fault(cell: best.cell, expected: best.text, edits: best.repaired))
      open.removeAll(where: Set(best.repaired).contains)
    }
    while let best = best(open, isLikely: true) { settle(best) }
    // What is left has a suspect that cannot be wrong, for then another edit would fail, or none whose value can be told.
    while let edit = open.first {
      let hasValue = runs[edit.run].suspect(edit.edit).map { !wanted(edit, $0).isEmpty } ?? false
      if hasValue, let best = best([edit], isLikely: false) {
        settle(best)
      } else {
        if let fault = alone(edit) { faults.append(fault) }
        open.removeFirst()
      }
    }
    return faults
  }

  /// Finds the edits, failing or not, that look at cells of failing ones.
  private mutating func gatherEdits(around failing: [EditPlace]) {
    let watched = Set(failing.flatMap { cells[$0] ?? [] })
    let registers = Set(watched.map(\.register))
    for run in runs.indices where !runs[run].registers.isDisjoint(with: registers) {
      for group in runs[run].groups.indices {
        for conjunct in runs[run].conjuncts.indices {
          let edit = RuleRun.Edit(group: group, conjunct: conjunct)
          let place = EditPlace(run: run, edit: edit)
          for cell in cells[place] ?? runs[run].cells(of: edit) where watched.contains(cell) {
            touching[cell, default: []].append(place)
          }
        }
      }
    }
  }

  private struct Candidate {
    let cell: CellPlace
    let text: String
    let repaired: [EditPlace]
    /// Whether one slip of a finger makes what was found of what was expected.
    let isSlip: Bool
    let isSuspect: Bool
    let position: SourcePosition

    /// Whether more speaks for it than that one edit would hold.
    var isLikely: Bool { repaired.count > 1 || isSlip || isSuspect }

    func isBetter(than other: Candidate) -> Bool {
      if repaired.count != other.repaired.count { return repaired.count > other.repaired.count }
      if isSlip != other.isSlip { return isSlip }
      if isSuspect != other.isSuspect { return isSuspect }
      return position < other.position
    }
  }

  /// The best change of one cell; nil when no change helps.
  ///
  /// - Parameter isLikely: whether more must speak for it than that one edit would hold.
  private mutating func best(_ open: [EditPlace], isLikely: Bool) -> Candidate? {
    let openEdits = Set(open)
    var best: Candidate?
    var seen: Set<CellPlace> = []
    for edit in open {
      for cell in cells[edit] ?? [] where seen.insert(cell).inserted {
        for candidate in candidates(cell, openEdits)
        where (candidate.isLikely || !isLikely) && best.map({ candidate.isBetter(than: $0) }) ?? true {
          best = candidate
        }
      }
    }
    return best
  }

  private mutating func candidates(_ cell: CellPlace, _ open: Set<EditPlace>) -> [Candidate] {
    let edits = touching[cell] ?? []
    let failing = edits.filter(open.contains)
    var candidates: [Candidate] = []
    guard let now = views.value(cell) else { return [] }
    for meant in Set(failing.flatMap { wanted($0, cell) }) {
      let value = meant.value
      let repaired = failing.filter { runs[$0.run].holds($0.edit, with: value, at: cell) != false }
      guard !repaired.isEmpty else { continue }
      let breaks = edits.contains { edit in
        !open.contains(edit) && runs[edit.run].holds(edit.edit, with: value, at: cell) == false
      }
      // What failed before and was put down to another cell may fail on; nothing that holds may break.
      guard !breaks else { continue }
      let text = meant.text ?? FaultyCells.text(value, like: now)
      let isSuspect = repaired.contains { runs[$0.run].suspect($0.edit) == cell }
      candidates.append(
        Candidate(
          cell: cell, text: text, repaired: repaired, isSlip: text.isOneSlip(from: now.text), isSuspect: isSuspect,
          position: views.position(cell)))
    }
    return candidates
  }

  /// The values of a cell that would satisfy an edit.
  private mutating func wanted(_ edit: EditPlace, _ cell: CellPlace) -> [RuleRun.Meant] {
    guard let now = views.value(cell) else { return [] }
    if let alternatives = runs[edit.run].alternatives(edit.edit) {
      let own = RuleValue(now, isExact: runs[edit.run].rule.isExact)
      return alternatives.filter { $0.value != own }
    }
    guard let sides = runs[edit.run].sides(edit.edit) else { return [] }
    guard case .number(let number) = now, case .amount = sides.0, case .amount = sides.1 else {
      // A word on one side is meant to be the other.
      let own = RuleValue(now, isExact: true)
      if case .list = own { return [] }
      let other = own == sides.0 ? sides.1 : own == sides.1 ? sides.0 : nil
      return other.map { [RuleRun.Meant(value: $0, text: nil)] } ?? []
    }
    return solved(edit, cell, number).map { [RuleRun.Meant(value: $0, text: nil)] } ?? []
  }

  /// The number, with the digits of the one that stands there, for which both sides are equal; by the secant method.
  private mutating func solved(_ edit: EditPlace, _ cell: CellPlace, _ number: WrittenNumber) -> RuleValue? {
    let halfWidth = (number.bounds.upperBound - number.bounds.lowerBound) / 2
    guard halfWidth.isFinite, halfWidth < 1e100 else { return nil }
    func amount(_ value: Double) -> RuleValue {
      .amount(RuleAmount(value, bounds: (value - halfWidth)...(value + halfWidth)))
    }
    var (last, x) = (number.value, number.value + max(1, abs(number.value) / 100))
    guard var before = difference(edit, cell, amount(last)) else { return nil }
    for _ in 0..<20 {
      guard let here = difference(edit, cell, amount(x)) else { return nil }
      if abs(here) <= 1e-9 * max(1, abs(x)) { break }
      // The sides do not come nearer, whatever the cell says.
      guard abs(here - before) > 1e-12 * abs(here) else { return nil }
      let next = x - here * (x - last) / (here - before)
      guard next.isFinite, next.canBeAFigure else { return nil }
      (last, before, x) = (x, here, next)
    }
    let power = Double.power(ofTen: number.decimals)
    let rounded = (x * power).rounded(.toNearestOrAwayFromZero) / power
    return rounded == number.value ? nil : amount(rounded)
  }

  private mutating func difference(_ edit: EditPlace, _ cell: CellPlace, _ value: RuleValue) -> Double? {
    guard let sides = runs[edit.run].sides(edit.edit, with: value, at: cell), case .amount(let one) = sides.0,
      case .amount(let two) = sides.1
    else { return nil }
    return one.value - two.value
  }

  /// The edit by itself, at the first figure that it looks at.
  private mutating func alone(_ edit: EditPlace) -> Fault? {
    guard let cell = runs[edit.run].suspect(edit.edit) else { return nil }
    let expected = wanted(edit, cell).first { runs[edit.run].holds(edit.edit, with: $0.value, at: cell) != false }
    let text = expected.flatMap { meant in
      meant.text ?? views.value(cell).map { FaultyCells.text(meant.value, like: $0) }
    }
    return Fault(cell: cell, expected: text ?? bound(edit, cell), edits: [edit])
  }

  /// What a comparison of order wants of the cell on its left: `at most 2020-04-29`.
  private mutating func bound(_ edit: EditPlace, _ cell: CellPlace) -> String? {
    guard let (word, limit) = runs[edit.run].bound(edit.edit), let now = views.value(cell) else { return nil }
    return "\(word) \(FaultyCells.text(limit, like: now))"
  }

  /// A value as it would be written in place of another.
  private static func text(_ value: RuleValue, like written: FieldValue) -> String {
    switch value {
    case .amount(let amount):
      guard case .number(let number) = written else { return amount.value.shortest }
      return amount.value.text(decimals: number.decimals)
    case .word(let word): return word
    case .days(let period): return period.frequency == .day ? period.lastDay.description : period.description
    case .truth(let truth): return truth ? "yes" : "no"
    case .list(let items): return items.map { text($0, like: written) }.joined(separator: "; ")
    }
  }
}

extension WrittenNumber {
  /// Digits behind the sign of decimals, which is the last that is neither digit nor blank.
  var decimals: Int {
    guard value != value.rounded() || bounds.lowerBound < bounds.upperBound else { return 0 }
    let digits = text.utf8.drop { !$0.isDigit }
    guard let sign = digits.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) else { return 0 }
    let tail = digits[digits.index(after: sign)...].prefix(while: \.isDigit)
    // A group of three behind a comma is one of thousands.
    return digits[sign] == UInt8(ascii: ",") && tail.count == 3 ? 0 : tail.count
  }
}

extension Double {
  /// With so many digits behind the point.
  fileprivate func text(decimals: Int) -> String {
    let power = Double.power(ofTen: decimals)
    let units = (self * power).rounded(.toNearestOrAwayFromZero)
    guard units.magnitude < 1e15 else { return shortest }
    let digits = String(Int(units.magnitude))
    let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - digits.count)) + digits
    let sign = units < 0 ? "-" : ""
    return decimals == 0 ? sign + padded : "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}

extension String {
  /// Whether one digit more, less, other or two exchanged makes the other of it; signs between digits do not count.
  fileprivate func isOneSlip(from other: String) -> Bool {
    func isWritten(_ byte: UInt8) -> Bool { byte.isDigit || byte == UInt8(ascii: "-") }
    let one = Array(utf8.filter(isWritten))
    let two = Array(other.utf8.filter(isWritten))
    let start = zip(one, two).prefix { $0 == $1 }.count
    let (left, right) = (one[start...], two[start...])
    switch one.count - two.count {
    case 0:
      let isExchange =
        left.count >= 2 && left.dropFirst(2).elementsEqual(right.dropFirst(2)) && left[start] == right[start + 1]
        && left[start + 1] == right[start]
      return isExchange || left.dropFirst().elementsEqual(right.dropFirst())
    case 1: return left.dropFirst().elementsEqual(right)
    case -1: return left.elementsEqual(right.dropFirst())
    default: return false
    }
  }
}
