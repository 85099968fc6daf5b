#if Store
  import MilepostModel

  enum Sample {
    /// A release that has nothing but series.
    static func release(_ series: SeriesTable) -> Release {
      let language = LanguageTag("en")
      let settings = WorkspaceSettings(
        id: "bench", title: LocalizedText("Benchmark", language), url: nil, agency: "BENCH", languages: [language],
        completeness: [:], period: TimePeriod(year: 2026), method: .standard, statusWords: [:], editions: [])
      let day = CalendarDate.firstDay(ofMonth: 1, year: 2026)
      return Release(
        settings: settings, edition: nil, asOf: day, plan: Plan(), areas: [], groups: [], codelists: [], sources: [],
        dataflows: [], series: series, rankings: .none, earlierVintages: [], assessments: [], directions: [],
        accepted: [])
    }
  }
#endif
