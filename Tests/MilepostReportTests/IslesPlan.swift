import MilepostEngine
import MilepostModel

extension IslesRelease {
  static let override = Target.Override(
    status: .onTrack, name: "R. Gull", date: date("2024-05-01"), reason: text("A new cable was laid in April."),
    expires: date("2024-12-31"))

  static let cases: [(Target, Assessment)] = [
    (
      target(
        "1.1", "70 % of islanders online by 2030",
        printed: [.init(label: "On course", source: "I23/1, table 2", edition: nil)],
        response: .init(
          reason: text("Two ferries that carried the cable are being repaired."),
          action: text("A second cable from the north."), due: date("2025-06-30"), name: "R. Gull"),
        amendments: [
          .init(date: date("2022-03-01"), decision: text("The assembly raised it"), oldValue: 65, oldDue: nil)
        ]),
      assessment(
        "1.1", .atRisk, .probability(0.34), projection: projection(69.3, probability: 0.34),
        alternatives: [
          Alternative(
            method: .linear, window: .last(6), answer: .status(.onTrack, value: 71.4, probability: 0.66, word: nil)),
          Alternative(
            method: .eurostat, window: nil,
            answer: .status(.onTrack, value: 1.512, probability: nil, word: "significant progress")),
          Alternative(
            method: .drift, window: .last(4), answer: .status(.atRisk, value: 69.1, probability: 0.31, word: nil)),
          Alternative(method: .escapCurrent, window: nil, answer: .refused(.notAParityOrLevel)),
          Alternative(method: .destatis, window: nil, answer: .refused(.tooFewChanges(have: 3, need: 4))),
        ], isSensitive: true)
    ),
    (
      target("1.2", "Every outer island online at half of all homes", measure: Measure(online, outer)),
      assessment(
        "1.2", .offTrack, .paceRatio(0.44), trend: points(2021, [30, 31.1, 33.2]), override: override, evidence: .low)
    ),
    (
      target(
        "1.3", "More than half of the islands past 50 %",
        kind: .shareOfAreas(comparison: .above, threshold: 50, percent: 50)),
      assessment(
        "1.3", .achieved, .metEarly, trend: points(2019, [40, 45, 52.5, 60]), goal: 50,
        counts: AreaCounts(yes: 24, no: 12, unknown: 4, nearThreshold: 3))
    ),
    (
      target("1.4", "A tide warning that reaches everybody", baseline: nil),
      assessment("1.4", .notMeasured, .noValue, trend: [], goal: nil)
    ),
    (
      target("2.1", goal: "2", "Harbour visits of 1,200 thousand by 2030", measure: Measure(visits, world)),
      assessment(
        "2.1", .movingAway, .wrongDirection, projection: projection(30, probability: 0.001),
        trend: points(2018, [60, 58, 55, 53, 50, 48.25]), goal: 120)
    ),
    (
      target("2.2", goal: "2", "One lighthouse on each island", baseline: nil),
      assessment("2.2", .benchmarked, .onePoint, trend: points(2023, [69.96]))
    ),
    (
      target(
        "2.3", goal: "2", "Two conditions for a long crossing season",
        kind: .compound([
          TargetPart(title: text("Piers repaired"), kind: .level(70), measure: Measure(online, world), baseline: nil),
          TargetPart(title: text("Crews trained"), kind: .level(70), measure: Measure(online, outer), baseline: nil),
        ])),
      assessment(
        "2.3", .onTrack, .worstPart(index: 0), trend: [], goal: nil,
        parts: [
          assessment("2.3", .onTrack, .probability(0.7), projection: projection(72, probability: 0.7)),
          assessment("2.3", .achieved, .metEarly, trend: points(2022, [68, 71])),
        ])
    ),
    (
      target("2.4", goal: "2", "Half as many wrecks", baseline: nil),
      assessment("2.4", .notMeasurable, .noBaseline, trend: points(2022, [12, 11]), goal: nil)
    ),
    (
      target("2.5", goal: "2", "Ferry seats for 70 % of islanders by 2023"),
      assessment("2.5", .missed, .verdict, trend: points(2018, [32, 40, 52, 61, 66, 69.96]))
    ),
  ]

