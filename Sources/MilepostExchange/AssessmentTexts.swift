package import MilepostModel

/// The sentences that stand in documents, made by the report and passed in, because documents know no language.
package struct AssessmentTexts: Sendable {
  /// The plan's word for the status.
  package let label: @Sendable (Assessment) -> String
  /// The whole explanation as one paragraph.
  package let explanation: @Sendable (Assessment) -> String
  /// Why a method gives no answer.
  package let refusal: @Sendable (Refusal, Assessment) -> String
  /// The explanation of a direction.
  package let direction: @Sendable (DirectionalAssessment) -> String
  /// Why something is not what it was in the edition before.
  package let cause: @Sendable (ChangeCause) -> String

  package init(
    label: @escaping @Sendable (Assessment) -> String, explanation: @escaping @Sendable (Assessment) -> String,
    refusal: @escaping @Sendable (Refusal, Assessment) -> String,
    direction: @escaping @Sendable (DirectionalAssessment) -> String,
    cause: @escaping @Sendable (ChangeCause) -> String
  ) {
    self.label = label
    self.explanation = explanation
    self.refusal = refusal
    self.direction = direction
    self.cause = cause
  }
}
