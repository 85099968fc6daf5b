/// Indicators at a place, and what is asked of their periods.
extension SecondOpinion {
  /// Area, period and codes as they are named, or those of the place.
  struct Reading {
    var indicator: String
    var area: String?
    var period: String?
    var codes: [String: String] = [:]
  }

  func reading(_ name: String, _ arguments: [Asked], in place: Place) -> Reading {
    var reading = Reading(indicator: name)
    if case .at(let area, let period) = place { (reading.area, reading.period) = (area, period) }
    for argument in arguments {
      switch argument {
      case .name(let area): reading.area = area
      case .number(let period): reading.period = period
      case .code(let dimension, let code): reading.codes[dimension] = code
      default: break
      }
    }
    return reading
  }

  func indicator(_ name: String, _ arguments: [Asked], in place: Place) -> Held {
    let reading = reading(name, arguments, in: place)
    guard let period = reading.period else { return .gap }
    return value(of: reading, in: period)
  }

  /// Stored, or computed by the indicator's formula.
  private func value(of reading: Reading, in period: String) -> Held {
    guard let outline = plan.indicators[reading.indicator], let area = reading.area else { return .gap }
    if let formula = outline.formula { return value(formula, in: .at(area: area, period: period)) }
    guard let number = series.value(reading.indicator, area, reading.codes, period) else { return .gap }
    return .figure(HeldFigure(number, power: outline.power, measure: outline.measure))
  }

  /// Every period with a value, oldest first, within a range when one is given.
  private func values(_ what: Asked?, _ range: Asked?) -> [(period: String, figure: HeldFigure)] {
    guard let reading = series(what) else { return [] }
    var periods = series.periods
    if case .range(let first, let last)? = range { periods = periods.filter { $0 >= first && $0 <= last } }
    return periods.compactMap { period in
      guard case .figure(let figure) = value(of: reading, in: period) else { return nil }
      return (period, figure)
    }
  }

  private func series(_ what: Asked?) -> Reading? {
    guard case .call(let name, let arguments)? = what, plan.indicators[name] != nil else { return nil }
    return reading(name, arguments, in: .none)
  }

  func overPeriods(_ name: String, _ arguments: [Asked]) -> Held {
    let range = arguments.count > 1 ? arguments[1] : nil
    let found = values(arguments.first, range).map(\.figure)
    guard var figure = found.first else { return .gap }
    switch name {
    case "highest": for other in found where other.low > figure.low { figure = other }
    case "lowest": for other in found where other.low < figure.low { figure = other }
    default:
      // Each year of the range must have a value.
      guard case .range(let first, let last)? = range, let from = Int(first), let to = Int(last),
        found.count == to - from + 1
      else { return .gap }
      let sum = found.reduce(0) { $0 + $1.low }
      let value = name == "total" ? sum : sum / Double(found.count)
      figure = HeldFigure(value, power: figure.power, measure: figure.measure)
    }
    return .figure(figure)
  }

  func trend(_ what: Asked, rises: Bool, over range: Asked) -> Held {
    let found = values(what, range)
    guard case .range(let first, let last) = range, found.first?.period == first, found.last?.period == last else {
      return .gap
    }
    return .truth(
      zip(found, found.dropFirst()).allSatisfy { before, after in
        rises ? after.figure.low > before.figure.low : after.figure.low < before.figure.low
      })
  }

  /// `growth(x)`, `difference(x)`, `previous(x)`: every period inside them is moved.
  func against(_ name: String, _ arguments: [Asked], in place: Place) -> Held {
    guard let what = arguments.first else { return .gap }
    var steps = 1
    if arguments.count > 1, case .number(let digits) = arguments[1], let number = Int(digits) { steps = number }
    guard case .figure(let before) = value(moved(what, by: steps), in: moved(place, by: steps)) else { return .gap }
    if name == "previous" { return .figure(before) }
    guard case .figure(let now) = value(what, in: place) else { return .gap }
    if name == "difference" { return HeldFigure.combined("-", now, before).map { .figure($0) } ?? .gap }
    guard before.low > 0 else { return .gap }
    return .figure(HeldFigure(100 * (now.low - before.low) / before.low, measure: .percent))
  }

  private func moved(_ period: String, by steps: Int) -> String { Int(period).map { "\($0 - steps)" } ?? period }

  private func moved(_ place: Place, by steps: Int) -> Place {
    guard case .at(let area, let period) = place else { return place }
    return .at(area: area, period: moved(period, by: steps))
  }

  private func moved(_ asked: Asked, by steps: Int) -> Asked {
    guard case .call(let name, let arguments) = asked else { return asked }
    return .call(
      name,
      arguments.map { argument in
        guard case .number(let period) = argument, plan.indicators[name] != nil else {
          return moved(argument, by: steps)
        }
        return .number(moved(period, by: steps))
      })
  }
}
