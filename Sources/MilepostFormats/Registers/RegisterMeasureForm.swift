import MilepostModel

extension ValueForm where Value == RegisterMeasure {
  static let measure = ValueForm.mapping(RegisterMeasureKeys.shape) { fields, reader in
    let indicator = fields.read(RegisterMeasureKeys.indicator, &reader)
    let value = fields.read(RegisterMeasureKeys.value, &reader)
    let during = fields.read(RegisterMeasureKeys.during, &reader)
    let standing = fields.read(RegisterMeasureKeys.standing, &reader)
    let every = fields.read(RegisterMeasureKeys.every, &reader)
    let from = fields.read(RegisterMeasureKeys.from, &reader)
    let to = fields.read(RegisterMeasureKeys.to, &reader)
    let place = fields.read(RegisterMeasureKeys.area, &reader)
    let dimensions = fields.read(RegisterMeasureKeys.dimensions, &reader)
    let isStanding = standing == true
    if isStanding, let pair = fields.pair("during") {
      reader.fail(.keyDoesNotFit("during", of: "a measure of what stands", at: pair.keyPosition))
    }
    if !isStanding {
      for key in ["from", "to"] {
        guard let pair = fields.pair(key) else { continue }
        reader.fail(.keyDoesNotFit(key, of: "a measure without 'standing: true'", at: pair.keyPosition))
      }
    }
    if let from, let to, to < from, let pair = fields.pair("to") {
      reader.fail(.endsBeforeItBegins(to, from, at: pair.value.position))
    }
    guard let indicator, let value, let place else { return nil }
    let timing: RegisterMeasure.Timing =
      isStanding ? .standing(from: from, to: to) : during.map { .during(field: $0) } ?? .snapshot
    return RegisterMeasure(
      indicator: indicator, value: value, timing: timing, frequency: (every ?? .year).frequency, place: place,
      dimensions: dimensions ?? [], position: fields.position)
  }
}

private enum FrequencyWord: String, CaseIterable, Sendable {
  case year, half, quarter, month

  var frequency: Frequency {
    switch self {
    case .year: .year
    case .half: .half
    case .quarter: .quarter
    case .month: .month
    }
  }
}

private enum RegisterMeasureKeys {
  static let indicator = Key(required: "indicator", .id(of: Indicator.self), "Id of the indicator that is counted.")
  static let value = Key(
    required: "value", ValueForm<Formula>.formula, "What is counted: count, sum(fee), share(state = approved), ...")
  static let during = Key(
    optional: "during", ValueForm<String>.fieldName, "The field of dates or periods that says when a record counts.")
  static let standing = Key(
    optional: "standing", .truth, "A stock: the records that are there at the end of each period.")
  static let every = Key(optional: "every", ValueForm<FrequencyWord>.word, "year (default), half, quarter or month.")
  static let from = Key(optional: "from", .period, "The first period of a stock.")
  static let to = Key(optional: "to", .period, "The last period of a stock.")
  static let area = Key(
    required: "area", ValueForm<RegisterMeasure.Place>.place,
    "An area or group, a field of type area, or 'located': the area in whose outline a record lies.")
  static let dimensions = Key(
    optional: "dimensions",
    ValueForm<String>.fieldName.map(keys: "^[A-Z0-9_]+$", expected: "fields by dimension", String.dimension)
      .map { $0.map { RegisterMeasure.Dimension(id: $0.key, field: $0.value) } },
    "Dimensions of the indicator, each with the field of its codes: {SECTOR: sector}.")

  static let shape = Shape(
    "a measure of a register", indicator, value, during, standing, every, from, to, area, dimensions)
}

extension ValueForm where Value == RegisterMeasure.Place {
  private static let pattern = "^([A-Z0-9_]+|[a-z][a-z0-9-]*)$"
  private static let outlineWord = "located"

  /// Codes are in capitals, fields are not.
  static let areaOrField = ValueForm(.string(pattern: pattern)) { node, reader in
    guard let text = reader.scalar(node, expected: "an area or a field") else { return nil }
    if text.isCode { return .area(Area.ID(text)) }
    return ValueForm<String>.fieldName.read(node, &reader).map { .field($0) }
  }

  static let place = ValueForm(.string(pattern: pattern)) { node, reader in
    if case .scalar(outlineWord, _) = node.content { return .outline }
    return areaOrField.read(node, &reader)
  }
}

extension Diagnostic {
  fileprivate static func endsBeforeItBegins(
    _ end: TimePeriod, _ start: TimePeriod, at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0152", "measure ends with \(end), before it begins with \(start)", at: position,
      hint: "exchange or correct the periods")
  }
}
