import MilepostLanguage
import MilepostModel

/// Why a value is not there, as a sign in a drawing and as words.
enum Gap: Hashable, Sendable {
  case missing(MissingReason)
  case confidential

  /// nil for values that are there.
  init?(_ value: PublishedValue) {
    switch value {
    case .figure, .belowUnit: return nil
    case .missing(let reason): self = .missing(reason)
    case .confidential: self = .confidential
    }
  }

  /// One sign for each reason, the same in all languages, where words find no room.
  var sign: String {
    switch self {
    case .missing(.notCollected): ":"
    case .missing(.notApplicable): "–"
    case .missing(.refused): "!"
    case .missing(.notDue): "…"
    case .missing(.unknown): "?"
    case .missing(.suppressed): "*"
    case .confidential: "c"
    }
  }

  func words(_ phrases: Phrases) -> String {
    switch self {
    case .missing(let reason): phrases.name(of: reason)
    case .confidential: phrases(.missingConfidential)
    }
  }
}

extension ChartPoint {
  var gap: Gap? { Gap(published) }
}

/// Why a chart shows nothing.
extension Sequence<ChartPoint> {
  /// The reasons of all gaps in words, or that there is nothing at all.
  func reasonForNothing(_ phrases: Phrases) -> String {
    var reasons: [String] = []
    for words in compactMap({ $0.gap?.words(phrases) }) where !reasons.contains(words) { reasons.append(words) }
    return reasons.isEmpty ? phrases(.noSeries) : phrases(.noData, ["reason": phrases.lists.text(reasons)])
  }
}
