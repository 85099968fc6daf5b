import MilepostModel

/// A field as the register has it, without its id.
struct WrittenField: Sendable {
  let title: LocalizedText
  let kind: Register.Field.Kind
  let decimals: Int
  let isExact: Bool?
  let isRequired: Bool
  let isMany: Bool

  func field(id: String) -> Register.Field {
    Register.Field(
      id: id, title: title, kind: kind, decimals: decimals, isExact: isExact ?? isCounted, isRequired: isRequired,
      isMany: isMany)
  }
}

extension WrittenField {
  /// Whether its numbers count things: shares and multiples of units are rounded, and so are figures of texts.
  fileprivate var isCounted: Bool {
    guard case .number(let unit, _) = kind else { return false }
    let shares = ["percent", "percentage points", "ratio", "index"]
    return unit.map { !shares.contains($0.measure) && $0.multiplier == 0 } ?? true
  }
}

/// The types of fields.
private enum FieldWord: String, CaseIterable, Sendable {
  case text, number, figure, date, period
  case yesNo = "yes-no"
  case code, area, element, indicator, record, formula, link, latitude, longitude

  /// The keys that belong to fields of this type.
  var ownKeys: [String] {
    switch self {
    case .text: ["pattern"]
    case .number, .figure: ["unit", "decimals", "limits", "exact"]
    case .code: ["codelist"]
    case .record: ["register"]
    case .date, .period, .yesNo, .area, .element, .indicator, .formula, .link, .latitude, .longitude: []
    }
  }
}

extension ValueForm where Value == WrittenField {
  static let field = ValueForm.mapping(FieldKeys.shape) { fields, reader in
    let title = fields.read(ElementKeys.title, &reader)
    let word = fields.read(FieldKeys.type, &reader)
    let pattern = fields.read(FieldKeys.pattern, &reader)
    let unit = fields.read(FieldKeys.unit, &reader)
    let decimals = fields.read(FieldKeys.decimals, &reader)
    let limits = fields.read(FieldKeys.limits, &reader)
    let codelist = fields.read(FieldKeys.codelist, &reader)
    let register = fields.read(FieldKeys.register, &reader)
    let isExact = fields.read(FieldKeys.exact, &reader)
    let isRequired = fields.read(FieldKeys.required, &reader)
    let isMany = fields.read(FieldKeys.many, &reader)
    guard let word else { return nil }
    for key in FieldKeys.owned where !word.ownKeys.contains(key) {
      guard let pair = fields.pair(key) else { continue }
      reader.fail(.keyDoesNotFit(key, of: "a field of type '\(word.rawValue)'", at: pair.keyPosition))
    }
    for key in ["codelist", "register"] where word.ownKeys.contains(key) && fields.pair(key) == nil {
      reader.fail(.missingKey(key, of: "a field of type '\(word.rawValue)'", at: fields.position))
    }
    let kind: Register.Field.Kind? =
      switch word {
      case .text: .text(pattern: pattern)
      case .number: .number(unit, limits ?? .none)
      case .figure: .figure(unit, limits ?? .none)
      case .date: .date
      case .period: .period
      case .yesNo: .yesNo
      case .code: codelist.map { .code($0) }
      case .area: .area
      case .element: .element
      case .indicator: .indicator
      case .record: register.map { .record($0) }
      case .formula: .formula
      case .link: .link
      case .latitude: .latitude
      case .longitude: .longitude
      }
    if [.latitude, .longitude].contains(word), isMany == true, let pair = fields.pair("many") {
      reader.fail(.keyDoesNotFit("many", of: "a field of type '\(word.rawValue)'", at: pair.keyPosition))
    }
    guard let title, let kind else { return nil }
    return WrittenField(
      title: title, kind: kind, decimals: decimals ?? FieldKeys.noDecimals, isExact: isExact,
      isRequired: isRequired ?? false, isMany: isMany ?? false)
  }
}

private enum FieldKeys {
  static let noDecimals = 0

  static let type = Key(required: "type", ValueForm<FieldWord>.word, "What a cell holds.")
  static let pattern = Key(
    optional: "pattern", .regularExpression, "A regular expression that the whole of each value matches.")
  static let unit = Key(optional: "unit", .unit, "The unit of the numbers.")
  static let decimals = Key(optional: "decimals", .integer(in: 0...9), "Digits after the point in print; default 0.")
  static let limits = Key(optional: "limits", ValueForm<Indicator.Limits>.limits, "Numbers outside are impossible.")
  static let codelist = Key(optional: "codelist", .codelist, "Id of the codelist of its codes.")
  static let register = Key(optional: "register", .id(of: Register.self), "Id of the register of its records.")
  static let exact = Key(
    optional: "exact", .truth,
    "Whether numbers stand for themselves; default so for whole numbers of what is counted, not for shares and figures."
  )
  static let required = Key(optional: "required", .truth, "Whether a blank cell is a fault; default false.")
  static let many = Key(
    optional: "many", .truth, "Whether a cell holds several values between semicolons; default false.")

  static let owned = ["pattern", "unit", "decimals", "limits", "codelist", "register", "exact"]

  static let shape = Shape(
    "a field", ElementKeys.title, type, pattern, unit, decimals, limits, exact, codelist, register, required, many)
}

extension ValueForm where Value == String {
  fileprivate static let regularExpression = ValueForm(.string()) { node, reader in
    guard let text = reader.scalar(node, expected: "a regular expression") else { return nil }
    do {
      _ = try Regex(text)
      return text
    } catch {
      reader.fail(.notUnderstood(text, expected: "a regular expression", at: node.position))
      return nil
    }
  }
}
