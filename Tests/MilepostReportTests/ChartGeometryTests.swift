import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

/// Where lines, marks and labels of drawings lie.
@Suite struct ChartGeometryTests {
  private static let style = FigureStyle(scale: .plain, decimals: 1, phrases: Phrases(IslesRelease.english))

  private static let target = IslesRelease.cases[0].0

  private func chart(_ assessment: Assessment) -> TrajectoryChart {
    TrajectoryChart(
      AssessedTarget(IslesRelease.release, Self.target, assessment, Phrases(IslesRelease.english)), id: "chart")
  }

  private func drawing(_ chart: TrajectoryChart, _ shape: ChartFrame.Shape = .wide) -> String {
    var html = HTMLWriter()
    chart.write(shape, into: &html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  private func frame(_ axis: ChartFrame.TimeAxis, _ years: ClosedRange<Double>) -> ChartFrame {
    ChartFrame(shape: .wide, axis: axis, years: years, values: [0, 10], style: Self.style, labelWidth: 40)
  }

  private func projected(path: [Projection.Step]) -> Assessment {
    IslesRelease.assessment(
      "1.1", .offTrack, .methodWord("cloud", value: nil),
      projection: Projection(
        period: TimePeriod(year: 2030), value: 64, low: nil, high: nil, level: 0.8, probability: nil,
        calibration: nil, path: path))
  }

  @Test func `a projection without an interval is a dotted line to a hollow dot, and its label says so`() {
    let drawing = drawing(chart(projected(path: []))).plainSpaces
    #expect(drawing.contains("<path class=\"plain-projection\""))
    #expect(drawing.contains("<circle class=\"plain-projection end-dot\""))
    #expect(drawing.contains(">64.0 % projected, no<tspan"))
  }

  @Test func `a label that is too long for its place goes on in a second row and loses nothing`() {
    let drawing = drawing(chart(projected(path: [])), .tall).plainSpaces
    #expect(drawing.contains(">64.0 %<tspan"))
    #expect(drawing.contains(">interval</tspan>"))
  }

  @Test func `a label keeps off the lines and off other labels`() {
    var places = LabelPlace(room: .init(left: 0, top: 0, right: 400, bottom: 300))
    places.avoid(line: [(0, 140), (400, 140)])
    places.avoid(line: [(0, 250), (200, 150), (400, 120)])
    let one = places.place(["56.6 %"], besideX: 200, y: 150, isBold: true, prefersAbove: true)
    let other = places.place(["Baseline 40 %"], besideX: 190, y: 155, isBold: false, prefersAbove: true)
    #expect(!one.box.overlaps(other.box))
    for box in [one.box, other.box] { #expect(box.bottom < 140 || box.top > 140) }
  }

  @Test func `rows of labels are further apart than the rows of one`() throws {
    let frame = frame(.places, 2020...2025)
    let labels = ["Target 19 percentage points", "23 percentage points projected"].map {
      EndLabel(text: $0, value: 5, name: "label", width: 80)
    }
    let placed = EndLabel.heights(labels, in: frame)
    let first = try #require(placed.first)
    let last = try #require(placed.last)
    let end = first.height + Double(first.label.rows.count - 1) * EndLabel.rowHeight
    #expect(last.height - end > EndLabel.rowHeight)
  }

  @Test func `the first quarter lies inside its year`() {
    let periods = (1...4).map { TimePeriod(year: 2025, quarter: $0) }
    let frame = frame(ChartFrame.TimeAxis(periods), periods[0].timeInYears...periods[3].timeInYears)
    #expect(frame.axis == .spans)
    #expect(frame.x(2024) < frame.x(periods[0].timeInYears))
    var html = HTMLWriter()
    frame.writeAxes(into: &html)
    let middle = String(length: frame.x(2024.5))
    #expect(
      String(decoding: html.bytes, as: UTF8.self).contains(
        "<text x=\"\(middle)\" y=\"388\" class=\"axis middle\">2025<"))
  }

  @Test(arguments: [[56.0, 56], [55.8, 70], [-3, 4]])
  func `no value lies on a time axis that does not begin at zero`(values: [Double]) throws {
    let domain = LinearScale.domain(holding: values, atMostTicks: 5)
    #expect(domain.lowerBound < (try #require(values.min())))
  }

  @Test func `an earlier vintage is not joined over a period that it lacks`() {
    let points = IslesRelease.points(2018, [1, 2, 3, 4]).map { ChartPoint($0) }
    let vintage = EarlierVintage(
      key: SeriesKey(IslesRelease.online, IslesRelease.world), provenance: IslesRelease.provenance,
      values: [2018, 2019, 2021].map { PeriodValue(TimePeriod(year: $0), 1) })
    #expect(TrajectoryChart.pieces(vintage, besides: points).map(\.count) == [2, 1])
    #expect(TrajectoryChart.pieces(vintage, besides: []).map(\.count) == [3])
  }

  @Test(arguments: [
    (Coverage(reported: 0.5, estimated: 0.5, imputed: 0, missing: 0), ChartPoint.Knowledge.reported, false),
    (Coverage(reported: 0.3, estimated: 0.6, imputed: 0.1, missing: 0), .estimated, true),
    (Coverage(reported: 0.1, estimated: 0.2, imputed: 0.6, missing: 0.1), .imputed, false),
    (Coverage(reported: 0.998, estimated: 0, imputed: 0.002, missing: 0), .reported, false),
  ])
  func `the mark of a computed value says what most of its weight is`(
    coverage: Coverage, knowledge: ChartPoint.Knowledge, isPartlyImputed: Bool
  ) {
    let point = ChartPoint(
      Estimate(
        TimePeriod(year: 2024), .figure(1), status: .reported, coverage: coverage, provenance: IslesRelease.computed))
    #expect(point.knowledge == knowledge)
    #expect(point.isPartlyImputed == isPartlyImputed)
  }

  @Test func `a ratio is as firm as the less firm of its sides`() {
    let sides = [ObservationStatus.reported, .estimated].map {
      Estimate(TimePeriod(year: 2024), .figure(1), status: $0, coverage: nil, provenance: IslesRelease.provenance)
    }
    #expect(ChartPoint(PeriodValue(TimePeriod(year: 2024), 1), inputs: sides).knowledge == .estimated)
  }
}
