import MilepostModel

extension RowWriter {
  /// - Parameter part: 0 for the whole target, then its parts from 1.
  mutating func add(_ assessment: Assessment, part: Int) {
    let target: [StoreCell] = [.text(assessment.target.text), .integer(part)]
    row(.assessment, target + judgement(assessment) + values(assessment) + outlook(assessment))
    for (place, alternative) in assessment.alternatives.enumerated() {
      row(.alternative, target + [.integer(place)] + cells(alternative))
    }
    for (place, result) in assessment.milestones.enumerated() where part == 0 {
      row(
        .milestone,
        [
          .text(assessment.target.text), .integer(place), .text(result.milestone.period.stored),
          .real(result.milestone.value), StoreCell(result.actual?.value), StoreCell(result.isMet.map { $0 ? 1 : 0 }),
        ])
    }
    for (place, piece) in assessment.parts.enumerated() { add(piece, part: place + 1) }
  }

  private func judgement(_ assessment: Assessment) -> [StoreCell] {
    [
      .text(assessment.status.rawValue), .text(assessment.method.rawValue),
      StoreCell(assessment.trend.first?.period.stored), .text(assessment.evidence.rawValue),
      StoreCell(assessment.isMethodSensitive),
    ]
  }

  private func values(_ assessment: Assessment) -> [StoreCell] {
    let current = assessment.current
    return [
      StoreCell(assessment.baseline?.period.stored), StoreCell(assessment.baseline?.value),
      StoreCell(current?.period.stored), StoreCell(current?.value), StoreCell(current?.status.rawValue),
      StoreCell(current?.provenance.source.text), StoreCell(current?.provenance.vintage.description),
      StoreCell(assessment.goalValue), .text(assessment.due.stored),
    ]
  }

  private func outlook(_ assessment: Assessment) -> [StoreCell] {
    let projection = assessment.projection
    return [
      StoreCell(projection?.value), StoreCell(projection?.low), StoreCell(projection?.high),
      StoreCell(projection?.probability), StoreCell(assessment.paceSoFar), StoreCell(assessment.paceNeeded),
      StoreCell(assessment.override?.status.rawValue), StoreCell(assessment.override?.name),
      StoreCell(assessment.override?.expires.description),
    ]
  }

  private func cells(_ alternative: Alternative) -> [StoreCell] {
    let head: [StoreCell] = [.text(alternative.method.rawValue), StoreCell(alternative.from?.stored)]
    switch alternative.answer {
    case .status(let status, let value, let probability, let word):
      return head + [.text(status.rawValue), StoreCell(value), StoreCell(probability), StoreCell(word)]
    case .measured(let value): return head + [.null, .real(value), .null, .null]
    case .refused: return head + [.text("refused"), .null, .null, .null]
    }
  }

  mutating func add(_ direction: DirectionalAssessment) {
    row(
      .direction,
      [.text(direction.outcome.text), .integer(0), .text(direction.status.rawValue), .null, .null, .null, .null])
    for (place, part) in direction.parts.enumerated() {
      row(
        .direction,
        [
          .text(direction.outcome.text), .integer(place + 1), .text(part.status.rawValue),
          .text(part.measure.indicator.text), .text(part.measure.area.text), StoreCell(part.low), StoreCell(part.high),
        ])
    }
  }
}
