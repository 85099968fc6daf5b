import MilepostModel
import MilepostReport
import Testing

@Suite struct ExplanationTests {
  private func explained(_ id: String) throws -> Explanation {
    let release = IslesRelease.release
    let assessment = try #require(release.assessment(of: Target.ID(id)))
    return try #require(explanation(of: assessment, in: release, language: IslesRelease.english))
  }

  @Test func `the answer names value, target, both periods and the chance`() throws {
    let answer = try explained("1.1").answer.plainSpaces
    #expect(
      answer
        == """
        At risk: People online (All islands) was 48.3 % in 2023, and the target is 70 % by 2030. \
        At the pace of 2018 to 2023 it will be 69.3 % then, with a chance of 7 in 20 of meeting the target.
        """)
  }

  @Test func `a value that would print as its target gets one more digit`() throws {
    #expect(
      try explained("2.5").answer.plainSpaces
        == "Missed: People online (All islands) was 69.96 % in 2023, 0.04 percentage points short of the target of 70 %."
    )
  }

  @Test func `the text holds baseline, value, target, method, window, paces and vintage`() throws {
    let text = try explained("1.1").text.plainSpaces
    for part in [
      "Baseline: 32.0 % in 2018.", "Now: 48.3 % in 2023", "vintage of 2024-03-01", "Target: 70 % by 2030.",
      "random walk with drift, over the last 6 points (2018 to 2023)",
      "Pace so far: 3.25 percentage points a year since 2018; pace needed: 3.11 percentage points a year until 2030.",
      "with 80 % certainty between 64.8 % and 73.8 %", "multiplied by 1.31, learnt from 412 past errors of 38 series",
      "least squares line over last 6 points and Eurostat growth ratio say On track",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `where there is no pace the reason stands`() throws {
    #expect(try explained("1.4").text.contains("because there is no current value"))
  }

  @Test func `a compound target is answered by its worst part`() throws {
    #expect(try explained("2.3").answer.hasPrefix("On course: of 2 parts the worst decides, “Piers repaired”."))
  }

  @Test func `an override stands beside the computed status with name and end`() throws {
    #expect(
      try explained("1.2").text.contains("R. Gull set the status to On course on 1 May 2024, until 31 December 2024"))
  }
}

extension String {
  /// With ordinary blanks for the narrow and no-break ones.
  var plainSpaces: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{202F}" || $0 == "\u{00A0}" ? " " : $0 }))
  }
}
