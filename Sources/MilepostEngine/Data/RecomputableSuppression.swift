import MilepostModel

/// A hidden value is not hidden when the published values around it give it away: the only hidden one among the parts of
/// a published total, or the only hidden area of a group of which a source publishes the sum. (Sums that are computed
/// here are protected when they are computed.)
func recomputableSuppression(_ index: DataIndex, into findings: inout DataFindings) {
  var seen: Set<UInt64> = []
  for selection in index.selections {
    guard selection.cells.contains(where: index.isHidden) else { continue }
    for group in selection.catalogue.groupsByIndicator {
      let id = selection.catalogue.keys[group.lowerBound].indicator
      guard let indicator = index.plan.indicators[id] else { continue }
      let cells = HiddenCells(index, selection, group)
      guard !cells.isEmpty else { continue }
      var found = indicator.isShare ? [] : cells.aloneAmongParts()
      if indicator.aggregation?.method == .sum { found += cells.aloneInGroups() }
      for disclosure in found where seen.insert(disclosure.hidden.identity).inserted {
        findings.report(.recomputable(disclosure, selection, index))
      }
    }
  }
}

/// A hidden cell that can be computed, and one more that would have to be hidden.
struct Disclosure {
  let hidden: LocatedCell
  let second: LocatedCell
  /// What is subtracted from.
  let whole: String
}

private struct HiddenCells {
  private let index: DataIndex
  private let selection: CellSelection
  private let group: Range<Int>
  private let hidden: [LocatedCell]

  var isEmpty: Bool { hidden.isEmpty }

  init(_ index: DataIndex, _ selection: CellSelection, _ group: Range<Int>) {
    self.index = index
    self.selection = selection
    self.group = group
    hidden = group.flatMap { series in
      selection.cells(of: series).filter(index.isHidden).map {
        LocatedCell(series: series, key: selection.catalogue.keys[series], cell: $0)
      }
    }
  }

  /// Hidden cells whose siblings by one dimension, and the total, are all published.
  func aloneAmongParts() -> [Disclosure] {
    hidden.compactMap { cell in
      for code in cell.key.codes {
        let rest = cell.key.codes.filter { $0 != code }
        let family = group.filter { series in
          let key = selection.catalogue.keys[series]
          guard key.area == cell.key.area else { return false }
          let isSibling =
            key.codes.count == cell.key.codes.count && key.codes.filter({ $0.dimension != code.dimension }) == rest
          return key.codes == rest || isSibling
        }
        let cells = family.compactMap { located($0, cell.cell.period) }
        guard let size = index.codeCount(of: code.dimension), cells.count == size + 1 else { continue }
        let others = cells.filter { $0.identity != cell.identity }
        guard others.allSatisfy({ index.figure($0.cell) != nil && !index.isHidden($0.cell) }),
          let second = smallest(others.filter { $0.key.codes != rest })
        else { continue }
        return Disclosure(hidden: cell, second: second, whole: "the total of \(code.dimension)")
      }
      return nil
    }
  }

  /// Hidden cells that are the only one among the members of a group, whose sum is published.
  func aloneInGroups() -> [Disclosure] {
    hidden.compactMap { cell in
      let end = selection.catalogue.periods[Int(cell.cell.period)].lastDay
      for draft in index.plan.draft.groups {
        let members = Set(draft.members(on: end))
        guard members.count > 1, members.contains(cell.key.area) else { continue }
        let related = group.filter { selection.catalogue.keys[$0].codes == cell.key.codes }
        let sums = related.filter { selection.catalogue.keys[$0].area == draft.id }
          .compactMap { located($0, cell.cell.period) }
        guard sums.contains(where: { index.figure($0.cell) != nil && !index.isHidden($0.cell) }) else { continue }
        let cells = related.filter { members.contains(selection.catalogue.keys[$0].area) }
          .compactMap { located($0, cell.cell.period) }
        let others = cells.filter { $0.identity != cell.identity }
        guard others.count == members.count - 1,
          others.allSatisfy({ index.number($0.cell) != nil && !index.isHidden($0.cell) }),
          let second = smallest(others)
        else { continue }
        return Disclosure(hidden: cell, second: second, whole: "the published sum of \(draft.id)")
      }
      return nil
    }
  }

  private func located(_ series: Int, _ period: UInt16) -> LocatedCell? {
    selection.cell(of: series, period).map {
      LocatedCell(series: series, key: selection.catalogue.keys[series], cell: $0)
    }
  }

  private func smallest(_ cells: [LocatedCell]) -> LocatedCell? {
    cells.compactMap { cell in index.figure(cell.cell).map { (cell, $0) } }.min { $0.1 < $1.1 }?.0
  }
}

extension DataIndex {
  /// Suppressed by the source, or confidential with a number behind it.
  func isHidden(_ cell: CellSelection.Cell) -> Bool {
    let table = plan.tables[Int(cell.table)]
    let row = Int(cell.row)
    return table.kind[row] == .suppressed
      || (table.confidentiality[row].isConfidential && table.kind[row].missingReason == nil)
  }

  func number(_ cell: CellSelection.Cell) -> Double? {
    let table = plan.tables[Int(cell.table)]
    return table.kind[Int(cell.row)].missingReason == nil ? table.number[Int(cell.row)] : nil
  }
}

extension Diagnostic {
  fileprivate static func recomputable(
    _ disclosure: Disclosure, _ selection: CellSelection, _ index: DataIndex
  ) -> Self {
    let period = selection.catalogue.periods[Int(disclosure.hidden.cell.period)]
    return Diagnostic(
      .error, "MP0426",
      "the hidden value of \(disclosure.hidden.key) in \(period) is \(disclosure.whole) less the published others",
      at: index.position(of: disclosure.hidden.cell),
      hint: "hide a second value too: \(disclosure.second.key) with CONF_STATUS D",
      notes: [Note("the second value", at: index.position(of: disclosure.second.cell))])
  }
}
