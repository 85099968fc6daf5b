import MilepostExchange
import Testing

private func builder() -> SDMX.DataSetBuilder {
  SDMX.DataSetBuilder(
    structure: SDMX.Reference(.dataflow, agency: "MP", id: "DF"), dimensions: ["REF_AREA", "SEX"], time: "TIME_PERIOD",
    measures: ["OBS_VALUE"])
}

@Suite struct DataSetTests {
  @Test func `observations that come mixed are grouped by series and keep their order in it`() {
    var builder = builder()
    for (area, period, value) in [("A", "2020", 1.0), ("B", "2020", 2), ("A", "2021", 3), ("B", "2019", 4)] {
      builder.append(toSeries: builder.series([area, "_T"]), time: period, value: .number(value))
    }
    let set = builder.finish()
    let read = set.series.map { series in
      series.rows.map { row in
        "\(set.layout.dimensions[0].values[Int(series.key[0])]) \(series.observations.times[row]) "
          + "\(series.observations.measures[0].number(row))"
      }
    }
    #expect(read == [["A 0 1.0", "A 1 3.0"], ["B 0 2.0", "B 2 4.0"]])
    #expect(set.layout.time?.values == ["2020", "2021", "2019"])
  }

  @Test func `an absent value, a missing one and a text stay apart when rows are moved`() {
    var builder = builder()
    let first = builder.series(["A", "M"])
    let second = builder.series(["A", "F"])
    for (series, value) in [
      (second, SDMX.MeasureValue.absent), (first, .notANumber), (second, .text("12345678901234567890")),
      (first, .number(0.1)),
    ] {
      builder.append(toSeries: series, time: "2020", value: value)
    }
    let column = builder.finish().observations.measures[0]
    let values: [SDMX.MeasureValue] = [.notANumber, .number(0.1), .absent, .text("12345678901234567890")]
    #expect((0..<column.count).map { column[$0] } == values)
  }

  @Test func `an attribute met late is absent from what came before`() {
    var builder = builder()
    let series = builder.series(["A", "_T"])
    builder.append(toSeries: series, time: "2020", value: .number(1))
    let note = builder.observationAttribute("COMMENT")
    let unit = builder.seriesAttribute("UNIT")
    let row = builder.append(toSeries: series, time: "2021", value: .number(1))
    builder.set(observationAttribute: note, of: row, to: "late")
    builder.set(seriesAttribute: unit, of: series, to: "PT")
    let set = builder.finish()
    #expect(set.observations.attributes == [[SDMX.CodedComponent.absent, 0]])
    #expect(set.series(at: 0).attributes == [0])
    #expect(set.layout.observationAttributes == [SDMX.CodedComponent("COMMENT", values: ["late"])])
  }
}
