import MilepostModel

/// A question of a survey with what the newest wave that asked it found, and the waves that can be compared with it.
struct AskedQuestion: Sendable {
  /// What one wave found.
  struct Found: Sendable {
    let wave: SurveyWaveResults
    let results: SurveyQuestionResults

    var shares: SurveyShares? { results.total.shares }
  }

  /// In the survey.
  let place: Int
  let question: SurveyQuestion
  /// The newest wave first, then those before it that asked the same on the same scale.
  let found: [Found]

  var newest: Found { found[0] }

  /// What the shares of all its waves are of.
  var base: SurveyMeasure.Base { found.map(\.results.total).base }

  /// Stands for the question in addresses of its page.
  var anchor: String { "q-\(question.id)" }

  /// Those that a received wave asked, in the order of the survey; one that a later question continues on the same scale is found
  /// with that.
  static func all(_ published: PublishedSurvey) -> [AskedQuestion] {
    let survey = published.survey
    let waves = published.waves
    let continued = Set(
      survey.questions.indices.flatMap { later -> [Int] in
        guard waves.contains(where: { $0.results(of: later) != nil }) else { return [] }
        return waves.compactMap { survey.question(later, in: $0.wave) }.filter { $0 != later }
      })
    return survey.questions.enumerated().compactMap { place, question in
      let found = waves.reversed().compactMap { wave -> Found? in
        guard let asked = survey.question(place, in: wave.wave), let results = wave.results(of: asked) else {
          return nil
        }
        return Found(wave: wave, results: results)
      }
      return continued.contains(place) || found.isEmpty
        ? nil : AskedQuestion(place: place, question: question, found: found)
    }
  }

  /// Consecutive questions on one scale of agreement that one wave asked of the same people, which are drawn together; others alone.
  static func grouped(_ questions: [AskedQuestion]) -> [[AskedQuestion]] {
    questions.reduce(into: []) { groups, question in
      if let last = groups.last?.last, question.isDrawn(with: last) {
        groups[groups.count - 1].append(question)
      } else {
        groups.append([question])
      }
    }
  }

  private func isDrawn(with other: AskedQuestion) -> Bool {
    guard case .likert(let answers) = question.kind, case .likert(let others) = other.question.kind else {
      return false
    }
    return answers == others && question.doNotKnow == other.question.doNotKnow
      && question.filter == other.question.filter
      && newest.wave.wave == other.newest.wave.wave && newest.isWhole && other.newest.isWhole
  }
}

extension AskedQuestion.Found {
  /// Whether every answer has a share of those with an opinion.
  var isWhole: Bool { shares.map { $0.answers.allSatisfy { $0.figure?.ofOpinions != nil } } ?? false }
}
