package import MilepostModel

/// A check of the resolved plan and its data that reports findings of the codes it owns.
package struct Rule: Sendable {
  /// The codes that this rule alone reports.
  package let codes: [String]
  package let check: @Sendable (ResolvedPlan, inout Diagnostics) -> Void

  package init(_ codes: String..., check: @escaping @Sendable (ResolvedPlan, inout Diagnostics) -> Void) {
    self.codes = codes
    self.check = check
  }
}
