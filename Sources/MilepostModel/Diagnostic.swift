/// One finding about what a person wrote.
///
/// Born in readers, engine rules and site checks; printed by the command line and the server only.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Sendable, Comparable, CaseIterable {
    case error, warning

    package static func < (one: Severity, other: Severity) -> Bool { one == .error && other == .warning }
  }

  /// A second place that belongs to the finding, for example the first of two duplicates.
  package struct Note: Hashable, Sendable {
    package let message: String
    package let position: SourcePosition

    package init(_ message: String, at position: SourcePosition) {
      self.message = message.visible
      self.position = position
    }
  }

  package var severity: Severity
  /// `MP` and four digits; documented in `docs/diagnostics/README.md`.
  package let code: String
  /// Lower case, no full stop: what was found and what was expected.
  package let message: String
  package let position: SourcePosition
  /// What to type instead.
  package let hint: String?
  package let notes: [Note]
  /// How many findings it stands for: more than 1 when those of one code in one file are too many to list.
  package let occurrences: Int

  /// Characters that nobody sees are named in all texts: `LDC<U+200B>`.
  package init(
    _ severity: Severity, _ code: String, _ message: String, at position: SourcePosition, hint: String? = nil,
    notes: [Note] = [], occurrences: Int = 1
  ) {
    self.severity = severity
    self.code = code
    self.message = message.visible
    self.position = position
    self.hint = hint?.visible
    self.notes = notes
    self.occurrences = occurrences
  }
}

extension Sequence<Diagnostic> {
  /// How many findings of a severity there are, those that are not listed included.
  package func count(of severity: Diagnostic.Severity) -> Int {
    reduce(0) { $0 + ($1.severity == severity ? $1.occurrences : 0) }
  }
}

extension Diagnostic {
  /// What is wrong before anything can be judged: text, form, references and cells (MP00 to MP03), formulas (MP05),
  /// names and units of the data, the form of a report's text, and ids that stand for two things in SDMX (MP14).
  private static func isGroundwork(_ code: String) -> Bool {
    let range = code.prefix(4)
    if ["MP00", "MP01", "MP02", "MP03", "MP05", "MP11", "MP14"].contains(range) { return true }
    if range == "MP12" { return !["MP1201", "MP1202"].contains(code) }
    return ["MP0402", "MP0403", "MP0404", "MP0406"].contains(code)
  }

  /// Whether a person may accept the finding, so that the release is made all the same: every warning, and errors of
  /// judgement. Without the groundwork there would be nothing to judge, or a part of it would be gone without a trace.
  package var canBeAccepted: Bool { severity == .warning || !Diagnostic.isGroundwork(code) }
}

extension Diagnostic: Comparable {
  /// By file, line, column, code and message, then by everything else: only equal findings have no order.
  package static func < (one: Diagnostic, other: Diagnostic) -> Bool {
    if one.position != other.position { return one.position < other.position }
    let (left, right) = ((one.code, one.message), (other.code, other.message))
    if left != right { return left < right }
    if one.severity != other.severity { return one.severity < other.severity }
    return one.advice.lexicographicallyPrecedes(other.advice)
  }

  private var advice: [String] { [hint ?? "no hint"] + notes.map { "\($0.position) \($0.message)" } }
}

/// The findings of a run, in the order of their places.
package struct Diagnostics: Sendable {
  private var reported: [Diagnostic] = []

  package init() {}

  package mutating func report(_ diagnostic: Diagnostic) { reported.append(diagnostic) }

  package mutating func report(contentsOf other: Diagnostics) { reported.append(contentsOf: other.reported) }

  package var isEmpty: Bool { reported.isEmpty }
  package var hasErrors: Bool { reported.contains { $0.severity == .error } }
  package var count: Int { reported.count }

  /// Every finding once, sorted; the order in which they were reported has no say.
  package var all: [Diagnostic] { Set(reported).sorted() }
}
