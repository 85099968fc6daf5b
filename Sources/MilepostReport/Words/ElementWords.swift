import MilepostLanguage
package import MilepostModel

/// What is said of a goal, objective, outcome, output or enabler: how it stands, and what that follows from.
package struct ElementWords: Hashable, Sendable {
  package let title: String
  /// Sentences, each for itself.
  package let statements: [String]
  /// The elements below it or its measures, one a line.
  package let parts: [String]
}

extension Release {
  /// - Returns: nil when the plan has no goal, objective, outcome, output or enabler of that id.
  package func words(ofElement id: String, language: LanguageTag) -> ElementWords? {
    let phrases = Phrases(self, language)
    if let goal = plan.goals.first(where: { $0.id.text == id }) { return words(of: goal, phrases) }
    if let objective = plan.objectives.first(where: { $0.id.text == id }) {
      return rollUp(objective.title, plan.outcomes(of: objective.id), phrases)
    }
    if let outcome = plan.outcomes.first(where: { $0.id.text == id }) { return words(of: outcome, phrases) }
    if let output = plan.outputs.first(where: { $0.id.text == id }) {
      return rollUp(output.title, plan.outcomes.filter { output.outcomes.contains($0.id) }, phrases)
    }
    return plan.enablers.first { $0.id.text == id }.map { words(of: $0, phrases) }
  }

  private func words(of goal: Goal, _ phrases: Phrases) -> ElementWords {
    let assessed = plan.targets(of: goal.id).compactMap { target in
      assessment(of: target.id).map { AssessedTarget(self, target, $0, phrases) }
    }
    let counts = TargetStatus.allCases.compactMap { status in
      closing(assessed.count { $0.assessment.status == status }, word(for: status, phrases), phrases)
    }
    return ElementWords(
      title: phrases.written(goal.title),
      statements: [phrases(.elementTargets, count: assessed.count, ["counts": phrases.lists.text(counts)])],
      parts: assessed.map {
        phrases(.elementPart, ["id": $0.target.id.text, "title": $0.title, "status": $0.statusWord])
      })
  }

  private func rollUp(_ title: LocalizedText, _ outcomes: [Outcome], _ phrases: Phrases) -> ElementWords {
    let statuses = outcomes.map { outcome in
      directions.first { $0.outcome == outcome.id }?.status ?? .notMeasured
    }
    let counts = DirectionalStatus.allCases.compactMap { status in
      closing(statuses.count { $0 == status }, phrases.name(of: status), phrases)
    }
    return ElementWords(
      title: phrases.written(title),
      statements: [phrases(.elementOutcomes, count: outcomes.count, ["counts": phrases.lists.text(counts)])],
      parts: zip(outcomes, statuses).map { outcome, status in
        phrases(
          .elementPart,
          [
            "id": outcome.id.text, "title": phrases.written(outcome.title),
            "status": phrases.name(of: status),
          ])
      })
  }

  private func closing(_ count: Int, _ name: String, _ phrases: Phrases) -> String? {
    guard count > 0 else { return nil }
    return phrases(.elementCount, ["count": phrases.numbers.text(Double(count), decimals: 0), "status": name])
  }

  private func words(of outcome: Outcome, _ phrases: Phrases) -> ElementWords {
    let direction = directions.first { $0.outcome == outcome.id }
    let statement = direction.map { explanation(of: $0, language: phrases.language) }
    let rule = direction?.parts.isEmpty == false ? [phrases(.outcomeThresholds)] : []
    return ElementWords(
      title: phrases.written(outcome.title), statements: [statement].compactMap(\.self) + rule, parts: [])
  }

  private func words(of enabler: Enabler, _ phrases: Phrases) -> ElementWords {
    let parts = enabler.measures.compactMap { measure -> String? in
      guard let indicator = plan.indicator(measure.indicator) else { return nil }
      let subject = subject(of: measure, phrases)
      guard let newest = series.estimates(measure.key)?.last(where: { $0.value.number != nil }),
        let value = newest.value.number
      else { return phrases(.directionNoValue, ["subject": subject]) }
      let style = FigureStyle(indicator, phrases)
      return phrases(
        .elementValue,
        ["subject": subject, "value": style.value(value), "period": phrases.dates.text(newest.period)])
    }
    let statements = parts.isEmpty ? [phrases(.directionNoMeasure).asSentence] : []
    return ElementWords(title: phrases.written(enabler.title), statements: statements, parts: parts)
  }
}
