extension SDMX {
  /// Which texts a component can have.
  package enum Representation: Hashable, Sendable {
    /// Codes of a codelist or value list.
    case enumeration(Reference)
    case text(TextFormat)
  }

  /// The form of texts that are no codes.
  package struct TextFormat: Hashable, Sendable {
    /// `String`, `Double`, `ObservationalTimePeriod`, ..., as the standard names them.
    package let type: String
    package let minimumLength: Int?
    package let maximumLength: Int?
    /// As written.
    package let minimumValue: String?
    package let maximumValue: String?
    /// Digits after the point.
    package let decimals: Int?
    package let pattern: String?
    /// Whether one text may stand in several languages.
    package let isMultilingual: Bool

    package init(
      _ type: String, minimumLength: Int? = nil, maximumLength: Int? = nil, minimumValue: String? = nil,
      maximumValue: String? = nil, decimals: Int? = nil, pattern: String? = nil, isMultilingual: Bool = false
    ) {
      self.type = type
      self.minimumLength = minimumLength
      self.maximumLength = maximumLength
      self.minimumValue = minimumValue
      self.maximumValue = maximumValue
      self.decimals = decimals
      self.pattern = pattern
      self.isMultilingual = isMultilingual
    }

    /// Whether its texts are numbers.
    package var isNumeric: Bool { TextFormat.numericTypes.contains(type) }

    private static let numericTypes: Set<String> = [
      "Double", "Float", "Decimal", "Integer", "BigInteger", "Long", "Short", "Count", "Incremental",
      "InclusiveValueRange", "ExclusiveValueRange", "Numeric",
    ]
  }

  /// Whether a component must have a value.
  package enum Usage: String, Hashable, Sendable { case mandatory, optional }

  /// What an attribute is said of.
  package enum AttributeRelationship: Hashable, Sendable {
    /// The whole data set; `none` of SDMX 2.1.
    case dataSet
    /// What has one code in each of these dimensions; without the dimension of time a series or a group of series.
    case dimensions([String])
    /// A group of the data structure, by its id.
    case group(String)
    case observation
  }
}
