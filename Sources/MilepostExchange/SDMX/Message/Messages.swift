package import MilepostModel

extension SDMX {
  /// Who sends or gets a message.
  package struct Party: Hashable, Sendable {
    package let id: String
    package let name: LocalizedText?

    package init(_ id: String, name: LocalizedText? = nil) {
      self.id = id
      self.name = name
    }
  }

  /// What a data set does to what the receiver has.
  package enum Action: String, Hashable, Sendable, CaseIterable {
    case information = "Information"
    case append = "Append"
    case replace = "Replace"
    case delete = "Delete"
    /// Only since SDMX 3.0.
    case merge = "Merge"

    /// The letter of SDMX-CSV.
    package var letter: String { String(rawValue.prefix(1)) }

    package init?(letter: some StringProtocol) {
      guard let action = Action.allCases.first(where: { $0.letter == letter }) else { return nil }
      self = action
    }
  }

  package struct Header: Hashable, Sendable {
    package let id: String
    package let isTest: Bool
    /// An ISO 8601 time, as written.
    package let prepared: String
    package let sender: Party
    package let receivers: [Party]
    package let name: LocalizedText?
    package let source: LocalizedText?
    /// The action of data sets that state none.
    package let action: Action?
    package let dataSetID: String?
    package let extracted: String?
    package let reportingBegin: String?
    package let reportingEnd: String?

    package init(
      id: String, isTest: Bool = false, prepared: String, sender: Party, receivers: [Party] = [],
      name: LocalizedText? = nil, source: LocalizedText? = nil, action: Action? = nil, dataSetID: String? = nil,
      extracted: String? = nil, reportingBegin: String? = nil, reportingEnd: String? = nil
    ) {
      self.id = id
      self.isTest = isTest
      self.prepared = prepared
      self.sender = sender
      self.receivers = receivers
      self.name = name
      self.source = source
      self.action = action
      self.dataSetID = dataSetID
      self.extracted = extracted
      self.reportingBegin = reportingBegin
      self.reportingEnd = reportingEnd
    }
  }

  /// Artefacts, in the order of the message within each kind.
  package struct Structures: Hashable, Sendable {
    package var agencySchemes: [OrganisationScheme] = []
    package var dataProviderSchemes: [OrganisationScheme] = []
    package var categorySchemes: [CategoryScheme] = []
    package var conceptSchemes: [ConceptScheme] = []
    package var codelists: [Codelist] = []
    package var valueLists: [Codelist] = []
    package var dataStructures: [DataStructure] = []
    package var dataflows: [Dataflow] = []
    package var categorisations: [Categorisation] = []
    package var provisionAgreements: [ProvisionAgreement] = []
    package var constraints: [Constraint] = []

    package init() {}

    /// Adds the artefacts of another message.
    package mutating func append(_ other: Structures) {
      agencySchemes += other.agencySchemes
      dataProviderSchemes += other.dataProviderSchemes
      categorySchemes += other.categorySchemes
      conceptSchemes += other.conceptSchemes
      codelists += other.codelists
      valueLists += other.valueLists
      dataStructures += other.dataStructures
      dataflows += other.dataflows
      categorisations += other.categorisations
      provisionAgreements += other.provisionAgreements
      constraints += other.constraints
    }
  }

  package struct StructureMessage: Hashable, Sendable {
    package let header: Header
    package let structures: Structures

    package init(header: Header, structures: Structures) {
      self.header = header
      self.structures = structures
    }
  }

  package struct DataMessage: Sendable {
    /// nil where the format has none, as SDMX-CSV.
    package let header: Header?
    package let dataSets: [DataSet]

    package init(header: Header?, dataSets: [DataSet]) {
      self.header = header
      self.dataSets = dataSets
    }
  }
}
