import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

@Suite struct RoadTests {
  private func road(
    _ kind: TargetKind, from baseline: Double?, now: Double?, goal: Double?, band: (low: Double, high: Double)? = nil
  ) -> Road {
    let target = IslesRelease.target("1.1", "Invented", kind: kind, baseline: nil)
    let values = [baseline, now].compactMap(\.self)
    let full = IslesRelease.assessment(
      "1.1", .offTrack, .probability(0.02), trend: IslesRelease.points(2022, values), goal: goal)
    let projection = band.map {
      Projection(
        period: TimePeriod(year: 2030), value: $0.low, low: $0.low, high: $0.high, level: 0.8, probability: 0.1,
        calibration: nil, path: [])
    }
    let assessment = Assessment(
      target: full.target, status: full.status, reason: full.reason, evidence: full.evidence, method: full.method,
      window: nil, trend: full.trend, isMethodSensitive: false, baseline: baseline == nil ? nil : full.baseline,
      current: now == nil ? nil : full.current, goalValue: goal, due: full.due, projection: projection, paceSoFar: nil,
      paceNeeded: nil, alternatives: [], later: [], areaCounts: nil, override: nil, parts: [], judged: full.trend)
    return Road(
      assessed: AssessedTarget(IslesRelease.release, target, assessment, Phrases(IslesRelease.english)))
  }

  private func drawing(_ road: Road) -> String {
    var html = HTMLWriter()
    road.write(into: &html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test func `a limit is a post at its place, and a value over it lies beyond the post`() {
    let road = road(.ceiling(50), from: 49, now: 60, goal: 50)
    #expect(road.ground == .axis(wanted: .down))
    #expect(road.scale(50) < road.scale(60))
    #expect(road.scale(49) < road.scale(50))
    let drawing = drawing(road)
    #expect(drawing.contains("class=\"arrow\""))
    #expect(drawing.contains(">limit</text>"))
    #expect(!drawing.contains("class=\"due\""))
  }

  @Test func `where less is wanted the road leads from the higher value to the lower`() {
    let road = road(
      .gapReduction(better: .init("A"), worse: .init("B"), measure: .difference, percent: 40), from: 30, now: 25,
      goal: 18)
    #expect(road.ground == .way)
    #expect(road.scale(30) < road.scale(25))
    #expect(road.scale(25) < road.scale(18))
  }

  @Test func `a target without a baseline is drawn from zero, with its value`() {
    let road = road(.level(0.98), from: nil, now: 0.931, goal: 0.98)
    #expect(road.ground == .axis(wanted: .up))
    #expect(drawing(road).contains("class=\"now\""))
    #expect(!drawing(road).contains("class=\"way\""))
  }

  @Test func `a target without a value to reach has no post`() {
    let drawing = drawing(road(.directional, from: nil, now: 3, goal: nil))
    #expect(!drawing.contains("class=\"post\""))
    #expect(drawing.contains("no value to reach"))
  }

  @Test func `what lies beyond the road is marked as going on`() {
    let beyond = drawing(road(.level(70), from: 30, now: 60, goal: 70, band: (low: 90, high: 99)))
    #expect(beyond.contains("class=\"goes-on fan-edge\""))
    let within = drawing(road(.level(70), from: 30, now: 60, goal: 70, band: (low: 66, high: 71)))
    #expect(!within.contains("goes-on"))
    let back = drawing(road(.level(70), from: 60, now: 40, goal: 70))
    #expect(back.contains("class=\"goes-on further\""))
  }

  @Test func `nothing leaves the drawing`() {
    let road = road(.level(70), from: 69, now: 20, goal: 70, band: (low: -50, high: 500))
    for value in [-50.0, 20, 500] { #expect(Road.ends.contains(road.place(value).x)) }
  }
}
