import MilepostModel

/// What one answer to a question means.
enum AnswerMeaning: Hashable, Sendable {
  /// Places of the answers that were chosen.
  case opinion([Int])
  case number(Double)
  case text
  case doNotKnow
  case notApplicable

  init(_ value: FieldValue, to question: SurveyQuestion) {
    func place(_ code: String) -> Int? { question.kind.answers.firstIndex { $0.code == code } }
    switch value {
    case .text(let code) where code == question.doNotKnow?.code: self = .doNotKnow
    case .text(let code) where code == question.notApplicable?.code: self = .notApplicable
    case .text(let code): self = question.kind == .text ? .text : .opinion([place(code)].compactMap(\.self))
    case .number(let number): self = .number(number.value)
    case .list(let items): self = .opinion(items.compactMap { place($0.text) })
    case .date, .period, .truth, .formula: self = .text
    }
  }
}

/// The answers of a group to one question, added up.
struct AnswerTally: Sendable {
  /// One for each answer of the question.
  private(set) var answers: [WeightSum]
  private(set) var doNotKnow = WeightSum()
  /// Those who have an opinion.
  private(set) var opinions = WeightSum()
  private(set) var notApplicable = 0
  private(set) var numbers: [WeightedNumber] = []

  init(answers count: Int) { answers = Array(repeating: WeightSum(), count: count) }

  mutating func add(_ meaning: AnswerMeaning, weight: Double) {
    switch meaning {
    case .opinion(let places):
      opinions.add(weight)
      for place in places { answers[place].add(weight) }
    case .number(let value):
      opinions.add(weight)
      numbers.append(WeightedNumber(value: value, weight: weight))
    case .text: opinions.add(weight)
    case .doNotKnow: doNotKnow.add(weight)
    case .notApplicable: notApplicable += 1
    }
  }

  /// Those who answered.
  var base: WeightSum { opinions + doNotKnow }
}

struct WeightedNumber: Hashable, Sendable {
  let value: Double
  let weight: Double
}

extension [WeightedNumber] {
  /// Σwx / Σw; nil when there are none.
  var mean: Double? {
    let weight = reduce(0) { $0 + $1.weight }
    return weight > 0 ? reduce(0) { $0 + $1.value * $1.weight } / weight : nil
  }

  /// √(n / (n − 1) · Σw(x − m)² / Σw); nil for fewer than two.
  var standardDeviation: Double? {
    guard count > 1, let mean else { return nil }
    let weight = reduce(0) { $0 + $1.weight }
    let squares = reduce(0) { $0 + $1.weight * ($1.value - mean) * ($1.value - mean) }
    return (squares / weight * Double(count) / Double(count - 1)).squareRoot()
  }

  /// The least number up to which at least the share `part` of the weights lies; halfway to the next where it is exactly that.
  func quantile(_ part: Double) -> Double? {
    let sorted = sorted { $0.value < $1.value }
    let goal = part * sorted.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    for (place, number) in sorted.enumerated() {
      sum += number.weight
      let isAt = abs(sum - goal) <= 1e-9 * goal
      if isAt, place + 1 < sorted.count { return (number.value + sorted[place + 1].value) / 2 }
      if isAt || sum > goal { return number.value }
    }
    return nil
  }
}
