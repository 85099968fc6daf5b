import MilepostLanguage
import MilepostModel

/// The words for one value: what the readout below a chart says.
struct Readout: Sendable {
  let style: FigureStyle

  /// The figure, or why there is none.
  func value(_ point: ChartPoint) -> String {
    switch point.published {
    case .figure(let value): style.value(value)
    case .belowUnit: style.phrases(.belowUnit)
    case .missing(let reason): Gap.missing(reason).words(style.phrases)
    case .confidential: Gap.confidential.words(style.phrases)
    }
  }

  /// How the figure is known where that is not simply as reported.
  private func note(_ point: ChartPoint) -> String? {
    guard point.value != nil else { return nil }
    let phrases = style.phrases
    switch (point.status, point.knowledge) {
    case (.reported, .reported): return point.isPartlyImputed ? phrases(.partlyImputed) : nil
    case (.reported, .estimated): return phrases.name(of: .estimated)
    case (.reported, .imputed): return phrases.name(of: .imputed)
    default: return phrases.name(of: point.status)
    }
  }

  /// `2019: 53.6 % (estimated)`.
  func text(_ place: String, _ point: ChartPoint) -> String {
    let value = value(point)
    guard let note = note(point) else { return style.phrases(.reading, ["place": place, "value": value]) }
    return style.phrases(.readingNote, ["place": place, "value": value, "note": note])
  }

  /// At the period of the value itself.
  func text(_ point: ChartPoint) -> String { text(style.phrases.dates.text(point.period), point) }
}
