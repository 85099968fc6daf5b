import MilepostModel
import MilepostPipeline
import Testing

/// A plan of one target about an invented country, in two editions between which one thing happens.
private struct TwoEditions {
  var laterDate = "2021-12-31"
  var laterMethod = ""
  var target = ""
  var amendments = ""
  /// Rows of a second vintage, received between the editions.
  var update: String?

  private var files: [String: String] {
    var files = [
      "milepost.yaml": """
      milepost: 1
      id: lumen
      title: Plan of Lumen, which does not exist
      agency: LUMEN
      languages: [en]
      period: 2018/2030
      editions:
        - {id: FIRST, date: 2020-12-31}
        - {id: SECOND, date: \(laterDate)\(laterMethod)}
      """,
      "plan/plan.yaml": """
      goals: [{id: 1, title: Light for all}]
      indicators: [{id: light, title: Homes with light, unit: percent, direction: up, limits: {lower: 0, upper: 100}}]
      targets:
        - id: 1.1
          goal: 1
          title: Light in nearly every home
          kind: level
          value: 80
          indicator: light
          area: LUMEN
          due: 2030
          baseline: {period: 2015}\(target)\(amendments)
      """,
      "groups/groups.yaml": "groups: [{id: LUMEN, title: Lumen}]",
      "data/sources.yaml": "sources: [{id: census, title: Census of Lumen, licence: CC0}]",
      "data/light.yaml": """
      dataflow: light
      title: Homes with light
      indicator: light
      source: census
      unit: percent
      vintages:
        - {file: light.2020.csv, published: 2020-05-04}
      """,
      "data/light.2020.csv": """
      REF_AREA,TIME_PERIOD,OBS_VALUE
      LUMEN,2014,40
      LUMEN,2015,43
      LUMEN,2016,47
      LUMEN,2017,50
      LUMEN,2018,54
      LUMEN,2019,57

      """,
    ]
    if let update {
      files["data/light.yaml", default: ""] += "\n  - {file: light.2021.csv, published: 2021-05-03, kind: update}\n"
      files["data/light.2021.csv"] = "REF_AREA,TIME_PERIOD,OBS_VALUE\n\(update)\n"
    }
    return files
  }

  func changes() throws -> ReleaseChanges {
    let compilation = try Workspace(files: files.mapValues { Array($0.utf8) }).compile(.all, .sinceTheEditionBefore)
    #expect(!compilation.hasErrors, "\(compilation.diagnostics.map(\.line))")
    return try #require(compilation.releases.last?.changes)
  }
}

@Suite struct ChangeCauseTests {
  private func change(_ editions: TwoEditions, only kind: ChangeCause.Kind) throws -> ReleaseChanges {
    let changes = try editions.changes()
    #expect(Set(changes.causes.map(\.kind)) == [kind])
    return changes
  }

  private let key = SeriesKey(.init("light"), .init("LUMEN"))

  @Test func `a value for a period that had none is new data`() throws {
    let changes = try change(TwoEditions(update: "LUMEN,2020,61"), only: .newData)
    let current = try #require(changes.targets.first?.current)
    #expect(current.before == PeriodValue(TimePeriod(year: 2019), 57))
    #expect(current.after == PeriodValue(TimePeriod(year: 2020), 61))
    let evidence = try #require(current.cause.evidence)
    #expect(evidence.key == key)
    #expect(evidence.period == TimePeriod(year: 2020))
    #expect(evidence.before == .gap(nil))
    #expect(evidence.after.value == 61)
    #expect(evidence.after.provenance?.vintage == CalendarDate("2021-05-03"))
    #expect(evidence.others == 0)
  }

  @Test func `another value for a period that had one is revised history`() throws {
    let changes = try change(TwoEditions(update: "LUMEN,2019,55"), only: .revision)
    #expect(changes.series.map(\.key) == [key])
    let evidence = try #require(changes.targets.first?.current?.cause.evidence)
    #expect(evidence.before.value == 57)
    #expect(evidence.before.provenance?.vintage == CalendarDate("2020-05-04"))
    #expect(evidence.after.value == 55)
    #expect(evidence.after.provenance?.vintage == CalendarDate("2021-05-03"))
  }

