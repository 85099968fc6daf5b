import MilepostLanguage
package import MilepostModel

extension Release {
  /// A directional assessment in one paragraph.
  package func explanation(of direction: DirectionalAssessment, language: LanguageTag) -> String {
    let phrases = Phrases(self, language)
    guard !direction.parts.isEmpty else {
      return phrases(
        .answerWithStatus,
        ["status": phrases.name(of: direction.status), "answer": phrases(.directionNoMeasure)])
    }
    let sentences = direction.parts.map { part in
      phrases(
        .answerWithStatus, ["status": phrases.name(of: part.status), "answer": sentence(of: part, phrases)])
    }
    return phrases.sentences.joined(sentences)
  }

  /// What a part's measure is called: indicator, area and codes.
  func subject(of measure: Measure, _ phrases: Phrases) -> String {
    let indicator = plan.indicator(measure.indicator).map { phrases.written($0.title) }
    let places =
      [name(of: measure.area, phrases)] + measure.codes.map { name(of: $0, phrases) }
    return phrases(
      .subject, ["indicator": indicator ?? measure.indicator.text, "area": phrases.lists.enumeration(places)])
  }

  private func sentence(of part: DirectionalAssessment.Part, _ phrases: Phrases) -> String {
    let subject = subject(of: part.measure, phrases)
    guard let indicator = plan.indicator(part.measure.indicator), let last = part.last else {
      guard let outdated = part.outdated else { return phrases(.directionNoValue, ["subject": subject]) }
      return phrases(.directionTooOld, ["subject": subject, "period": phrases.dates.text(outdated)])
    }
    let style = FigureStyle(indicator, phrases)
    let now = phrases.dates.text(last.period)
    var sentences: [String] = []
    if let first = part.first, first.period < last.period {
      sentences.append(
        phrases(
          first.value == last.value ? .answerStayed : .answerDirection,
          [
            "subject": subject, "first": style.value(first.value),
            "from": phrases.dates.text(first.period), "value": style.value(last.value, apartFrom: first.value),
            "period": now,
          ]))
    } else {
      sentences.append(
        phrases(
          .directionOnePoint, ["subject": subject, "value": style.value(last.value), "period": now]))
    }
    if let low = part.low, let high = part.high {
      sentences.append(phrases(.directionInterval, ["low": style.change(low), "high": style.change(high)]))
    } else if part.evidence == .low {
      sentences.append(phrases(.evidenceLow))
    }
    if let provenance = part.provenance {
      sentences.append(
        phrases(
          .directionSource,
          ["source": title(of: provenance.source, phrases), "vintage": provenance.vintage.description]))
    }
    return phrases.sentences.joined(sentences)
  }

  /// The plan's own word for the status of an assessment.
  package func label(of assessment: Assessment, language: LanguageTag) -> String {
    word(for: assessment.status, Phrases(self, language))
  }

  /// Why a method gives no answer, as the end of a sentence with "because".
  package func words(for refusal: Refusal, of assessment: Assessment, language: LanguageTag) -> String? {
    guard let target = plan.target(assessment.target) else { return nil }
    return AssessedTarget(self, target, assessment, Phrases(self, language)).words(for: refusal)
  }
}
