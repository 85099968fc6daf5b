/// A number as it is printed with so many digits after the point: rounded half away from zero on its shortest decimal form.
struct PrintedNumber: Hashable {
  enum Form: Hashable {
    /// Up to twelve digits: in units of the last one.
    case units(Int)
    case digits(ShortestDecimal)
  }

  let form: Form
  private let decimals: Int

  static let powersOfTen = (0...12).map { place in (0..<place).reduce(1) { power, _ in power * 10 } }

  /// - Precondition: `value` is finite.
  init(_ value: Double, decimals: Int) {
    self.decimals = decimals
    form = PrintedNumber.units(value, decimals).map(Form.units) ?? PrintedNumber.rounded(value, decimals)
  }

  /// Without the shortest decimal form, which costs many times as much; nil where only that tells.
  ///
  /// Below 1e12 it lies within 0.0003 of the product, so that both round alike except near the middle between two units.
  private static func units(_ value: Double, _ decimals: Int) -> Int? {
    guard decimals < powersOfTen.count else { return nil }
    let scaled = value * Double(powersOfTen[decimals])
    guard scaled.magnitude < 1e12 - 1 else { return nil }
    let units = Int(scaled + (scaled < 0 ? -0.5 : 0.5))
    return (scaled - Double(units)).magnitude < 0.499 ? units : nil
  }

  private static func rounded(_ value: Double, _ decimals: Int) -> Form {
    let decimal = ShortestDecimal(value).rounded(toDecimals: decimals)
    guard decimals < powersOfTen.count, decimal.pointPlace + decimals <= 12 else { return .digits(decimal) }
    let digits = decimal.integerDigits + decimal.fractionDigits(atLeast: decimals)
    let units = digits.reduce(0) { $0 * 10 + Int($1) }
    return .units(decimal.isNegative ? -units : units)
  }

  var isZero: Bool { form == .units(0) }

  var isNegative: Bool {
    switch form {
    case .units(let units): units < 0
    case .digits(let decimal): decimal.isNegative
    }
  }

  /// The number before the point; of numbers beyond a thousand million, one that ends in the same nine digits.
  var wholeByItsEnd: Int {
    let ending = 1_000_000_000
    switch form {
    case .units(let units):
      let whole = Int(units.magnitude) / PrintedNumber.powersOfTen[decimals]
      return whole < ending ? whole : ending + whole % ending
    case .digits(let decimal):
      let digits = decimal.integerDigits
      let end = digits.suffix(9).reduce(0) { $0 * 10 + Int($1) }
      return digits.count > 9 ? ending + end : end
    }
  }

  /// Digits after the point without zeros at the end.
  var neededDecimals: Int {
    switch form {
    case .units(var units):
      var needed = decimals
      while needed > 0, units % 10 == 0 {
        units /= 10
        needed -= 1
      }
      return needed
    case .digits(let decimal): return min(decimals, decimal.decimals)
    }
  }
}
