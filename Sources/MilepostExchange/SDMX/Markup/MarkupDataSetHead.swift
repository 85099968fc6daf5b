/// What a data set of a message says of itself and of groups of its series.
struct MarkupDataSetHead {
  private struct Group {
    let name: String?
    let key: [String: String]
    let attributes: [SDMX.AttributeValue]
  }

  private(set) var action = SDMX.Action.information
  /// What stands in the place of an action and is none.
  private(set) var unknownAction: String?
  private var id: String?
  private var validFrom: String?
  private var validTo: String?
  private var attributes: [SDMX.AttributeValue] = []
  private var groups: [Group] = []

  /// What the element of the data set says.
  ///
  /// - Parameter action: what the message says for all.
  mutating func read(attributesOf cursor: borrowing MarkupCursor, action: SDMX.Action?) {
    let stated = cursor["action"]
    let known = stated.flatMap(SDMX.Action.init(rawValue:))
    if known == nil { unknownAction = stated }
    self.action = known ?? action ?? .information
    id = cursor["setID"]
    validFrom = cursor["validFromDate"]
    validTo = cursor["validToDate"]
  }

  mutating func addAttributes(_ list: [(id: String, value: String)]) {
    for (id, value) in list { attributes.append(SDMX.AttributeValue(id, value)) }
  }

  /// - Parameter values: a code for each dimension that it names, and attributes.
  mutating func addGroup(_ name: String?, _ values: [(id: String, value: String)], isKey: (String) -> Bool) {
    var key: [String: String] = [:]
    var attributes: [SDMX.AttributeValue] = []
    for (id, value) in values {
      if isKey(id) { key[id] = value } else { attributes.append(SDMX.AttributeValue(id, value)) }
    }
    groups.append(Group(name: name, key: key, attributes: attributes))
  }

  func tell(_ builder: inout SDMX.DataSetBuilder, _ dimensions: [String]) {
    builder.action = action
    builder.id = id
    builder.validFrom = validFrom
    builder.validTo = validTo
    builder.attributes = attributes
    builder.groups = groups.map { group in
      SDMX.GroupValues(group: group.name, key: dimensions.map { group.key[$0] }, attributes: group.attributes)
    }
  }
}
