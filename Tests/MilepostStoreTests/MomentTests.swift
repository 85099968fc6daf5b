import MilepostModel
import Testing

@Suite struct MomentTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (1_774_949_400_123, "2026-03-31T09:30:00.123Z"),
      (-1, "1969-12-31T23:59:59.999Z"),
      (951_782_399_999, "2000-02-28T23:59:59.999Z"),
    ])
  func `a moment is read as it is written`(_ milliseconds: Int64, _ text: String) {
    #expect(Moment(millisecondsSince1970: milliseconds).description == text)
    #expect(Moment(text) == Moment(millisecondsSince1970: milliseconds))
  }

  @Test(arguments: ["2026-03-31", "2026-03-31T24:00:00.000Z", "2026-02-30T00:00:00.000Z", "2026-03-31 09:30:00.123Z"])
  func `what is no moment is none`(_ text: String) { #expect(Moment(text) == nil) }
}
