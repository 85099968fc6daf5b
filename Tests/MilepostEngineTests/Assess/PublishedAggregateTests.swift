import Foundation
import MilepostEngine
import MilepostModel
import Testing

/// Target 2.4 of Connect 2030: 30 % of people in the least developed countries online by 2023, on the figures that ITU
/// published on 28 October 2019.
@Suite struct PublishedAggregateTests {
  private func leastDeveloped() throws -> [Double] {
    let path = try #require(SharedSeries.folder) + "/data/published_aggregates.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var values: [Int: Double] = [:]
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 6, cells[0...2] == ["LDC", "internet_use", "%"], cells[6] == "2019-10-28" else { continue }
      let (year, value) = (try #require(Int(cells[3])), try #require(Double(cells[4])))
      values[year] = value
    }
    return values.sorted { $0.key < $1.key }.map(\.value)
  }

  private func fixture() throws -> AssessFixture {
    var fixture = AssessFixture()
    fixture.kind = .level(30)
    fixture.baseline = Baseline(2015)
    fixture.add(try leastDeveloped())
    return fixture
  }

  /// Expected figures computed apart with NumPy and SciPy from the same series.
  @Test(
    .enabled(if: SharedSeries.folder != nil, "needs the folder MILEPOST_SHARED"),
    arguments: [(MethodChoice.Window.all, 34.7, 0.83), (.last(6), 28.8, 0.2546), (.last(4), 27.3, 0.07)])
  func `the windows project 34.7, 28.8 and 27.3 without calibration`(
    window: MethodChoice.Window, projected: Double, probability: Double
  ) throws {
    var fixture = try fixture()
    fixture.method = MethodChoice(method: .drift, window: window, fallback: nil, acceptsOriginalReplacements: false)
    let assessment = fixture.assessment
    let projection = try #require(assessment.projection)
    #expect(assessment.method == .logistic)
    #expect(projection.calibration == nil)
    #expect(abs(projection.value - projected) < 0.05)
    #expect(abs(try #require(projection.probability) - probability) < 0.005)
    #expect(assessment.isMethodSensitive)
  }

  @Test(.enabled(if: SharedSeries.folder != nil, "needs the folder MILEPOST_SHARED"))
  func `the default window is at risk and shows the other two`() throws {
    let assessment = try fixture().assessment
    #expect(assessment.status == .atRisk)
    let windows = assessment.alternatives.filter { $0.method == .logistic }
    #expect(windows.map(\.window) == [.last(4), .all])
    let statuses = windows.map { alternative -> TargetStatus? in
      if case .status(let status, _, _, _) = alternative.answer { return status }
      return nil
    }
    #expect(statuses == [.offTrack, .onTrack])
  }
}
