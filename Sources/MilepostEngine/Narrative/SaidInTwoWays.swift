import MilepostModel

/// One figure with two numbers in a language, and percentages of a whole that do not close.
///
/// - Parameter untrue: places of figures that were found to be wrong by themselves.
func saidInTwoWays(
  _ chapters: [PublishedReport.PublishedChapter], but untrue: Set<SourcePosition>, into diagnostics: inout Diagnostics
) {
  var first: [String: (stated: StatedNumber, position: SourcePosition)] = [:]
  for published in chapters {
    let chapter = published.chapter
    for binding in chapter.bindings {
      guard case .asserted(let stated, let figure) = binding.content, stated.isPlain,
        !untrue.contains(binding.position)
      else { continue }
      let key = "\(chapter.language) \(figure.text.withoutBlanks)"
      guard let before = first[key] else {
        first[key] = (stated, binding.position)
        continue
      }
      if !stated.meansTheSame(as: before.stated), stated.measure == before.stated.measure {
        diagnostics.report(
          .saidOtherwise(stated, at: binding.position, before.stated, at: before.position))
      }
    }
    for block in chapter.allBlocks {
      for shares in published.wholes(in: block) {
        if let sum = shares.openSum { diagnostics.report(.doesNotClose(sum, at: shares.position ?? block.position)) }
      }
    }
  }
}

extension StatedNumber {
  /// Without a hedge: what rounds to it.
  fileprivate var isPlain: Bool {
    let (below, above) = (value - bounds.lowerBound, bounds.upperBound - value)
    return measure != .fraction && measure != .multiple && excludesLower != excludesUpper
      && abs(below - above) <= 1e-9 * max(below, above)
  }
}

/// Percentages that seem to be the parts of one whole.
private struct WrittenShares {
  /// Value and half a step of each.
  var parts: [(value: Double, half: Double)] = []
  var position: SourcePosition?

  /// Sums that are farther from 100 are of shares that never were the parts of one whole.
  private static let nearness = 6.0

  /// The sum where it is near 100 and cannot be 100; nil otherwise.
  var openSum: Double? {
    // A row of totals is none of the parts.
    let parts = parts.filter { $0.value < 99.95 }
    guard parts.count >= 3 else { return nil }
    let sum = parts.reduce(0) { $0 + $1.value }
    let slack = parts.reduce(0) { $0 + $1.half } + 1e-6
    return abs(sum - 100) <= WrittenShares.nearness && abs(sum - 100) > slack ? sum : nil
  }
}

extension PublishedReport.PublishedChapter {
  /// The columns of a table that hold percentages alone, and the percentages of a paragraph that ask one question of
  /// different codes.
  fileprivate func wholes(in block: TextBlock) -> [WrittenShares] {
    if case .exhibit(let exhibit) = block.content, case .table(let table) = exhibit.content {
      return table.head.indices.compactMap { column in
        var shares = WrittenShares()
        for row in table.rows {
          guard let part = share(row[column]) else {
            if row[column].isEmpty { continue }
            return nil
          }
          shares.parts.append((part.value, part.half))
          shares.position = shares.position ?? part.position
        }
        return shares
      }
    }
    var groups: [String: WrittenShares] = [:]
    for number in block.bindings {
      guard let part = share(number), case .call(let name, _)? = chapter.bindings[number].figure?.root.node else {
        continue
      }
      var shares = groups[name] ?? WrittenShares()
      shares.parts.append((part.value, part.half))
      shares.position = shares.position ?? part.position
      groups[name] = shares
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  private struct Part {
    let value: Double
    let half: Double
    let position: SourcePosition
  }

  /// The percentage that a cell holds and nothing else; nil for other cells.
  private func share(_ cell: [TextSpan]) -> Part? {
    let bound = cell.flatMap(\.withParts).compactMap { if case .bound(let number, _) = $0 { number } else { nil } }
    return bound.count == 1 ? share(bound[0]) : nil
  }

  private func share(_ number: Int) -> Part? {
    let binding = chapter.bindings[number]
    switch binding.content {
    case .asserted(let stated, _):
      let isPercent = stated.measure == .percent || (stated.measure == nil && isInPercent(number))
      guard isPercent, stated.isPlain else { return nil }
      return Part(value: stated.value, half: stated.bounds.upperBound - stated.value, position: binding.position)
    case .inserted(let figure):
      guard isInPercent(number) || figure.format?.hasPercentSign == true,
        case .number(let value)? = values[number]?.value
      else { return nil }
      let exponent = figure.format?.exponent ?? -(values[number]?.decimals ?? 1)
      let step = 1.times(powerOfTen: exponent)
      return Part(
        value: (value / step).rounded(.toNearestOrAwayFromZero) * step, half: step / 2, position: binding.position)
    case .claim, .literal: return nil
    }
  }

  private func isInPercent(_ number: Int) -> Bool { values[number]?.unit?.isPercent == true }
}

extension Diagnostic {
  fileprivate static func doesNotClose(_ sum: Double, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP1209",
      "percentages sum to \(ShortText((sum * 1000).rounded() / 1000)), which rounding cannot explain",
      at: position, hint: "see whether a part is missing or counted twice")
  }
}
