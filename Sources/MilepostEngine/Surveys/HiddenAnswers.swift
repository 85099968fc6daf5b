import MilepostModel

/// What of the answers of a group to one question is hidden.
enum Hiding: Hashable, Sendable {
  /// Even how many answered: it would tell how many gave a hidden answer to the question before it.
  case everything
  /// Too few answered, or others could be computed.
  case distribution
  /// For each answer, and last for those who do not know.
  case cells([Bool])

  /// Whether it hides how many gave one of some answers.
  func hides(_ places: [Int]) -> Bool {
    switch self {
    case .everything, .distribution: true
    case .cells(let cells): places.contains { cells[$0] }
    }
  }

  fileprivate mutating func add(_ places: [Int]) {
    guard case .cells(var cells) = self else { return }
    for place in places { cells[place] = true }
    self = .cells(cells)
  }
}

/// What of the answers to one question is hidden.
struct HiddenAnswers: Sendable {
  private(set) var total: Hiding
  /// For each breakdown and code.
  private(set) var groups: [[Hiding]]

  /// The question that says who is asked, and its answers of those who are.
  struct Gate {
    let hidden: HiddenAnswers
    let places: [Int]
  }

  init(_ tallies: QuestionTallies, _ rule: Survey.Suppression, behind gate: Gate?) {
    let question = tallies.question
    let cells = Hiding.cells(Array(repeating: false, count: question.kind.answers.count + 1))
    if let gate, gate.hidden.total.hides(gate.places) {
      total = .everything
      groups = tallies.breakdowns.map { $0.codes.map { _ in .everything } }
      return
    }
    let isShown = tallies.total.shownBase(question) >= rule.minimumBase
    total = isShown ? cells : .distribution
    groups = tallies.breakdowns.enumerated().map { place, breakdown in
      breakdown.codes.indices.map { group in
        if let gate, gate.hidden.groups[place][group].hides(gate.places) { return .everything }
        let isLarge = isShown && breakdown.tallies[group].shownBase(question) >= rule.minimumBase
        return isLarge ? cells : .distribution
      }
    }
    guard isShown else { return }
    for table in CountTable.tables(of: question) {
      let totals = table.hiddenTotals(tallies.total, rule)
      total.add(table.cells(totals))
      for place in tallies.breakdowns.indices {
        hide(table, tallies.breakdowns[place], place, totals: totals.indices.filter { totals[$0] }, question, rule)
      }
    }
  }

  private mutating func hide(
    _ table: CountTable, _ breakdown: QuestionTallies.Breakdown, _ place: Int, totals: [Int],
    _ question: SurveyQuestion, _ rule: Survey.Suppression
  ) {
    // Those of whom nobody answered hide nothing.
    let rows = breakdown.tallies.indices.filter { breakdown.tallies[$0].base.count > 0 }
    let counts = rows.map { table.counts(breakdown.tallies[$0]) }
    let small = zip(rows, counts).map { row, counts in
      let isBehindGate = row < breakdown.codes.count && groups[place][row] == .everything
      let isSmall = isBehindGate || breakdown.tallies[row].shownBase(question) < rule.minimumBase
      return counts.map { isSmall || table.isSmall($0, rule) }
    }
    var protection = CellProtection(counts, hidden: small)
    let isSafe = protection.protect(totals: totals)
    for (row, hidden) in zip(rows, protection.hidden) where row < breakdown.codes.count {
      if groups[place][row] != .everything, !isSafe || (table.isOfNumbers && hidden[0]) {
        groups[place][row] = .distribution
      }
      groups[place][row].add(table.cells(hidden))
    }
  }
}

extension AnswerTally {
  /// How many answers what is shown rests on.
  fileprivate func shownBase(_ question: SurveyQuestion) -> Int {
    if case .numeric = question.kind { opinions.count } else { base.count }
  }
}

/// Counts of a group that add up to those of the group who answered.
private struct CountTable {
  enum Column {
    /// An answer, or last those who do not know.
    case cell(Int)
    /// All who did not choose the answer.
    case others(than: Int)
    case numbers
  }

  let columns: [Column]

  static func tables(of question: SurveyQuestion) -> [CountTable] {
    let answers = question.kind.answers.count
    // What nobody can have answered hides nothing.
    let cells = question.doNotKnow == nil ? 0..<answers : 0..<(answers + 1)
    switch question.kind {
    // One who chose an answer may have chosen others: each stands against all who did not choose it.
    case .multiple: return cells.map { CountTable(columns: [.cell($0), .others(than: $0)]) }
    case .scale, .likert, .single: return [CountTable(columns: cells.map { .cell($0) })]
    // The mean of a group is known where those of all and of all other groups are: two groups close a ring.
    case .numeric: return [CountTable(columns: [.numbers, .numbers])]
    case .text: return []
    }
  }

  /// Whether it is of numbers, of which there are no small cells, but groups.
  var isOfNumbers: Bool { if case .numbers = columns[0] { true } else { false } }

  func counts(_ tally: AnswerTally) -> [Int] {
    let cells = tally.answers.map(\.count) + [tally.doNotKnow.count]
    return columns.map { column in
      switch column {
      case .cell(let place): cells[place]
      case .others(let place): tally.base.count - cells[place]
      case .numbers: tally.opinions.count
      }
    }
  }

  func isSmall(_ count: Int, _ rule: Survey.Suppression) -> Bool {
    !isOfNumbers && (1..<rule.minimumCount).contains(count)
  }

  /// The places of the answers among the columns that are hidden.
  func cells(_ hidden: [Bool]) -> [Int] {
    guard !isOfNumbers else { return [] }
    return zip(columns, hidden).compactMap { column, isHidden in
      if case .cell(let place) = column, isHidden { place } else { nil }
    }
  }

  /// Small sums, and one more where there is only one.
  func hiddenTotals(_ tally: AnswerTally, _ rule: Survey.Suppression) -> [Bool] {
    let sums = counts(tally)
    var hidden = sums.map { isSmall($0, rule) }
    guard hidden.count(where: \.self) == 1 else { return hidden }
    let shown = sums.indices.filter { !hidden[$0] }
    let second = shown.filter { sums[$0] > 0 }.min { sums[$0] < sums[$1] } ?? shown.first
    if let second { hidden[second] = true }
    return hidden
  }
}
