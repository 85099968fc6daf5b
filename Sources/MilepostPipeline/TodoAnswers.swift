import MilepostExchange
package import MilepostModel
import MilepostReport

/// What is missing or due in a release, as text, table and calendar.
package struct TodoAnswers: Sendable {
  private let release: Release
  private let words: TodoWords
  private let items: [TodoItem]

  /// - Parameter owner: only what this office owns; nil: everything.
  package init(_ release: Release, owner: String?) {
    self.release = release
    words = TodoWords(release, language: LanguageTag("en"))
    items = release.todo.filter { owner == nil || $0.owner == owner }
  }

  /// Every owner that the plan names, sorted.
  package static func owners(in release: Release) -> [String] {
    let plan = release.plan
    let owners =
      plan.targets.map(\.owner) + plan.objectives.map(\.owner) + plan.outcomes.map(\.owner)
      + plan.outputs.map(\.owner) + plan.enablers.map(\.owner) + plan.indicators.map(\.owner)
    return Set(owners.compactMap { $0 }).sorted()
  }

  package var text: String {
    guard !items.isEmpty else { return words.nothing + "\n" }
    var lines: [String] = []
    var owner: String?
    for item in items {
      if words.owner(item) != owner {
        if owner != nil { lines.append("") }
        lines.append(words.owner(item))
        owner = words.owner(item)
      }
      let due = item.due.map { "  (due \($0))" } ?? ""
      lines.append("  \(words.element(item)): \(words.need(item))\(due)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  package var csv: [UInt8] { todoTable(rows) }

  package var calendar: String {
    MilepostExchange.calendar(of: rows, workspace: release.settings.id, stamp: release.asOf)
  }

  private var rows: [TodoRow] {
    items.map {
      TodoRow(owner: words.owner($0), element: words.element($0), need: words.need($0), due: $0.due)
    }
  }
}
