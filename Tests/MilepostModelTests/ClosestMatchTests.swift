import MilepostModel
import Testing

@Suite struct ClosestMatchTests {
  private let words = ["internet-use", "internet-users", "population", "SEX", "2.4", "up"]

  @Test(arguments: [
    ("internet-usage", "internet-use"), ("intrenet-use", "internet-use"), ("Population", "population"),
    ("sex", "SEX"), ("SX", "SEX"), ("2.5", "2.4"),
  ])
  func `a slip finds the word that was meant`(written: String, meant: String) {
    #expect(words.closest(to: written) == meant)
  }

  @Test(arguments: ["", "weather", "ab", "internet"])
  func `what is far from every word finds none`(written: String) {
    #expect(words.closest(to: written) == nil)
  }

  @Test func `a text of thousands of signs is no slip of a name`() {
    let long = String(repeating: "a", count: 60_000)
    #expect([long + "b"].closest(to: long) == nil)
    #expect(["a", long].closest(to: String(repeating: "a", count: 65)) == nil)
  }

  @Test func `of equally near words the first in byte order is taken`() {
    #expect(["beta3", "beta1", "beta2"].closest(to: "beta4") == "beta1")
  }
}
