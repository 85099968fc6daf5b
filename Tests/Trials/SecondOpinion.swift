import Foundation

/// Judges every sentence of a report that is bound to data, from what the documentation says and from nothing of the
/// program but the statuses, projections and chances of targets, which `milepost assess` gives.
struct SecondOpinion {
  /// A sentence that does not hold.
  struct Finding: Hashable, Comparable, CustomStringConvertible {
    let file: String
    let line: Int
    let column: Int
    let code: String

    var description: String { "\(file):\(line):\(column) \(code)" }

    static func < (one: Finding, other: Finding) -> Bool {
      (one.file, one.line, one.column, one.code) < (other.file, other.line, other.column, other.code)
    }
  }

  struct Sentence {
    let file: String
    let text: BoundText
    let asked: Asked
  }

  let series: StoredSeries
  let registers: StoredRegisters
  let plan: PlanOutline
  let assessed: AssessedPlan
  let waves: [String: [String: Double]]
  let sentences: [Sentence]
  /// Of all bindings, those included whose expression cannot be read.
  let boundCount: Int

  /// - Parameters:
  ///   - files: of a workspace, by path.
  ///   - date: that of the edition, `2020-04-29`.
  ///   - assessed: what `assess --format json` says of it.
  init(_ files: [String: [UInt8]], date: String, assessed: AssessedPlan) {
    let texts = files.mapValues { String(decoding: $0, as: UTF8.self) }
    plan = PlanOutline(texts)
    registers = StoredRegisters(texts, date: date)
    series = StoredSeries(texts, plan: plan, registers: registers, date: date)
    waves = SurveyResults.responseRates(texts)
    self.assessed = assessed
    let bound = texts.keys.sorted().flatMap { path -> [(file: String, text: BoundText)] in
      guard path.hasPrefix("narrative/"), path.hasSuffix(".md"), let text = texts[path] else { return [] }
      return BoundText.all(in: text).map { (path, $0) }
    }
    boundCount = bound.count
    sentences = bound.compactMap { bound in
      Asked(bound.text.expression).map { Sentence(file: bound.file, text: bound.text, asked: $0) }
    }
  }

  /// In the order of places.
  var findings: [Finding] {
    sentences.compactMap { sentence in
      code(sentence).map {
        Finding(file: sentence.file, line: sentence.text.line, column: sentence.text.column, code: $0)
      }
    }.sorted()
  }

  private func code(_ sentence: Sentence) -> String? {
    let held = value(sentence.asked, in: .none)
    switch (sentence.text.kind, held) {
    case (_, .gap): return "MP1204"
    case (.claim, .truth(let isTrue)): return isTrue ? nil : "MP1201"
    case (.asserted(let words), .figure(let figure)):
      let language = String(sentence.file.split(separator: "/")[1])
      guard let said = SaidNumber(words, language: language) else { return "unread: \(words)" }
      return said.holds(for: figure) ? nil : "MP1202"
    case (.inserted, .figure), (.inserted, .word): return nil
    default: return "of another kind"
    }
  }

  /// What a name without area or period means, in a formula.
  enum Place {
    case none
    case at(area: String, period: String)
  }

  func value(_ asked: Asked, in place: Place) -> Held {
    switch asked {
    case .number(let digits):
      guard let number = Double(digits) else { return .gap }
      return .figure(HeldFigure(number))
    case .name(let name):
      if case .at = place, plan.indicators[name] != nil { return indicator(name, [], in: place) }
      return .word(name)
    case .range, .code: return .gap
    case .negative(let one): return value(.operation("-", .number("0"), one), in: place)
    case .operation(let sign, let left, let right): return operation(sign, left, right, in: place)
    case .trend(let what, let rises, let range): return trend(what, rises: rises, over: range)
    case .call(let name, let arguments): return call(name, arguments, in: place)
    }
  }

  private func operation(_ sign: String, _ left: Asked, _ right: Asked, in place: Place) -> Held {
    let (one, other) = (value(left, in: place), value(right, in: place))
    if sign == "and" || sign == "or" { return SecondOpinion.joined(sign, one, other) }
    switch (one, other) {
    case (.figure(let left), .figure(let right)):
      if ["+", "-", "*", "/"].contains(sign) {
        return HeldFigure.combined(sign, left, right).map { .figure($0) } ?? .gap
      }
      return .truth(HeldFigure.holds(sign, left, right))
    case (.word(let left), .word(let right)): return .truth((left == right) == (sign == "="))
    default: return .gap
    }
  }

  /// `and` and `or` need only what decides them.
  static func joined(_ sign: String, _ one: Held, _ other: Held) -> Held {
    let deciding = sign == "or"
    for case .truth(let truth) in [one, other] where truth == deciding { return .truth(deciding) }
    guard case .truth = one, case .truth = other else { return .gap }
    return .truth(!deciding)
  }

  private func call(_ name: String, _ arguments: [Asked], in place: Place) -> Held {
    if plan.indicators[name] != nil { return indicator(name, arguments, in: place) }
    switch name {
    case "highest", "lowest", "total", "average": return overPeriods(name, arguments)
    case "growth", "difference", "previous": return against(name, arguments, in: place)
    case "status", "target", "baseline", "current", "projected", "pace", "pace-needed", "probability":
      return element(name, arguments)
    case "response-rate":
      guard case .name(let survey)? = arguments.first, case .number(let wave)? = arguments.last else { return .gap }
      return waves[survey]?[wave].map { .figure(HeldFigure($0, measure: .percent)) } ?? .gap
    case "count":
      return counted(arguments) ?? registers.value(name, arguments)
    default: return registers.value(name, arguments)
    }
  }
}
