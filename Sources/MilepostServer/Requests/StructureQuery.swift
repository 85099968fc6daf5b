import MilepostExchange
import MilepostModel

/// Which other artefacts come with those that were asked for.
enum StructureReferences: Hashable {
  case parents
  case parentsAndSiblings
  case ancestors
  /// What the artefact itself refers to.
  case children
  case descendants
  /// Parents, siblings and descendants.
  case all
  case kind(SDMX.ArtefactKind)

  /// - Parameter text: nil: none.
  static func list(_ text: String?, _ interface: InterfaceVersion) throws(RequestFault) -> Set<StructureReferences> {
    guard let text else { return [] }
    var references: Set<StructureReferences> = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      switch word {
      case "none": break
      case "parents": references.insert(.parents)
      case "parentsandsiblings": references.insert(.parentsAndSiblings)
      case "ancestors" where interface == .v2: references.insert(.ancestors)
      case "children": references.insert(.children)
      case "descendants": references.insert(.descendants)
      case "all": references.insert(.all)
      default:
        guard let resource = StructureResource(rawValue: String(word)) else {
          throw .syntax("'\(word)' is no value for 'references'.")
        }
        // Kinds that nothing here is of refer to nothing.
        references.formUnion(resource.kinds.map { .kind($0) })
      }
    }
    return references
  }
}

/// What of an artefact is told.
enum StructureDetail: String, CaseIterable {
  case full
  case allStubs = "allstubs"
  case referenceStubs = "referencestubs"
  case allCompleteStubs = "allcompletestubs"
  case referenceCompleteStubs = "referencecompletestubs"
  case referencePartial = "referencepartial"
  /// Only in version 2; there are no codelists that extend others, so that it is full.
  case raw
}

/// A kind of artefact as addresses name it.
enum StructureResource: String, CaseIterable {
  case dataStructure = "datastructure"
  case dataflow
  case codelist
  case valueList = "valuelist"
  case conceptScheme = "conceptscheme"
  case agencyScheme = "agencyscheme"
  case dataProviderScheme = "dataproviderscheme"
  case organisationScheme = "organisationscheme"
  case categoryScheme = "categoryscheme"
  case categorisation
  case provisionAgreement = "provisionagreement"
  case contentConstraint = "contentconstraint"
  case actualConstraint = "actualconstraint"
  case allowedConstraint = "allowedconstraint"
  case dataConstraint = "dataconstraint"

  /// What it can be; empty for kinds of which there is nothing here.
  var kinds: Set<SDMX.ArtefactKind> {
    switch self {
    case .dataStructure: [.dataStructure]
    case .dataflow: [.dataflow]
    case .codelist: [.codelist]
    case .valueList: [.valueList]
    case .conceptScheme: [.conceptScheme]
    case .agencyScheme: [.agencyScheme]
    case .dataProviderScheme: [.dataProviderScheme]
    case .organisationScheme: [.agencyScheme, .dataProviderScheme]
    case .categoryScheme: [.categoryScheme]
    case .categorisation: [.categorisation]
    case .provisionAgreement: [.provisionAgreement]
    case .contentConstraint, .actualConstraint: [.contentConstraint]
    case .allowedConstraint: []
    case .dataConstraint: [.dataConstraint]
    }
  }

  /// Kinds of the standard that are not served: 501, so that clients know that the address is right.
  static let unserved: Set<String> = [
    "metadatastructure", "metadataflow", "metadataset", "metadataprovisionagreement", "metadataconstraint",
    "metadataproviderscheme", "hierarchy", "hierarchyassociation", "hierarchicalcodelist", "structureset",
    "structuremap",
    "representationmap", "conceptschememap", "categoryschememap", "organisationschememap", "reportingtaxonomymap",
    "process", "reportingtaxonomy", "reportingcategory", "dataconsumerscheme", "organisationunitscheme",
    "customtypescheme", "vtlmappingscheme", "namepersonalisationscheme", "rulesetscheme", "transformationscheme",
    "userdefinedoperatorscheme", "attachmentconstraint", "geographiccodelist", "geogridcodelist",
  ]
}

/// Which artefacts somebody asks for.
struct StructureQuery: Equatable {
  /// nil: of any kind.
  let kinds: Set<SDMX.ArtefactKind>?
  let artefacts: ArtefactPattern
  /// Ids of items of the schemes, outer and inner ones with points; empty: all.
  let items: [[String]]
  let detail: StructureDetail
  let references: Set<StructureReferences>
  /// nil: as it is now.
  let asOf: Moment?

  /// `/{type}/{agency}/{id}/{version}/{item}` in version 1, behind `structure` in version 2.
  init(
    _ segments: [String], _ parameters: [RequestTarget.Parameter], _ interface: InterfaceVersion
  ) throws(RequestFault) {
    let all = interface == .v1 ? "all" : "*"
    func segment(_ place: Int) -> String? { place < segments.count ? segments[place] : nil }
    guard segments.count <= 5 else { throw .syntax("TYPE/AGENCY/ID/VERSION/ITEM is expected.") }
    kinds = try StructureQuery.kinds(segment(0) ?? all, interface)
    let version = segment(3) ?? (interface == .v1 ? "latest" : "~")
    artefacts = ArtefactPattern(
      agencies: try ArtefactPattern.names(segment(1) ?? all, interface),
      ids: try ArtefactPattern.names(segment(2) ?? all, interface),
      versions: try ArtefactPattern.versions(version, interface))
    let item = segment(4) ?? all
    let separator: Character = interface == .v1 ? "+" : ","
    items =
      item == all
      ? []
      : item.split(separator: separator).map { $0.split(separator: ".").map(String.init) }
    var asked = RequestParameters(parameters)
    detail = try asked.take("detail", StructureDetail.self) ?? .full
    references = try StructureReferences.list(try asked.take("references"), interface)
    asOf = interface == .v2 ? try asked.takeMoment("asOf") : nil
    try asked.finish()
  }

  private static func kinds(
    _ text: String, _ interface: InterfaceVersion
  ) throws(RequestFault) -> Set<SDMX.ArtefactKind>? {
    if text == (interface == .v1 ? "structure" : "*") || interface == .v1 && text == "all" { return nil }
    if let resource = StructureResource(rawValue: text) { return resource.kinds }
    guard StructureResource.unserved.contains(text) else {
      throw RequestFault(.unknownResource, "There is no resource '\(text)'.")
    }
    throw RequestFault(.notImplemented, "There are no artefacts of the kind '\(text)' here.")
  }
}
