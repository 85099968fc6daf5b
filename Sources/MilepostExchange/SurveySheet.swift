import MilepostModel

/// The published figures of a survey, one row each.
struct SurveySheet {
  private(set) var table = DataTable(columns: [
    "WAVE", "TIME_PERIOD", "QUESTION", "BREAKDOWN", "GROUP", "ANSWER", "MEASURE", "VALUE", "LOW_95", "HIGH_95",
    "BOUND_LOW", "BOUND_HIGH", "COUNT", "BASE", "WEIGHTED_BASE", "MISSING",
  ])

  init(_ published: PublishedSurvey) {
    table.rows = SurveyFigures(published).rows.map { row in
      let texts = [
        row.wave.id, row.wave.period.description, row.question.id, row.group?.breakdown, row.group?.code, row.answer,
        row.measure.rawValue,
      ]
      let numbers = [
        row.value, row.low, row.high, row.boundLow, row.boundHigh, row.count.map(Double.init),
        row.base.map(Double.init), row.weight,
      ]
      return texts.map { .init($0) } + numbers.map { .init($0) } + [
        .init(row.absence?.rawValue)
      ]
    }
  }

  /// What a reader of the tables must know of cells without a figure.
  static func hidden(by suppression: Survey.Suppression) -> String {
    "groups with fewer than \(suppression.minimumBase) answers, answers that fewer than "
      + "\(suppression.minimumCount) gave, and what these could be computed from"
  }
}

/// The site's `surveys/<slug>.json`: the questionnaire, its waves, and every published figure.
func surveyDocument(_ release: Release, _ published: PublishedSurvey) -> [UInt8] {
  let survey = published.survey
  return JSONWriter.document { json in
    json.editionMembers(of: release)
    json.key("survey")
    json.object { json in
      json.member("id", survey.id.text)
      json.member("title", survey.title)
      json.member("source", survey.source.text)
      json.member("link", release.permanentLink("surveys/\(survey.id.text.slug)"))
      json.member("licence", release.settings.licence)
    }
    json.key("waves")
    json.array(published.waves) { json, results in
      let wave = survey.waves[results.wave]
      json.object { json in
        json.member("id", wave.id)
        json.member("period", wave.period.description)
        json.member("sampling", wave.sampling.rawValue)
        json.member("vintage", results.vintage.published.description)
        json.member("asked", results.asked.map(Double.init))
        json.member("respondents", results.respondents.map(Double.init))
        json.member("designEffect", results.designEffect)
      }
    }
    json.key("questions")
    json.array(survey.questions) { json, question in
      json.object { json in
        json.member("id", question.id)
        json.member("text", question.text)
        json.key("answers")
        json.array(question.kind.answers + [question.doNotKnow, question.notApplicable].compactMap(\.self)) {
          json, answer in
          json.object { json in
            json.member("code", answer.code)
            json.member("title", answer.title)
          }
        }
      }
    }
    json.key("figures")
    json.array(SurveyFigures(published).rows) { json, row in json.object { $0.members(of: row) } }
  }
}

extension JSONWriter {
  fileprivate mutating func members(of row: SurveyFigures.Row) {
    member("wave", row.wave.id)
    member("question", row.question.id)
    member("breakdown", row.group?.breakdown)
    member("group", row.group?.code)
    member("answer", row.answer)
    member("measure", row.measure.rawValue)
    member("value", row.value)
    member("low95", row.low)
    member("high95", row.high)
    member("boundLow", row.boundLow)
    member("boundHigh", row.boundHigh)
    member("count", row.count.map(Double.init))
    member("base", row.base.map(Double.init))
    member("weightedBase", row.weight)
    member("missing", row.absence?.rawValue)
  }
}
