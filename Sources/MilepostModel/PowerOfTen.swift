extension Double {
  /// 10 to a power of at least 0; exact up to 22.
  package static func power(ofTen exponent: Int) -> Double { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  /// The number in other steps; dividing keeps its shortest decimal where multiplying by a fraction would not.
  package func times(powerOfTen power: Int) -> Double {
    power < 0 ? self / .power(ofTen: -power) : self * .power(ofTen: power)
  }
}
