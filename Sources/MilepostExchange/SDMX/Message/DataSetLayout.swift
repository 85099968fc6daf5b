extension SDMX {
  /// A component of a data set with the texts that occur in it; observations and series refer to them by number.
  package struct CodedComponent: Hashable, Sendable {
    package let id: String
    /// Distinct, in the order of first occurrence; several values of one cell have `CodedComponent.separator` between.
    package let values: [String]
    /// Whether a cell may hold several values.
    package let holdsSeveral: Bool

    package init(_ id: String, values: [String] = [], holdsSeveral: Bool = false) {
      self.id = id
      self.values = values
      self.holdsSeveral = holdsSeveral
    }

    /// The number that stands for no value.
    package static let absent = UInt32.max

    /// Between the values of a cell that holds several.
    package static let separator: Character = "\u{1F}"

    /// The text of a number; nil for `absent`.
    package func value(_ code: UInt32) -> String? { code == CodedComponent.absent ? nil : values[Int(code)] }
  }

  /// The value of an attribute of a data set or a group.
  package struct AttributeValue: Hashable, Sendable {
    package let id: String
    package let value: String

    package init(_ id: String, _ value: String) {
      self.id = id
      self.value = value
    }
  }

  /// Attributes of the series that share codes in some dimensions.
  package struct GroupValues: Hashable, Sendable {
    /// The group of the data structure; nil where the message does not name it.
    package let group: String?
    /// A code for each dimension of the layout; nil where any may stand.
    package let key: [String?]
    package let attributes: [AttributeValue]

    package init(group: String?, key: [String?], attributes: [AttributeValue]) {
      self.group = group
      self.key = key
      self.attributes = attributes
    }
  }

  /// What holds for all of a data set and must be known before its first series can be written.
  package struct DataSetLayout: Hashable, Sendable {
    /// A dataflow, a data structure or a provision agreement.
    package let structure: Reference
    package let action: Action
    package let id: String?
    /// As written: ISO 8601.
    package let validFrom: String?
    package let validTo: String?
    /// In the order of the key, without that of time.
    package let dimensions: [CodedComponent]
    /// nil where data is not by time.
    package let time: CodedComponent?
    /// Ids.
    package let measures: [String]
    package let seriesAttributes: [CodedComponent]
    package let observationAttributes: [CodedComponent]
    /// Attributes of the data set as a whole.
    package let attributes: [AttributeValue]
    package let groups: [GroupValues]

    package init(
      structure: Reference, action: Action = .information, id: String? = nil, validFrom: String? = nil,
      validTo: String? = nil, dimensions: [CodedComponent], time: CodedComponent?, measures: [String],
      seriesAttributes: [CodedComponent] = [], observationAttributes: [CodedComponent] = [],
      attributes: [AttributeValue] = [], groups: [GroupValues] = []
    ) {
      self.structure = structure
      self.action = action
      self.id = id
      self.validFrom = validFrom
      self.validTo = validTo
      self.dimensions = dimensions
      self.time = time
      self.measures = measures
      self.seriesAttributes = seriesAttributes
      self.observationAttributes = observationAttributes
      self.attributes = attributes
      self.groups = groups
    }
  }
}
