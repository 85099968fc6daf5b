import MilepostExchange
import MilepostModel
import Testing

@testable import MilepostServer

@Suite struct RequestTargetTests {
  @Test func `a plus stays a plus, and only percents are decoded`() throws {
    let target = try RequestTarget(
      "/sdmx/v2/data/dataflow/MP/F/1.0.0/?c%5BTIME_PERIOD%5D=ge:2018+le%3A2020&c[A]=x%2By%20z")
    #expect(target.segments == ["sdmx", "v2", "data", "dataflow", "MP", "F", "1.0.0"])
    #expect(
      target.parameters == [
        .init(name: "c[TIME_PERIOD]", value: "ge:2018+le:2020"), .init(name: "c[A]", value: "x+y z"),
      ])
  }

  @Test func `commas of a path are decoded before it is read`() throws {
    #expect(try RequestTarget("/data/MP%2CFLOW%2C1.0.0/A.K%C3%A9").segments == ["data", "MP,FLOW,1.0.0", "A.Ké"])
  }

  @Test(arguments: ["/a%2", "/a%GG", "/%FF", "/a?b=%C3", "/%00", "/a?x=%0A"])
  func `what cannot be decoded is refused`(_ text: String) {
    #expect(throws: RequestFault.self) { try RequestTarget(text) }
  }

  @Test func `an address that is too long is refused`() {
    #expect { try RequestTarget("/" + String(repeating: "a", count: 20_000)) } throws: {
      ($0 as? RequestFault)?.kind == .addressTooLong
    }
  }

  @Test func `a parameter that nobody knows, or that stands twice, is refused`() throws {
    var asked = RequestParameters(try RequestTarget("/a?detail=full&detail=full&x=1").parameters)
    #expect(throws: RequestFault.self) { try asked.take("detail") }
    #expect(throws: RequestFault.syntax("Parameter 'detail' is not known here.")) { try asked.finish() }
  }
}

@Suite struct VersionPatternTests {
  private func chosen(_ text: String, _ interface: InterfaceVersion = .v2) throws -> [String] {
    let there = ["1.0.0", "1.1.0", "1.1.4", "1.2.0-draft", "2.0.0", "2.1.0-draft"].compactMap { SDMX.Version($0) }
    return try VersionPattern(text, interface).chosen(of: there).map(\.text)
  }

  @Test(arguments: [
    ("+", ["2.0.0"]), ("~", ["2.1.0-draft"]), ("1.0.0", ["1.0.0"]), ("1.0", ["1.0.0"]), ("3.0.0", []),
    ("1.*", ["1.0.0", "1.1.0", "1.1.4", "1.2.0-draft"]), ("1.1.*", ["1.1.0", "1.1.4"]), ("1.0+.0", ["1.1.4"]),
    ("1.0~.0", ["1.2.0-draft"]), ("1.0.0+", ["1.0.0"]), ("1.1.0+", ["1.1.4"]), ("1+.0.0", ["2.0.0"]), ("2.5+.0", []),
    ("*", ["1.0.0", "1.1.0", "1.1.4", "1.2.0-draft", "2.0.0", "2.1.0-draft"]),
  ])
  func `an operator takes the newest from there on`(_ text: String, _ expected: [String]) throws {
    #expect(try chosen(text) == expected)
  }

  @Test func `version 1 has words for it`() throws {
    #expect(try chosen("latest", .v1) == ["2.1.0-draft"])
    #expect(try chosen("all", .v1).count == 6)
    #expect(throws: RequestFault.self) { try chosen("+", .v1) }
  }

  @Test(arguments: ["", "a", "1..0", "1+.0+", "1.2.3.4+", "-1", "1.x", "latest"])
  func `anything else is no version`(_ text: String) {
    #expect(throws: RequestFault.self) { try chosen(text) }
  }
}

@Suite struct KeyPatternTests {
  @Test func `version 1 joins codes with plus and leaves a slot empty for any`() throws {
    let key = try KeyPattern(v1: "A.KEN+UGA.")
    #expect(key.slots == [["A"], ["KEN", "UGA"], nil])
    #expect(key.matches(["A", "UGA", "x"]))
    #expect(!key.matches(["A", "TZA", "x"]))
    #expect(try KeyPattern(v1: "all") == .all)
    #expect(throws: RequestFault.self) { try KeyPattern(v1: "A.KEN+.X") }
    #expect(throws: RequestFault.self) { try key.fits(4, .v1) }
  }