  @Test func `a revised baseline is revised history`() throws {
    let changes = try change(TwoEditions(update: "LUMEN,2015,42"), only: .revision)
    let baseline = try #require(changes.targets.first?.baseline)
    #expect(baseline.before?.value == 43)
    #expect(baseline.after?.value == 42)
    #expect(baseline.cause.evidence?.period == TimePeriod(year: 2015))
    #expect(changes.targets.first?.current == nil)
  }

  @Test func `the greater part of the way decides between revision and new data`() throws {
    let mostlyNew = try TwoEditions(update: "LUMEN,2019,56\nLUMEN,2020,60").changes()
    #expect(mostlyNew.targets.first?.current?.cause.kind == .newData)
    let mostlyRevised = try TwoEditions(update: "LUMEN,2019,52\nLUMEN,2020,54").changes()
    let current = try #require(mostlyRevised.targets.first?.current)
    #expect(current.cause.kind == .revision)
    #expect(current.cause.evidence?.period == TimePeriod(year: 2019))
    #expect(mostlyRevised.series.first?.values.map(\.cause.kind) == [.revision, .newData])
  }

  @Test func `an edition may name another method, and only it leads`() throws {
    let changes = try change(TwoEditions(laterMethod: ", method: {id: linear, window: all}"), only: .method)
    let expected = MethodChange(
      target: nil, before: .standard,
      after: MethodChoice(method: .linear, window: .all, fallback: nil, acceptsOriginalReplacements: false))
    #expect(changes.methods == [expected])
    #expect(changes.targets.first?.projection?.cause == .method(expected))
    #expect(changes.targets.first?.current == nil)
    #expect(changes.series.isEmpty)
  }

  @Test func `a target with a method of its own keeps it`() throws {
    let own = TwoEditions(laterMethod: ", method: linear", target: "\n    method: {id: drift, window: 4}")
    let changes = try own.changes()
    #expect(changes.targets.isEmpty)
    #expect(changes.methods.map(\.target) == [nil])
  }

  @Test func `an amended value is framework, with its decision`() throws {
    let amended = TwoEditions(
      amendments: "\n    amendments: [{date: 2021-06-01, decision: Raised by the Council., old-value: 70}]")
    let changes = try change(amended, only: .framework)
    let goal = try #require(changes.targets.first?.goal)
    #expect(goal.before == 70)
    #expect(goal.after == 80)
    guard case .framework(let change) = goal.cause else {
      Issue.record("\(goal.cause)")
      return
    }
    #expect(change.element == PlanElement(.target, "1.1"))
    #expect(change.what == .amended([.value]))
    #expect(change.decisions.map(\.date.description) == ["2021-06-01"])
    #expect(changes.targets.first?.current == nil)
  }

  @Test func `another title is text, and changes no figure`() throws {
    let renamed = TwoEditions(
      amendments: "\n    amendments: [{date: 2021-06-01, decision: New words., old-title: Light nearly everywhere}]")
    let changes = try change(renamed, only: .text)
    let text = try #require(changes.texts.first)
    #expect(changes.texts.count == 1)
    #expect(text.place.kind == .target && text.place.id == "1.1" && text.place.field == "title")
    #expect(text.before == LocalizedText("Light nearly everywhere", LanguageTag("en")))
    #expect(text.after == LocalizedText("Light in nearly every home", LanguageTag("en")))
  }

  @Test func `a value that grew too old changed with time alone`() throws {
    let changes = try change(TwoEditions(laterDate: "2023-12-31"), only: .time)
    let status = try #require(changes.targets.first?.status)
    #expect(status.after == .notMeasured)
    #expect(status.cause == .time(.tooOld(newest: TimePeriod(year: 2019), maximumAge: 3)))
    #expect(changes.series.isEmpty)
  }

  @Test func `where nothing happened nothing changed`() throws {
    #expect(try TwoEditions().changes().isEmpty)
  }
}

@Suite struct ChangeOrderTests {
  @Test func `an amendment leads before method, revision and new data`() throws {
    let all = TwoEditions(
      laterMethod: ", method: linear",
      amendments: "\n    amendments: [{date: 2021-06-01, decision: Raised., old-value: 70}]",
      update: "LUMEN,2019,56\nLUMEN,2020,60")
    let change = try #require(try all.changes().targets.first)
    #expect(change.goal?.cause.kind == .framework)
    #expect(change.probability?.cause.kind == .framework)
    // What is projected does not depend on what is to be reached.
    #expect(change.projection?.cause.kind == .method)
    #expect(change.current?.cause.kind == .newData)
  }
}
