import MilepostModel

/// A file of `rules/`.
enum RulesFile {
  static let form = ValueForm<[ValidationRule]>.mapping(shape) { fields, reader in fields.read(rules, &reader) }

  private static let rules = Key(
    required: "rules", ValueForm<ValidationRule>.rule.elements(of: .rule),
    "What must hold within and between registers.")
  private static let shape = Shape("the file of rules", rules)
}

extension ValueForm where Value == ValidationRule {
  fileprivate static let rule = ValueForm.mapping(RuleKeys.shape) { fields, reader in
    let id = fields.read(RuleKeys.id, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let registers = fields.read(RuleKeys.registers, &reader)
    let grouping = fields.read(RuleKeys.each, &reader)
    let condition = fields.read(RuleKeys.condition, &reader)
    let order = fields.read(RuleKeys.along, &reader)
    let holds = fields.read(RuleKeys.holds, &reader)
    let isExact = fields.read(RuleKeys.exact, &reader)
    let severity = fields.read(RuleKeys.severity, &reader)
    guard let id, let title, let registers, let holds else { return nil }
    return ValidationRule(
      id: id, title: title, registers: registers, grouping: grouping ?? .all, condition: condition, order: order,
      holds: holds, isExact: isExact ?? false, severity: severity ?? .error, position: fields.position)
  }
}

private enum RuleKeys {
  static let id = Key(required: "id", .id(of: ValidationRule.self), "Unique among the rules.")
  static let registers = Key(
    required: "registers", ValueForm<Register.ID>.id(of: Register.self).located.list, "Ids of the registers.")
  static let each = Key(
    optional: "each", ValueForm<ValidationRule.Grouping>.grouping,
    "record, or what is equal for records that are looked at together; without it all are.")
  static let condition = Key(
    optional: "where", ValueForm<Formula>.formula, "Records for which this does not hold are left out.")
  static let along = Key(
    optional: "along", ValueForm<ValidationRule.Order>.order,
    "What previous(...) means: {previous: period, within: [sector]}.")
  static let holds = Key(required: "holds", ValueForm<Formula>.formula, "What must hold for each group.")
  static let exact = Key(
    optional: "exact", .truth, "Compares numbers as they are written; default within what their digits leave open.")
  static let severity = Key(
    optional: "severity", ValueForm<Diagnostic.Severity>.word, "error (default) or warning.")

  static let shape = Shape("a rule", id, ElementKeys.title, registers, each, condition, along, holds, exact, severity)
}

extension ValueForm where Value == ValidationRule.Grouping {
  fileprivate static let grouping: ValueForm = {
    let list = ValueForm<Formula>.formula.list
    let record = JSONSchema([.init("const", .text("record"))])
    return ValueForm(.either(list.schema, record)) { node, reader in
      if case .scalar("record", _) = node.content { return .record }
      return list.read(node, &reader).map { .by($0) }
    }
  }()
}

extension ValueForm where Value == ValidationRule.Order {
  fileprivate static let order = ValueForm.mapping(OrderKeys.shape) { fields, reader in
    let previous = fields.read(OrderKeys.previous, &reader)
    let within = fields.read(OrderKeys.within, &reader)
    return previous.map { ValidationRule.Order(field: $0, within: within ?? []) }
  }
}

private enum OrderKeys {
  static let previous = Key(
    required: "previous", ValueForm<String>.fieldName.located,
    "The field of dates or periods by which records follow each other.")
  static let within = Key(
    optional: "within", ValueForm<String>.fieldName.located.list, "Fields that are equal within one course.")

  static let shape = Shape("an order", previous, within)
}
