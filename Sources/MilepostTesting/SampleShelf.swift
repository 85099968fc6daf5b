package import MilepostModel

/// Releases of the plan of the River Towns, which do not exist, as small as a store can be asked about.
package enum SampleShelf {
  package static let population = Indicator.ID("population")
  package static let internetUse = Indicator.ID("internet-use")
  package static let returns = DataSource.ID("returns")
  package static let towns = Dataflow.ID("towns")

  package static func date(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no date") }
    return date
  }

  package static func moment(_ text: String) -> Moment {
    guard let moment = Moment(text) else { preconditionFailure("\(text) is no moment") }
    return moment
  }

  private static func text(_ english: String, _ french: String) -> LocalizedText {
    let entries = [
      LocalizedText.Entry(LanguageTag("en"), english), LocalizedText.Entry(LanguageTag("fr"), french),
    ]
    guard let text = LocalizedText(entries) else { preconditionFailure("two texts") }
    return text
  }

  private static func origin(_ received: CalendarDate, isComputed: Bool = false) -> Provenance {
    Provenance(source: returns, vintage: received, received: received, isComputed: isComputed)
  }

  /// Every kind of value, with statuses, coverage and both sexes.
  ///
  /// - Parameters:
  ///   - newest: the value that the newest period of the last series has.
  ///   - hasDelta: whether the town of Delta has said something.
  package static func series(
    _ received: CalendarDate, newest: Double = 12.5, hasDelta: Bool = false
  ) -> SeriesTable {
    let (told, made) = (origin(received), origin(received, isComputed: true))
    let shares = Coverage(reported: 0.25, estimated: 0.5, imputed: 0.125, missing: 0.125)
    var table = SeriesTable()
    func estimate(
      _ year: Int, _ value: PublishedValue, _ status: ObservationStatus = .reported, _ coverage: Coverage? = nil
    ) -> Estimate {
      Estimate(
        TimePeriod(year: year), value, status: status, coverage: coverage, provenance: coverage == nil ? told : made)
    }
    table.append(
      SeriesKey(internetUse, Area.ID("ALDA")),
      [
        estimate(2018, .figure(1 / 3)), estimate(2019, .missing(.notCollected)), estimate(2020, .confidential),
        estimate(2021, .belowUnit, .provisional), estimate(2022, .figure(-0.0)), estimate(2023, .figure(99.99)),
      ])
    table.append(
      SeriesKey(internetUse, Area.ID("ALDA"), [DimensionCode("SEX", "F")]),
      MissingReason.allCases.enumerated().map { estimate(2015 + $0.offset, .missing($0.element), .estimated) })
    table.append(SeriesKey(internetUse, Area.ID("BORO")), [])
    if hasDelta { table.append(SeriesKey(internetUse, Area.ID("DELTA")), [estimate(2023, .figure(7))]) }
    table.append(
      SeriesKey(internetUse, Area.ID("TOWNS")),
      [estimate(2020, .figure(41.25), .reported, shares), estimate(2021, .missing(.suppressed), .imputed, shares)])
    table.append(
      SeriesKey(population, Area.ID("ALDA")),
      [
        estimate(2020, .figure(1_000_000)), estimate(2021, .figure(.leastNonzeroMagnitude)),
        estimate(2023, .figure(newest)),
      ])
    return table
  }

  /// A release with one target, as of a day.
  package static func release(
    _ edition: String, _ day: CalendarDate, _ series: SeriesTable, workspace: String = "river-towns"
  ) -> Release {
    var plan = Plan()
    plan.goals = [Goal(id: Goal.ID("1"), title: text("Growth", "Croissance"), text: nil, links: [])]
    plan.targets = [target]
    plan.indicators = [
      indicator(internetUse, text("Internet users", "Internautes"), .percent, ["SEX"]),
      indicator(population, text("Population \"as of\" July", "Population"), UnitOfMeasure("persons"), []),
    ]
    return Release(
      settings: settings(workspace),
      edition: Edition(id: Edition.ID(edition), title: nil, date: day, reportingPeriod: nil),
      asOf: day, plan: plan,
      areas: ["ALDA", "BORO", "DELTA"].map { Area(id: Area.ID($0), name: text($0.lowercased(), "la \($0)")) },
      groups: [
        AreaGroup(
          id: Area.ID("TOWNS"), name: text("All towns", "Toutes les villes"),
          memberships: [
            AreaGroup.Membership(Area.ID("ALDA")), AreaGroup.Membership(Area.ID("BORO"), from: date("2019-01-01")),
          ])
      ],
      codelists: [
        Codelist(
          id: Codelist.ID("SEX"), name: text("Sex", "Sexe"),
          codes: [Code("M", name: text("Men", "Hommes")), Code("F", name: text("Women", "Femmes"))])
      ],
      sources: [
        DataSource(
          id: returns, title: text("Yearly returns", "Rapports annuels"), publisher: "Towns", url: nil, licence: "CC0")
      ],
      dataflows: [dataflow(day)], series: series, rankings: AreaRankings([], keys: []), earlierVintages: [],
      assessments: [assessment], directions: [], accepted: [])
  }

  private static let target = Target(
    id: Target.ID("1.1"), goal: Goal.ID("1"), title: text("Everybody online", "Tous en ligne"), kind: .level(100),
    measure: Measure(internetUse, Area.ID("TOWNS")), direction: nil, due: TimePeriod(fiscalYear: 2025, startMonth: 4),
    baseline: Baseline(period: TimePeriod(year: 2018), value: 40, choice: nil), milestones: [], isSustained: false,
    method: nil, amendments: [], override: nil, printed: [], response: nil, owner: "Office of Rivers", links: [],
    note: nil)

  private static let assessment = Assessment(
    target: Target.ID("1.1"), status: .offTrack, reason: .paceRatio(0.25), evidence: .low, method: .pace, window: nil,
    trend: [], isMethodSensitive: true, baseline: PeriodValue(TimePeriod(year: 2018), 40), current: nil,
    goalValue: 100, due: TimePeriod(fiscalYear: 2025, startMonth: 4), projection: nil, paceSoFar: 0.625,
    paceNeeded: 11.75,
    alternatives: [
      Alternative(
        method: .linear, window: .all, answer: .status(.offTrack, value: 55.5, probability: nil, word: nil)),
      Alternative(method: .eurostat, window: nil, answer: .refused(.noBaseline)),
    ],
    later: [], areaCounts: nil, override: nil, parts: [], judged: [])

  private static func dataflow(_ day: CalendarDate) -> Dataflow {
    Dataflow(
      id: towns, title: text("Towns", "Villes"), indicator: nil,
      structure: DataStructure(dimensions: [DataStructure.Dimension(id: "SEX", codelist: Codelist.ID("SEX"))]),
      unit: .percent, source: returns,
      vintages: [Vintage(published: day, received: day, kind: .snapshot, file: "data/towns.csv")],
      file: "data/towns.yaml")
  }

  private static func indicator(
    _ id: Indicator.ID, _ title: LocalizedText, _ unit: UnitOfMeasure, _ dimensions: [String]
  ) -> Indicator {
    Indicator(
      id: id, title: title, definition: nil, unit: unit, direction: .up, limits: .none, nature: .stock, decimals: 1,
      maximumAge: 3, sources: [returns], dimensions: dimensions, owner: nil, dueEachYear: nil, formula: nil,
      aggregation: nil, links: [])
  }

  private static func settings(_ id: String) -> WorkspaceSettings {
    guard let period = TimePeriod("2020/2026") else { preconditionFailure("a period") }
    return WorkspaceSettings(
      id: id, title: text("The River Towns", "Les villes du fleuve"), url: "https://towns.example", agency: "TOWNS",
      languages: [LanguageTag("en"), LanguageTag("fr")], completeness: [:], period: period, method: .standard,
      statusWords: [.offTrack: text("Off course", "Mal engagée")], editions: [])
  }

  /// What is published of one release, with one state for each day on which its series were received.
  package static func deposit(
    _ releases: [Release], states: [(day: String, series: SeriesTable)] = [], program: String = "0.1.0"
  ) -> Deposit {
    Deposit(
      releases.map { Deposit.Item($0, contentHash: String(repeating: "0123456789abcdef", count: 4)) },
      states: states.map {
        DataflowState(dataflow: towns, received: date($0.day), published: date($0.day), series: $0.series)
      }, program: program)
  }
}
