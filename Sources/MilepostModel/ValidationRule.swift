/// What must hold within a register or between registers, as its author declared it.
///
/// What official statistics call an edit rule (Fellegi and Holt 1976) or a validation rule (ESS Handbook on methodology
/// for data validation, 2018).
package struct ValidationRule: Hashable, Sendable {
  package typealias ID = Identifier<ValidationRule>

  /// Which records are looked at together.
  package enum Grouping: Hashable, Sendable {
    case all
    case record
    /// Records for which all of these are equal, whatever register they are of.
    case by([Formula])
  }

  /// What `previous` means.
  package struct Order: Hashable, Sendable {
    /// The field, of dates or periods, by which records follow each other.
    package let field: Located<String>
    /// The fields that are equal within one course.
    package let within: [Located<String>]

    package init(field: Located<String>, within: [Located<String>]) {
      self.field = field
      self.within = within
    }
  }

  package let id: ID
  package let title: LocalizedText
  package let registers: [Located<Register.ID>]
  package let grouping: Grouping
  /// Records for which it does not hold are left out.
  package let condition: Formula?
  package let order: Order?
  package let holds: Formula
  /// Whether written numbers are compared as they stand, and not within what their digits leave open.
  package let isExact: Bool
  package let severity: Diagnostic.Severity
  package let position: SourcePosition

  package init(
    id: ID, title: LocalizedText, registers: [Located<Register.ID>], grouping: Grouping, condition: Formula?,
    order: Order?, holds: Formula, isExact: Bool, severity: Diagnostic.Severity, position: SourcePosition
  ) {
    self.id = id
    self.title = title
    self.registers = registers
    self.grouping = grouping
    self.condition = condition
    self.order = order
    self.holds = holds
    self.isExact = isExact
    self.severity = severity
    self.position = position
  }
}