  @Test func `version 2 has a star for any, commas between keys, and may end early`() throws {
    let keys = try KeyPattern.list(v2: "A.KEN,A.*.F")
    #expect(keys.map(\.slots) == [[["A"], ["KEN"]], [["A"], nil, ["F"]]])
    try keys[0].fits(3, .v2)
    #expect(throws: RequestFault.self) { try keys[1].fits(2, .v2) }
    #expect(throws: RequestFault.self) { try KeyPattern.list(v2: "A.KEN+UGA") }
    #expect(throws: RequestFault.self) { try KeyPattern.list(v2: "A..F") }
  }
}

@Suite struct WrittenMomentTests {
  @Test func `parts of seconds count to the millisecond`() {
    #expect(Moment(written: "1970-01-01T00:00:01.5")?.millisecondsSince1970 == 1500)
    #expect(Moment(written: "1970-01-01T00:00:00.0019Z")?.millisecondsSince1970 == 1)
    #expect(Moment(written: "1969-12-31T23:59:59.75")?.day == CalendarDate("1969-12-31"))
  }

  @Test(arguments: [
    ("1970-01-02", 86_400), ("1970-01-01T00:01:00Z", 60), ("1970-01-01T02:00:00+02:00", 0), ("1970-01-01T00:00", 0),
    ("1969-12-31T23:59:59-00:00", -1), ("2020-02-29T10:00:00-05:30", 1_582_990_200),
  ])
  func `a time is counted in UTC`(_ text: String, _ seconds: Int64) {
    #expect(Moment(written: text)?.millisecondsSince1970 == seconds * 1000)
  }

  @Test(arguments: [
    "", "2020", "2020-02-30", "2020-01-01T", "2020-01-01T25:00:00", "2020-01-01T10:00:00+2", "2020-01-01T1:2:3",
  ])
  func `anything else is no time`(_ text: String) { #expect(Moment(written: text) == nil) }
}

@Suite struct ComponentFilterTests {
  @Test(arguments: [
    ("KEN,UGA", "UGA", true), ("KEN,UGA", "TZA", false), ("ne:KEN", "UGA", true), ("ne:KEN,KEN", "KEN", true),
    ("sw:K+ew:N", "KEN", true), ("sw:K+ew:N", "KENYA", false), ("co:E", "KEN", true), ("nc:E", "KEN", false),
    ("ge:B+le:C", "BZ", true), ("gt:B", "B", false), ("a:b", "a:b", true),
  ])
  func `comma is or, plus is and`(_ text: String, _ code: String, _ holds: Bool) throws {
    #expect(try ComponentFilter("REF_AREA", text).admits(code) == holds)
  }

  @Test(arguments: [
    ("2020", "2020", true), ("2020", "2020-Q1", false), ("ge:2018+le:2020", "2019-M05", true),
    ("ge:2018+le:2020", "2020-12-31", true), ("le:2020", "2021", false), ("lt:2020", "2019", true),
    ("lt:2020", "2020-Q1", false), ("gt:2020-Q1", "2020-Q2", true), ("ne:2020", "2021", true),
    ("sw:2020", "2020-Q1", true),
  ])
  func `periods are compared by their days`(_ text: String, _ period: String, _ holds: Bool) throws {
    let value = try #require(SDMX.Period(period))
    #expect(try ComponentFilter("TIME_PERIOD", text).admits(value, written: period) == holds)
  }

  @Test func `numbers are compared as numbers`() throws {
    #expect(try ComponentFilter("OBS_VALUE", "ge:9").admits(10))
    #expect(try !ComponentFilter("OBS_VALUE", "sw:1").admits(10))
    #expect(try !ComponentFilter("OBS_VALUE", "lt:x").admits(10))
  }

  @Test func `a list of codes is known as one`() throws {
    #expect(try ComponentFilter("A", "x,y").codes == ["x", "y"])
    #expect(try ComponentFilter("A", "x,ne:y").codes == nil)
  }

  @Test(arguments: ["", "A,", "A+", "xx:A", "ge:"])
  func `a filter without a value or with another operator is refused`(_ text: String) {
    #expect(throws: RequestFault.self) { try ComponentFilter("A", text) }
  }
}
