import MilepostEngine
import MilepostModel
import MilepostPipeline
import Testing

/// Causes of computed values, and of everything that changed in an example.
@Suite struct ComparedEditionsTests {
  private func releases(of folder: String) throws -> [Release] {
    try Workspace(files: Repository.files(in: folder)).compile(.all, .sinceTheEditionBefore).releases
  }

  @Test func `a computed value takes the cause of the input that changed most`() throws {
    let changes = try #require(try releases(of: "Tests/Cases/base").last?.changes)
    let use = try #require(changes.series.first { $0.key == SeriesKey(.init("internet-use"), .init("ISLES")) })
    #expect(use.values.map(\.period) == [TimePeriod(year: 2018), TimePeriod(year: 2020)])
    let revised = try #require(use.values.first?.cause.evidence)
    #expect(use.values.first?.cause.kind == .revision)
    #expect(revised.key == SeriesKey(.init("internet-users"), .init("DELL")))
    #expect(revised.before.value == 90 && revised.after.value == 92)
    #expect(revised.others == 0)
    // Four isles brought users, and four their population.
    #expect(use.values.last?.cause.kind == .newData)
    #expect(use.values.last?.cause.evidence?.others == 7)
    let counts = try #require(changes.areas.first { $0.indicator == .init("internet-users") })
    #expect(
      counts == AreaValueCounts(indicator: .init("internet-users"), revised: 1, added: 4, withdrawn: 0, areas: 4))
  }

  @Test func `other members of a group are framework`() throws {
    var files = try Repository.files(in: "Tests/Cases/base")
    files["groups/isles.csv"] = Array("area,from,to\nALDA,,\nBRAN,,\nCORA,,\nDELL,2021-02-01,\n".utf8)
    for name in ["internet-users", "population"] {
      files["data/\(name).2021.csv"] = nil
      let sidecar = String(decoding: try #require(files["data/\(name).yaml"]), as: UTF8.self)
      files["data/\(name).yaml"] = Array(sidecar.split(separator: "\n").dropLast().joined(separator: "\n").utf8)
    }
    let compilation = try Workspace(files: files).compile(.all, .sinceTheEditionBefore)
    let changes = try #require(compilation.releases.last?.changes, "\(compilation.diagnostics.map(\.line))")
    #expect(Set(changes.causes.map(\.kind)) == [.framework])
    let members = FrameworkChange(PlanElement(.group, "ISLES"), .amended([.members]))
    #expect(changes.elements == [members])
    let first = try #require(changes.targets.first { $0.target == .init("1.1") })
    #expect(first.current?.cause == .framework(members))
  }

  @Test func `world mobile broadband in 2019 was 83 and became 74`() throws {
    let changes = try #require(try releases(of: "Examples/connect-2030").last?.changes)
    let key = SeriesKey(.init("mobile-broadband-per-100"), .init("WORLD"))
    let value = try #require(
      changes.series.first { $0.key == key }?.values.first { $0.period == TimePeriod(year: 2019) })
    #expect(value.cause.kind == .revision)
    let evidence = try #require(value.cause.evidence)
    #expect(evidence.before.value.map { ($0 * 10).rounded() / 10 } == 83)
    #expect(evidence.after.value == 74.2)
    #expect(evidence.before.provenance?.vintage == CalendarDate("2019-10-28"))
    #expect(evidence.after.provenance?.vintage == CalendarDate("2024-11-30"))
    #expect(evidence.after.provenance?.source == .init("itu-key-data"))
  }

  @Test(arguments: ["Examples/connect-2030", "Examples/isles"])
  func `every figure that changed between two editions has one cause, and no other has`(_ folder: String) throws {
    let releases = try releases(of: folder)
    let (before, after) = (releases[0], releases[1])
    #expect(before.changes == nil)
    let changes = try #require(after.changes)
    #expect(changes == compare(before, after))
    for (old, new) in zip(before.assessments, after.assessments) {
      let change = changes.change(of: new.target)
      #expect(old.status == new.status ? change?.status == nil : change?.status?.before == old.status)
      let values = (
        old.current.map { PeriodValue($0.period, $0.value) }, new.current.map { PeriodValue($0.period, $0.value) }
      )
      #expect(values.0 == values.1 ? change?.current == nil : change?.current?.after == .some(values.1))
      #expect((old.baseline == new.baseline) == (change?.baseline == nil))
      #expect((old.goalValue == new.goalValue) == (change?.goal == nil))
      #expect((old.projection?.value == new.projection?.value) == (change?.projection == nil))
      #expect((old.projection?.probability == new.projection?.probability) == (change?.probability == nil))
    }
    for (old, new) in zip(before.directions, after.directions) {
      #expect((old.status == new.status) == !changes.outcomes.contains { $0.outcome == new.outcome })
    }
    let groups = Set(after.groups.map(\.id))
    let told = Dictionary(uniqueKeysWithValues: changes.series.map { ($0.key, $0.values.map(\.period)) })
    for key in Set(before.series.keys + after.series.keys) where groups.contains(key.area) {
      #expect(told[key, default: []] == periods(key, before, after), "\(key)")
    }
  }

  /// The periods of a series of which the two releases say different things.
  private func periods(_ key: SeriesKey, _ before: Release, _ after: Release) -> [TimePeriod] {
    func values(_ release: Release) -> [TimePeriod: Double] {
      let found = (release.series.estimates(key).map(Array.init) ?? []).compactMap { estimate in
        estimate.value.number.map { (estimate.period, $0) }
      }
      return Dictionary(uniqueKeysWithValues: found)
    }
    let (old, new) = (values(before), values(after))
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }

  @Test func `two editions in either order are compared from the earlier to the later`() throws {
    let workspace = Workspace(files: try Repository.files(in: "Examples/isles"))
    let answers = try [("IS/2024", "IS/2025"), ("IS/2025", "IS/2024")].map { pair in
      ChangeAnswers(try workspace.compile(.pair(pair.0, pair.1)).releases)
    }
    #expect(answers[0].text == answers[1].text)
    #expect(answers[0].json == answers[1].json)
    #expect(answers[0].text.hasPrefix("4 of 18 targets have another status than in edition IS/2024.\n"))
    let same = ChangeAnswers(try workspace.compile(.pair("IS/2025", "IS/2025")).releases)
    #expect(same.text == "Nothing has changed since edition IS/2025.\n")
  }

  @Test func `a release knows what changed also when it is the only one that is asked for`() throws {
    let workspace = Workspace(files: try Repository.files(in: "Tests/Cases/base"))
    let alone = try workspace.compile(.named("R2021"), .sinceTheEditionBefore).releases
    let all = try workspace.compile(.all, .sinceTheEditionBefore).releases
    #expect(alone.count == 1)
    #expect(alone.last?.changes != nil)
    #expect(alone.last?.changes == all.last?.changes)
    #expect(try workspace.compile(.all).releases.last?.changes == nil)
  }
}
