package import MilepostModel

extension SDMX {
  /// A dataflow as it is published: one of the workspace, or `INDICATORS` with every series of the indicators.
  package struct Flow: Hashable, Sendable {
    package let dataflow: Dataflow
    /// nil: every published series.
    package let origin: MilepostModel.Dataflow.ID?
    /// The source of its observations; nil where they are of several.
    package let source: DataSource.ID?
    /// Its further dimensions, in the order of the key.
    package let dimensions: [String]

    package var id: String { dataflow.id }
    package var reference: Reference { dataflow.reference }

    /// Ids of the dimensions in the order of the key, without that of time.
    package var keyDimensions: [String] { Flow.keyDimensions + dimensions }

    /// Frequency, area, indicator, then further dimensions.
    package static let keyDimensions = ["FREQ", "REF_AREA", "INDICATOR"]

    package static let everything = "INDICATORS"

    /// The codes of a series behind that of frequency.
    package func codes(of key: SeriesKey) -> [String] {
      var codes = [WorkspaceID.code(key.area.text), WorkspaceID.code(key.indicator.text)]
      for dimension in dimensions {
        codes.append(key.codes.first { $0.dimension == dimension }?.code ?? SeriesKey.total)
      }
      return codes
    }

    /// Whether the key of a series has no code beyond the dimensions here.
    package func spans(_ key: SeriesKey) -> Bool {
      key.codes.allSatisfy { dimensions.contains($0.dimension) }
    }
  }

  /// Which parts of observations are told.
  package struct FlowParts: Hashable, Sendable {
    package var measures: [String]
    package var seriesAttributes: [String]
    package var observationAttributes: [String]
    /// False: series alone.
    package var hasObservations: Bool

    package init(
      measures: [String], seriesAttributes: [String], observationAttributes: [String], hasObservations: Bool
    ) {
      self.measures = measures
      self.seriesAttributes = seriesAttributes
      self.observationAttributes = observationAttributes
      self.hasObservations = hasObservations
    }

    package static let all = FlowParts(
      measures: ["OBS_VALUE"], seriesAttributes: ["UNIT_MEASURE", "UNIT_MULT", "DECIMALS"],
      observationAttributes: ["OBS_STATUS", "CONF_STATUS", "COMMENT_OBS"], hasObservations: true)

    package static let time = "TIME_PERIOD"
  }

  /// The values that occur in data, so that they can be numbered before the data itself is read.
  package struct FlowValues: Hashable, Sendable {
    package var areas: Set<Area.ID> = []
    package var indicators: Set<Indicator.ID> = []
    /// By further dimension.
    package var codes: [String: Set<String>] = [:]
    package var periods: Set<TimePeriod> = []

    package init() {}

    package var frequencies: Set<String> { Set(periods.map(\.sdmxFrequency)) }

    package mutating func insert(_ key: SeriesKey, of flow: Flow) {
      areas.insert(key.area)
      indicators.insert(key.indicator)
      for (dimension, code) in zip(flow.dimensions, flow.codes(of: key).dropFirst(2)) {
        codes[dimension, default: []].insert(code)
      }
    }

    package mutating func formUnion(_ other: FlowValues) {
      areas.formUnion(other.areas)
      indicators.formUnion(other.indicators)
      codes.merge(other.codes) { $0.union($1) }
      periods.formUnion(other.periods)
    }

    /// The codes of a dimension as messages write them, sorted.
    package func codes(of dimension: String) -> [String] {
      switch dimension {
      case "FREQ": frequencies.sorted()
      case "REF_AREA": areas.map { WorkspaceID.code($0.text) }.sorted()
      case "INDICATOR": indicators.map { WorkspaceID.code($0.text) }.sorted()
      default: codes[dimension].map { $0.sorted() } ?? []
      }
    }
  }
}
