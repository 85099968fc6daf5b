import MilepostLanguage
import MilepostModel
import Testing

@Suite struct FigureFormTests {
  @Test(
    arguments: [
      ("53", 53, 52.5, 53.5), ("62.5 %", 62.5, 62.45, 62.55), ("900", 900, 850, 950), ("20.0", 20, 19.95, 20.05),
      ("4.1 billion", 4.1e9, 4.05e9, 4.15e9), ("over 53", 53, 53, 54), ("nearly 17 per cent", 17, 16, 17),
      ("> 900", 900, 900, 1000), ("about 1,200", 1200, 1100, 1300), ("-0.79%", -0.79, -0.795, -0.785),
      ("2.3K", 2300, 2250, 2350), ("0", 0, -0.5, 0.5), ("More than 1 million", 1e6, 1e6, 2e6),
    ] as [(String, Double, Double, Double)])
  func `a figure stands for what its digits leave open`(_ text: String, value: Double, low: Double, high: Double) throws
  {
    let number = try #require(FigureForm().read(text))
    #expect(abs(number.value - value) <= 1e-12 * max(1, abs(value)))
    #expect(abs(number.bounds.lowerBound - low) <= 1e-9 * max(1, abs(low)))
    #expect(abs(number.bounds.upperBound - high) <= 1e-9 * max(1, abs(high)))
  }

  @Test(arguments: [
    ("37", 37.0, 37.0), ("over 37", 38, 38), ("fewer than 40", 30, 39), ("50+", 50, .greatestFiniteMagnitude),
  ])
  func `a count is the number that it says`(_ text: String, low: Double, high: Double) throws {
    let number = try #require(FigureForm(isExact: true).read(text))
    #expect(number.bounds == low...high)
  }

  @Test(arguments: ["", "over", "1,23", "1'017,489", "12 apples", "1.2.3", "--5", "%", "1e5", "4.1 zillion", "٥"])
  func `what is no figure is none`(_ text: String) {
    #expect(FigureForm().read(text) == nil)
  }

  @Test func `other conventions have other signs`() {
    #expect(FigureForm(decimal: ",", thousands: " ").read("1 234,5")?.value == 1234.5)
    #expect(FigureForm(decimal: ",", thousands: nil).read("1.234") == nil)
  }
}
