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
      AssessedTarget(IslesRelease.release, Self.target, assessment, Phrases(IslesRelease.english)))
  }

  private func drawing(_ chart: TrajectoryChart, _ shape: ChartShape = .wide) -> String {
    var html = HTMLWriter()
    chart.drawing(shape).write(shape, id: "chart", title: chart.title, description: chart.description, into: &html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  private func frame(_ naming: TimeScale.Naming, _ years: ClosedRange<Double>) -> ChartFrame {
    ChartFrame(shape: .wide, naming: naming, years: years, values: [0, 10], style: Self.style, labelWidth: 40)
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
    #expect(drawing.contains(">no interval</tspan>"))
  }

  @Test func `a label keeps off the lines and off other labels`() {
    var places = LabelPlace(room: .init(left: 0, top: 0, right: 400, bottom: 300))
    places.avoid(line: [Place(0, 140), Place(400, 140)])
    places.avoid(line: [Place(0, 250), Place(200, 150), Place(400, 120)])
    let one = places.place(["56.6 %"], beside: Place(200, 150), isBold: true, prefersAbove: true)
    let other = places.place(["Baseline 40 %"], beside: Place(190, 155), isBold: false, prefersAbove: true)
    #expect(!one.box.overlaps(other.box))
    for box in [one.box, other.box] { #expect(box.bottom < 140 || box.top > 140) }
  }

  @Test func `rows of labels are further apart than the rows of one`() {
    let frame = frame(.places, 2020...2025)
    let labels = ["Target 19 percentage points", "23 percentage points projected"].map {
      EndLabel(text: $0, value: 5, name: "label", width: 80)
    }
    let heights = EndLabel.heights(labels, on: frame.y, floor: frame.bottom)
    let end = heights[0] + Double(labels[0].rows.count - 1) * WordsMark.rowHeight
    #expect(heights[1] - end > WordsMark.rowHeight)
  }

  @Test func `the first quarter lies inside its year`() {
    let periods = (1...4).map { TimePeriod(year: 2025, quarter: $0) }
    let frame = frame(TimeScale.Naming(periods), periods[0].timeInYears...periods[3].timeInYears)
    #expect(frame.x.naming == .spans)
    #expect(frame.x(2024) < frame.x(periods[0].timeInYears))
    let name = frame.axes.compactMap { $0 as? WordsMark }.first { $0.rows == ["2025"] }
    #expect(name?.foot == Place(frame.x(2024.5), 388))
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
