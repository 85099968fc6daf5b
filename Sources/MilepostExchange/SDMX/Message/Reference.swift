extension SDMX {
  /// A kind of artefact, by the class that stands in its URN.
  package enum ArtefactKind: String, Sendable, Hashable, CaseIterable {
    case agencyScheme = "AgencyScheme"
    case agency = "Agency"
    case dataProviderScheme = "DataProviderScheme"
    case dataProvider = "DataProvider"
    case conceptScheme = "ConceptScheme"
    case concept = "Concept"
    case codelist = "Codelist"
    case code = "Code"
    case valueList = "ValueList"
    case dataStructure = "DataStructure"
    case dataflow = "Dataflow"
    case categoryScheme = "CategoryScheme"
    case category = "Category"
    case categorisation = "Categorisation"
    case provisionAgreement = "ProvisionAgreement"
    case dataConstraint = "DataConstraint"
    case contentConstraint = "ContentConstraint"

    /// The package of the information model that the class belongs to.
    package var package: String {
      switch self {
      case .agencyScheme, .agency, .dataProviderScheme, .dataProvider: "base"
      case .conceptScheme, .concept: "conceptscheme"
      case .codelist, .code, .valueList: "codelist"
      case .dataStructure, .dataflow: "datastructure"
      case .categoryScheme, .category, .categorisation: "categoryscheme"
      case .provisionAgreement, .dataConstraint, .contentConstraint: "registry"
      }
    }

    /// What holds items of this kind; nil for kinds that stand alone.
    package var scheme: ArtefactKind? {
      switch self {
      case .agency: .agencyScheme
      case .dataProvider: .dataProviderScheme
      case .concept: .conceptScheme
      case .code: .codelist
      case .category: .categoryScheme
      default: nil
      }
    }

    /// What is an item of schemes of this kind.
    package var item: ArtefactKind? { ArtefactKind.allCases.first { $0.scheme == self } }
  }

  /// Names an artefact, or an item of one.
  package struct Reference: Hashable, Sendable, CustomStringConvertible {
    /// Of an item the item's kind, such as `concept`.
    package let kind: ArtefactKind
    package let agency: String
    /// Of the artefact; of an item that of its scheme.
    package let id: String
    package let version: Version
    /// The ids that lead to the item, from the outermost; empty for an artefact.
    package let item: [String]

    package init(
      _ kind: ArtefactKind, agency: String, id: String, version: Version = .first, item: [String] = []
    ) {
      self.kind = kind
      self.agency = agency
      self.id = id
      self.version = version
      self.item = item
    }

    /// Of data whose message does not say what it is of.
    package static let unstated = Reference(.dataflow, agency: "unknown", id: "unknown")

    /// The scheme of an item; the artefact itself where it is no item.
    package var artefact: Reference {
      item.isEmpty ? self : Reference(kind.scheme ?? kind, agency: agency, id: id, version: version)
    }

    package func item(_ path: String...) -> Reference {
      Reference(kind.item ?? kind, agency: agency, id: id, version: version, item: path)
    }

    /// `MP:DF_SDG(1.0.0)`, with the item behind a point.
    package var shortForm: String {
      let name = "\(agency):\(id)(\(version))"
      return item.isEmpty ? name : "\(name).\(item.joined(separator: "."))"
    }

    /// `urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=MP:DF_SDG(1.0.0)`
    package var urn: String { "\(Reference.prefix)\(kind.package).\(kind.rawValue)=\(shortForm)" }

    package var description: String { shortForm }

    private static let prefix = "urn:sdmx:org.sdmx.infomodel."

    /// A URN of a kind that is known here.
    package init?(urn: String) {
      guard let equals = urn.firstIndex(of: "=") else { return nil }
      guard urn.hasPrefix(Reference.prefix) else {
        // `DataStructure=MP:DSD(1.0.0)`, as pysdmx writes it.
        guard let kind = ArtefactKind(rawValue: String(urn[..<equals])) else { return nil }
        self.init(kind, shortForm: urn[urn.index(after: equals)...])
        return
      }
      let path = urn[..<equals].dropFirst(Reference.prefix.count)
        .split(separator: ".", omittingEmptySubsequences: false)
      guard path.count == 2, let kind = ArtefactKind(rawValue: String(path[1])), kind.package == path[0] else {
        return nil
      }
      self.init(kind, shortForm: urn[urn.index(after: equals)...])
    }

    /// `MP:DF_SDG(1.0.0)`, `MP:CS(1.0.0).FREQ`; without a version the first one is meant.
    package init?(_ kind: ArtefactKind, shortForm text: some StringProtocol) {
      let text = String(text)
      guard let colon = text.firstIndex(of: ":") else { return nil }
      let agency = text[..<colon]
      var rest = text[text.index(after: colon)...]
      var version = Version.first
      var item: [String] = []
      let name: Substring
      if let open = rest.firstIndex(of: "("), let close = rest.firstIndex(of: ")"), open < close {
        name = rest[..<open]
        guard let stated = Version(rest[rest.index(after: open)..<close]) else { return nil }
        version = stated
        rest = rest[rest.index(after: close)...]
        if !rest.isEmpty {
          guard rest.hasPrefix(".") else { return nil }
          item = rest.dropFirst().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        }
      } else {
        name = rest
      }
      guard Reference.isAgency(agency), Reference.isID(name), item.allSatisfy({ Reference.isID($0) }),
        item.isEmpty == (kind.scheme == nil)
      else { return nil }
      self.init(kind, agency: String(agency), id: String(name), version: version, item: item)
    }

    /// Letters, digits, `_`, `@`, `$` and `-`.
    package static func isID(_ text: some StringProtocol) -> Bool {
      !text.isEmpty && text.utf8.allSatisfy { isPartOfID($0) }
    }

    /// Ids with points between them.
    package static func isAgency(_ text: some StringProtocol) -> Bool {
      text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isID($0) }
    }

    private static func isPartOfID(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "-"): true
      default: false
      }
    }
  }
}