  static let plan: Plan = {
    var plan = Plan()
    plan.goals = [
      Goal(id: .init("1"), title: text("Connected islands"), text: text("Everybody can be reached."), links: []),
      Goal(id: .init("2"), title: text("Safe crossings"), text: nil, links: []),
    ]
    plan.targets = cases.map(\.0)
    plan.indicators = [
      indicator(visits, "Visits to harbours", UnitOfMeasure("visits", multiplier: 3)),
      indicator(online, "People online", .percent),
    ]
    plan.objectives = [
      Objective(
        id: .init("O.1"), title: text("Cables that last"), text: nil, sector: text("Cable bureau"),
        goals: [.init("1")], owner: "Cable bureau", links: [])
    ]
    plan.outcomes = [
      Outcome(
        id: .init("O.1-a"), objective: .init("O.1"), title: text("More people online on the outer islands"),
        measures: [Measure(online, outer)], owner: nil, links: [])
    ]
    plan.enablers = [
      Enabler(id: .init("E.1"), title: text("Accounts in order"), measures: [Measure(online, world)], owner: nil)
    ]
    return plan
  }()

  static let series: SeriesTable = {
    var table = SeriesTable()
    let outerPoints = points(2018, [18, 21, 24, 30, 31.1, 33.2])
    table.append(
      SeriesKey(visits, world),
      points(2018, [60, 58, 55, 53, 50, 48.25]).map {
        Estimate($0.period, .figure($0.value), status: .reported, coverage: nil, provenance: provenance)
      })
    let ids = (1...40).map { Area.ID("I" + ($0 < 10 ? "0" : "") + String($0)) }
    for (index, id) in ids.enumerated() {
      table.append(
        SeriesKey(online, id),
        trend.enumerated().map { place, point in
          let value: PublishedValue =
            index == 3 && place == 5
            ? .confidential
            : index == 4 && place > 3 ? .missing(.notCollected) : .figure(point.value + Double(index) - 20)
          return Estimate(point.period, value, status: .reported, coverage: nil, provenance: provenance)
        })
    }
    table.append(
      SeriesKey(online, outer),
      outerPoints.map {
        Estimate($0.period, .figure($0.value), status: .estimated, coverage: nil, provenance: provenance)
      })
    table.append(
      SeriesKey(online, world),
      trend.enumerated().map { place, point in
        Estimate(
          point.period, .figure(point.value),
          status: place == 5 ? .provisional : place == 3 ? .breakInSeries : .reported,
          coverage: Coverage(reported: 0.6, estimated: 0.3, imputed: 0.08, missing: 0.02), provenance: computed)
      })
    return table
  }()

  static let groups = [
    AreaGroup(
      id: outer, name: text("Outer islands"),
      memberships: ["I01", "I02", "I03"].map { .init(.init($0)) } + [.init(.init("I09"), to: date("2021-12-31"))]),
    AreaGroup(
      id: world, name: text("All islands"),
      memberships: (1...40).map { .init(.init("I" + ($0 < 10 ? "0" : "") + String($0))) }),
  ]

  static let release = Release(
    settings: settings, edition: settings.editions[0], asOf: date("2024-06-30"), plan: plan,
    areas: (1...40).map { Area(id: .init("I" + ($0 < 10 ? "0" : "") + String($0)), name: text("Island \($0)")) },
    groups: groups, codelists: [],
    sources: [
      DataSource(
        id: .init("tide-office"), title: text("Tide Office yearbook"), publisher: "Tide Office", url: nil,
        licence: "Free to use")
    ],
    dataflows: [], series: series,
    rankings: rankAreas(plan, groups: groups, series, asOf: date("2024-06-30")),
    earlierVintages: [
      EarlierVintage(
        key: SeriesKey(online, world),
        provenance: Provenance(
          source: .init("tide-office"), vintage: date("2023-03-01"), received: date("2023-03-01"), isComputed: false),
        values: points(2018, [33, 37, 40.5, 45, 48]))
    ],
    assessments: cases.map(\.1),
    directions: [
      DirectionalAssessment(
        outcome: .init("O.1-a"), status: .improving,
        parts: [
          .init(
            measure: Measure(online, outer), status: .improving, evidence: .normal,
            first: PeriodValue(TimePeriod(year: 2018), 18), last: PeriodValue(TimePeriod(year: 2023), 33.2), low: 10,
            high: 20, provenance: provenance)
        ])
    ], accepted: [])
}
