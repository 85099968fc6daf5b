import MilepostModel

/// What the marks of values mean; a chart names only those that it draws.
struct MarkKey: Hashable, Sendable {
  private enum Meaning: Int, CaseIterable {
    case reported, estimated, imputed, partlyImputed, provisional

    var phrase: ChartPhrase {
      switch self {
      case .reported: .keyReported
      case .estimated: .keyEstimated
      case .imputed: .keyImputed
      case .partlyImputed: .keyPartlyImputed
      case .provisional: .keyProvisional
      }
    }
  }

  private let meanings: [Meaning]
  private let signs: [Gap]

  /// - Parameter signs: reasons of gaps of which only the sign is drawn.
  init(_ points: [ChartPoint], signs: [Gap] = []) {
    let found = Set(points.filter { $0.value != nil }.flatMap(MarkKey.meanings))
    // Marks that are all alike and firm need no words.
    meanings = found == [.reported] ? [] : Meaning.allCases.filter(found.contains)
    self.signs = signs
  }

  private static func meanings(_ point: ChartPoint) -> [Meaning] {
    let firmness: Meaning =
      switch point.knowledge {
      case .reported: .reported
      case .estimated: .estimated
      case .imputed: .imputed
      }
    var meanings = [firmness]
    if point.isPartlyImputed { meanings.append(.partlyImputed) }
    if point.isProvisional { meanings.append(.provisional) }
    return meanings
  }

  func sentences(_ phrases: Phrases) -> [String] {
    meanings.map { phrases($0.phrase) }
      + signs.map { phrases(.keySign, ["sign": $0.sign, "reason": $0.words(phrases)]) }
  }
}
