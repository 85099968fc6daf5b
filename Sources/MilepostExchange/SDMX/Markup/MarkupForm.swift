extension SDMX {
  /// A version of SDMX-ML.
  package enum MarkupVersion: String, Hashable, Sendable, CaseIterable {
    case v2_1, v3_0, v3_1

    private var root: String { "http://www.sdmx.org/resources/sdmxml/schemas/\(rawValue)/" }

    var message: String { root + "message" }
    var common: String { root + "common" }
    var structure: String { root + "structure" }
    var generic: String { root + "data/generic" }
    var structureSpecific: String { root + "data/structurespecific" }

    /// The version that a namespace of SDMX-ML is of.
    init?(namespace: String) {
      guard let version = MarkupVersion.allCases.first(where: { namespace.hasPrefix($0.root) }) else { return nil }
      self = version
    }
  }

  /// A form of data in SDMX-ML.
  package enum MarkupDataForm: Hashable, Sendable {
    /// SDMX 2.1 alone.
    case generic
    /// SDMX 2.1 alone; as `generic`, and always by time.
    case genericTimeSeries
    case structureSpecific(MarkupVersion)
    /// SDMX 2.1 alone; as `structureSpecific`, and always by time.
    case structureSpecificTimeSeries

    package var version: MarkupVersion { if case .structureSpecific(let version) = self { version } else { .v2_1 } }

    var isGeneric: Bool { self == .generic || self == .genericTimeSeries }

    /// The name of the root element.
    var root: String {
      switch self {
      case .generic: "GenericData"
      case .genericTimeSeries: "GenericTimeSeriesData"
      case .structureSpecific: "StructureSpecificData"
      case .structureSpecificTimeSeries: "StructureSpecificTimeSeriesData"
      }
    }
  }

  /// What distinguishes the observations of a series.
  package enum ObservationLevel: Hashable, Sendable {
    case time
    /// Another dimension; that of time is then one of the series.
    case dimension(String)
    /// There are no series: each observation has its whole key.
    case allDimensions

    package var id: String {
      switch self {
      case .time: FlowParts.time
      case .dimension(let id): id
      case .allDimensions: "AllDimensions"
      }
    }
  }
}
