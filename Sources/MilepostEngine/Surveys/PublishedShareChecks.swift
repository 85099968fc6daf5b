import MilepostModel

/// The rows of a report about one question and one group.
private struct PublishedRows {
  let question: SurveyQuestion
  let rows: [PublishedAnswer]

  /// Whether every answer of the question is there.
  var isComplete: Bool {
    question.kind.answers.allSatisfy { answer in rows.contains { $0.answer == answer.code } }
  }

  /// Those of answers that express an opinion.
  var opinions: [PublishedAnswer] {
    rows.filter { row in question.kind.answers.contains { $0.code == row.answer } }
  }

  /// Those who answered: what does not concern somebody is not among the answers.
  var answers: [PublishedAnswer] { rows.filter { $0.answer != question.notApplicable?.code } }
}

extension ResolvedPlan {
  fileprivate var publishedRows: [PublishedRows] {
    surveyFiles.flatMap { survey, table -> [PublishedRows] in
      guard case .results(let rows) = table.rows else { return [] }
      var groups: [[PublishedAnswer]] = []
      var known: [Group: Int] = [:]
      for row in rows {
        let group = Group(question: row.question, codes: row.codes)
        if let place = known[group] {
          groups[place].append(row)
        } else {
          known[group] = groups.count
          groups.append([row])
        }
      }
      return groups.map { PublishedRows(question: survey.questions[$0[0].question], rows: $0) }
    }
  }
}

private struct Group: Hashable {
  let question: Int
  let codes: [String?]
}

/// Counts, percentages and bases that do not agree, and answers that do not add up to their base.
func publishedSharesThatDoNotClose(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  for group in plan.publishedRows {
    var areRight = true
    for row in group.rows {
      guard let finding = percentUnlikeCount(row) ?? baseUnlikeOthers(row, group) else { continue }
      diagnostics.report(finding)
      areRight = false
    }
    if case .multiple = group.question.kind { continue }
    guard areRight, group.isComplete, let last = group.answers.last else { continue }
    if let finding = countsThatDoNotClose(group, last) ?? percentsThatDoNotClose(group, last) {
      diagnostics.report(finding)
    }
  }
}

private func percentUnlikeCount(_ row: PublishedAnswer) -> Diagnostic? {
  guard let count = row.count, let base = row.base else { return nil }
  guard count <= base else { return .countAboveBase(count, base, at: row.valuePosition) }
  guard let percent = row.percent, base > 0 else { return nil }
  let share = 100 * Double(count) / Double(base)
  return percent.allows(share) ? nil : .percentUnlikeCount(percent, count, base, share, at: row.valuePosition)
}

private func baseUnlikeOthers(_ row: PublishedAnswer, _ group: PublishedRows) -> Diagnostic? {
  guard let first = group.rows.first(where: { $0.base != nil }), let base = row.base, base != first.base else {
    return nil
  }
  return .baseUnlikeOthers(base, first, at: row.position)
}

private func countsThatDoNotClose(_ group: PublishedRows, _ last: PublishedAnswer) -> Diagnostic? {
  let counts = group.answers.compactMap(\.count)
  guard counts.count == group.answers.count, let base = group.rows.compactMap(\.base).first else { return nil }
  let sum = counts.reduce(0, +)
  // A base may leave out those who do not know.
  let opinions = group.opinions.compactMap(\.count).reduce(0, +)
  return sum == base || opinions == base
    ? nil : .sumUnlikeWhole(group.question, "\(sum)", "the base \(base)", at: last.valuePosition)
}

private func percentsThatDoNotClose(_ group: PublishedRows, _ last: PublishedAnswer) -> Diagnostic? {
  func closes(_ rows: [PublishedAnswer]) -> Bool? {
    let percents = rows.compactMap(\.percent)
    guard percents.count == rows.count else { return nil }
    let low = percents.reduce(0) { $0 + $1.bounds.lowerBound }
    let high = percents.reduce(0) { $0 + $1.bounds.upperBound }
    return low <= 100 + WrittenNumber.noise && high >= 100 - WrittenNumber.noise
  }
  guard let all = closes(group.answers), !all, closes(group.opinions) != true else { return nil }
  let sum = group.answers.compactMap(\.percent).reduce(0) { $0 + $1.value }
  return .sumUnlikeWhole(group.question, sum.roundedToThousandths.shortest + " %", "100 %", at: last.valuePosition)
}

/// Answers of which several may be chosen: each by at most all, together by at least all and at most as many times as allowed.
func totalsOfMultipleChoice(_ plan: ResolvedPlan, _ diagnostics: inout Diagnostics) {
  for group in plan.publishedRows {
    guard case .multiple(_, let most) = group.question.kind, group.isComplete, let last = group.answers.last else {
      continue
    }
    let shares = group.answers.compactMap(\.share)
    guard shares.count == group.answers.count else { continue }
    // What rounding of printed percentages can amount to.
    let slack = group.answers.reduce(WrittenNumber.noise) { sum, row in
      sum + (row.count != nil && row.base != nil ? 0 : row.percent.map { ($0.bounds.upperBound - $0.value) / 100 } ?? 0)
    }
    let sum = shares.reduce(0, +)
    let times = most ?? group.question.kind.answers.count
    if sum < 1 - slack || sum > Double(times) + slack {
      diagnostics.report(
        .totalOfChoices(group.question, (100 * sum).roundedToThousandths.shortest, most: times, at: last.valuePosition))
    }
  }
}

extension WrittenNumber {
  /// Of floating point, in percent.
  fileprivate static let noise = 1e-9

  fileprivate func allows(_ number: Double) -> Bool {
    number >= bounds.lowerBound - WrittenNumber.noise && number <= bounds.upperBound + WrittenNumber.noise
  }
}

extension Double {
  fileprivate var roundedToThousandths: Double { (self * 1000).rounded() / 1000 }
}

extension Diagnostic {
  fileprivate static func countAboveBase(_ count: Int, _ base: Int, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0906", "\(count) gave the answer, but only \(base) answered the question", at: position,
      hint: "correct the count or the base")
  }

  fileprivate static func percentUnlikeCount(
    _ percent: WrittenNumber, _ count: Int, _ base: Int, _ share: Double, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0906",
      "\(count) of \(base) are \(share.roundedToThousandths.shortest) %, but \(percent.text) is printed", at: position,
      hint: "correct the count, the percentage or the base")
  }

  fileprivate static func baseUnlikeOthers(
    _ base: Int, _ first: PublishedAnswer, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0906", "base is \(base), that of another answer \(first.base.map { "\($0)" } ?? "not stated")",
      at: position, hint: "all answers to a question have the base of the question",
      notes: [.init("the other answer", at: first.position)])
  }

  fileprivate static func sumUnlikeWhole(
    _ question: SurveyQuestion, _ sum: String, _ whole: String, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0906", "answers to '\(question.id)' add up to \(sum), expected \(whole)", at: position,
      hint: "each respondent gave one answer: one of the figures is wrong, or an answer is missing")
  }

  fileprivate static func totalOfChoices(
    _ question: SurveyQuestion, _ percent: String, most: Int, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0907", "answers to '\(question.id)' add up to \(percent) %, expected 100 to \(100 * most) %",
      at: position, hint: "each who answered chose at least one and at most \(most) answers")
  }
}
