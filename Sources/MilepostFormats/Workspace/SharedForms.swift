import MilepostModel

extension ValueForm where Value == UnitOfMeasure {
  /// `percent`, or a mapping for money and multiples.
  static let unit: ValueForm = {
    let mapping = ValueForm.mapping(UnitKeys.shape) { fields, reader in
      let measure = fields.read(UnitKeys.measure, &reader)
      let multiplier = fields.read(UnitKeys.multiplier, &reader)
      let currency = fields.read(UnitKeys.currency, &reader)
      let priceBase = fields.read(UnitKeys.priceBase, &reader)
      let isConverted = fields.read(UnitKeys.purchasingPower, &reader)
      return measure.map {
        UnitOfMeasure(
          $0, multiplier: multiplier ?? UnitKeys.noMultiplier, currency: currency, priceBase: priceBase,
          isPurchasingPowerParity: isConverted ?? false)
      }
    }
    return ValueForm(.either(ValueForm<String>.text.schema, mapping.schema)) { node, reader in
      if case .scalar = node.content { return ValueForm<String>.text.read(node, &reader).map { UnitOfMeasure($0) } }
      return mapping.read(node, &reader)
    }.named("unit")
  }()
}

private enum UnitKeys {
  static let noMultiplier = 0
  static let measure = Key(required: "measure", .text, "What is counted: percent, persons, revenue, ...")
  static let multiplier = Key(
    optional: "multiplier", .integer(in: -12...12), "Power of ten: 6 when the values are in millions.")
  static let currency = Key(
    optional: "currency", .pattern("^[A-Z]{3}$", "a currency such as USD") { $0.utf8.count == 3 && $0.isCode },
    "Currency of money, three letters (ISO 4217).")
  static let priceBase = Key(optional: "price-base", .integer(in: 1900...2200), "Year of constant prices.")
  static let purchasingPower = Key(optional: "ppp", .truth, "Converted at purchasing power parity.")

  static let shape = Shape("a unit", measure, multiplier, currency, priceBase, purchasingPower)
}

extension ValueForm where Value == MethodChoice {
  /// `drift`, or a mapping with its parameters.
  static let method: ValueForm = {
    let mapping = ValueForm.mapping(MethodKeys.shape) { fields, reader in
      let method = fields.read(MethodKeys.id, &reader)
      let window = fields.read(MethodKeys.window, &reader)
      let fallback = fields.read(MethodKeys.fallback, &reader)
      let accepts = fields.read(MethodKeys.accepts, &reader)
      return method.map {
        MethodChoice(
          method: $0.method, window: window ?? MethodChoice.standard.window, fallback: fallback?.method,
          acceptsOriginalReplacements: accepts ?? false)
      }
    }
    return ValueForm(.either(ValueForm<NamedMethod>.word.schema, mapping.schema)) { node, reader in
      guard case .scalar = node.content else { return mapping.read(node, &reader) }
      return ValueForm<NamedMethod>.word.read(node, &reader).map {
        MethodChoice(
          method: $0.method, window: MethodChoice.standard.window, fallback: nil, acceptsOriginalReplacements: false)
      }
    }.named("method")
  }()
}

/// The methods that a plan may name; `pace` is the tool's own for short series.
private enum NamedMethod: String, CaseIterable, Sendable {
  case statcan2024 = "statcan-2024"
  case destatis
  case unsd2023 = "unsd-2023"
  case eurostat
  case escapCurrent = "escap-current"
  case linear
  case drift
  case logistic

  var method: AssessmentMethod {
    switch self {
    case .statcan2024: .statcan2024
    case .destatis: .destatis
    case .unsd2023: .unsd2023
    case .eurostat: .eurostat
    case .escapCurrent: .escapCurrent
    case .linear: .linear
    case .drift: .drift
    case .logistic: .logistic
    }
  }
}

private enum MethodKeys {
  static let id = Key(required: "id", ValueForm<NamedMethod>.word, "How targets are judged; see docs/methods.md.")
  static let window = Key(
    optional: "window", ValueForm<MethodChoice.Window>.window, "How many of the last points are used, or all.")
  static let fallback = Key(
    optional: "fallback", ValueForm<NamedMethod>.word, "The method that answers when the first refuses.")
  static let accepts = Key(
    optional: "accept-original-replacements", .truth,
    "Consents to what statcan-2024 does with zeros and missing base years.")

  static let shape = Shape("a method", id, window, fallback, accepts)
}

extension ValueForm where Value == MethodChoice.Window {
  fileprivate static let window: ValueForm = {
    let count = ValueForm<Int>.integer(in: 2...1000)
    let all = JSONSchema([.init("const", .text("all"))])
    return ValueForm(.either(count.schema, all)) { node, reader in
      if case .scalar("all", _) = node.content { return .all }
      return count.read(node, &reader).map { .last($0) }
    }
  }()
}

extension ValueForm where Value == [DimensionCode] {
  /// `{SEX: F}`
  static let dimensionCodes: ValueForm = {
    let code = ValueForm<String>.dimensionCode
    let entries = code.map(keys: "^[A-Z0-9_]+$", expected: "codes of dimensions such as {SEX: F}") { pair, reader in
      String.dimension(pair, &reader)
    }
    return entries.map { $0.map { DimensionCode($0.key, $0.value) } }
  }()
}

extension ValueForm where Value == String {
  /// A code of a codelist.
  static let dimensionCode = ValueForm(.string(pattern: "^[A-Za-z0-9_-]+$", alsoNumber: true)) { node, reader in
    guard let text = reader.scalar(node, expected: "a code") else { return nil }
    guard text.isDimensionCode else {
      reader.fail(.notUnderstood(text, expected: "a code of letters, digits, '_' and '-'", at: node.position))
      return nil
    }
    return text
  }
}

extension String {
  var isDimensionCode: Bool {
    !isEmpty && utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
  }

  /// The dimension that a key names.
  static func dimension(_ pair: YAMLPair, _ reader: inout NodeReader) -> String? {
    guard pair.key.isCode else {
      reader.fail(.codeForm(pair.key, at: pair.keyPosition))
      return nil
    }
    return pair.key
  }
}

extension ValueForm where Value == [FrameworkLink] {
  /// `{sdg: [9, 17.8]}`; the place of a framework is that of its key.
  static let links: ValueForm = {
    let codes = ValueForm<String>.text.list
    let entries = codes.map(keys: "^[A-Za-z0-9.-]+$", expected: "lists of codes by framework") {
      pair, reader -> Framework.ID? in
      guard pair.key.utf8.allSatisfy({ $0.isLetterOrDigit || ".-".utf8.contains($0) }) else {
        reader.fail(.idForm(pair.key, others: ".-", at: pair.keyPosition))
        return nil
      }
      reader.record(pair.key, at: pair.keyPosition)
      return Framework.ID(pair.key)
    }
    return entries.map { entries in entries.flatMap { entry in entry.value.map { FrameworkLink(entry.key, $0) } } }
  }()
}
