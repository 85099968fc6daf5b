package import MilepostModel

/// `assess --format json` and the site's `assessments.json`.
///
/// - Parameter language: of the titles.
package func assessDocument(_ release: Release, language: LanguageTag, texts: AssessmentTexts) -> [UInt8] {
  JSONWriter.document { json in
    json.editionMembers(of: release)
    json.key("targets")
    json.array(release.assessments) { json, assessment in
      json.object { $0.members(of: assessment, in: release, language: language, texts: texts) }
    }
    json.key("outcomes")
    json.array(release.directions) { json, direction in
      json.object { $0.members(of: direction, texts: texts) }
    }
    json.key("summary")
    json.object { json in
      let counts = release.statusCounts
      for status in TargetStatus.allCases { json.member(named: status.rawValue, counts[status, default: 0]) }
      json.member("total", release.assessments.count)
      json.member("assessed", release.assessments.count { $0.status.isAssessed })
    }
  }
}

/// `explain --format json`: the assessment as in `assess`, and the explanation line by line.
package func explainDocument(
  _ assessment: Assessment, in release: Release, language: LanguageTag, texts: AssessmentTexts, answer: String,
  sections: [(title: String, lines: [String])]
) -> [UInt8] {
  JSONWriter.document { json in
    json.editionMembers(of: release)
    json.key("target")
    json.object { $0.members(of: assessment, in: release, language: language, texts: texts) }
    json.member("answer", answer)
    json.key("sections")
    json.array(sections) { json, section in
      json.object {
        $0.member("title", section.title)
        $0.key("lines")
        $0.array(section.lines) { $0.string($1) }
      }
    }
  }
}

/// `explain --format json` of a goal, objective, outcome, output or enabler.
package func elementDocument(
  id: String, title: String, statements: [String], parts: [String], _ direction: DirectionalAssessment?,
  in release: Release, texts: AssessmentTexts
) -> [UInt8] {
  JSONWriter.document { json in
    json.editionMembers(of: release)
    json.member("id", id)
    json.member("title", title)
    json.key("statements")
    json.array(statements) { $0.string($1) }
    json.key("parts")
    json.array(parts) { $0.string($1) }
    json.member("outcome", direction) { $0.members(of: $1, texts: texts) }
  }
}

extension JSONWriter {
  mutating func editionMembers(of release: Release) {
    member("edition", release.edition?.id.text)
    member("asOf", release.asOf.description)
  }

  mutating func members(
    of assessment: Assessment, in release: Release, language: LanguageTag, texts: AssessmentTexts
  ) {
    let target = release.plan.target(assessment.target)
    member("id", assessment.target.text)
    member("goal", target?.goal.text)
    member("title", target.map { $0.title.best(of: [language] + release.settings.languages).text })
    member("kind", target?.kind.name)
    verdict(assessment, texts)
    member("indicator", target?.measure?.indicator.text)
    member("area", target?.measure?.area.text)
    values(assessment)
    alternatives(assessment, texts)
    let printed = target?.printed.first { $0.edition == nil || $0.edition == release.edition?.id }
    member("printed", printed) { json, printed in
      json.member("label", printed.label)
      json.member("source", printed.source)
    }
    member("override", assessment.override) { json, override in
      json.member("status", override.status.rawValue)
      json.member("name", override.name)
      json.member("date", override.date.description)
      json.member("reason", override.reason)
      json.member("expires", override.expires.description)
    }
    member("areas", assessment.areaCounts) { json, counts in
      json.member("yes", counts.yes)
      json.member("no", counts.no)
      json.member("unknown", counts.unknown)
      json.member("nearThreshold", counts.nearThreshold.map(Double.init))
    }
    key("parts")
    array(assessment.parts) { json, part in
      json.object { json in
        json.verdict(part, texts)
        json.values(part)
        json.alternatives(part, texts)
      }
    }
    member("explanation", texts.explanation(assessment))
  }

  private mutating func verdict(_ assessment: Assessment, _ texts: AssessmentTexts) {
    member("status", assessment.status.rawValue)
    member("label", texts.label(assessment))
    member("evidence", assessment.evidence.rawValue)
    member("method", assessment.method.rawValue)
    key("window")
    window(assessment.window)
    member("methodSensitive", assessment.isMethodSensitive)
  }

  mutating func window(_ window: MethodChoice.Window?) {
    switch window {
    case .last(let count): number(Double(count))
    case .all: string("all")
    case nil: null()
    }
  }

  private mutating func values(_ assessment: Assessment) {
    member("baseline", assessment.baseline) { $0.members(of: $1) }
    member("current", assessment.current) { json, current in
      json.member("period", current.period.description)
      json.member("value", current.value)
      json.member("status", current.status.rawValue)
      json.member("vintage", current.provenance.vintage.description)
      json.member("source", current.provenance.source.text)
      json.coverage(current.coverage)
    }
    key("target")
    object { json in
      json.member("period", assessment.due.description)
      json.member("value", assessment.goalValue)
    }
    key("projected")
    object { json in
      let projection = assessment.projection
      json.member("period", projection?.period.description)
      json.member("value", projection?.value)
      json.member("low", projection?.low)
      json.member("high", projection?.high)
      json.member("level", projection?.level)
      json.member("probability", projection?.probability)
      json.member("calibration", projection?.calibration) { $0.members(of: $1) }
    }
    member("paceSoFar", assessment.paceSoFar)
    member("paceNeeded", assessment.paceNeeded)
    key("trend")
    array(assessment.trend) { json, point in json.object { $0.members(of: point) } }
    key("later")
    array(assessment.later) { json, point in json.object { $0.members(of: point) } }
  }

  private mutating func alternatives(_ assessment: Assessment, _ texts: AssessmentTexts) {
    key("alternatives")
    array(assessment.alternatives) { json, alternative in
      json.object { json in
        json.member("method", alternative.method.rawValue)
        json.key("window")
        json.window(alternative.window)
        switch alternative.answer {
        case .status(let status, let value, let probability, let word):
          json.member("status", status.rawValue)
          json.member("value", value)
          json.member("probability", probability)
          json.member("word", word)
        case .measured(let value):
          json.member("status", nil as String?)
          json.member("value", value)
        case .refused(let refusal): json.member("refused", texts.refusal(refusal, assessment))
        }
      }
    }
  }

  mutating func members(of point: PeriodValue) {
    member("period", point.period.description)
    member("value", point.value)
  }

  /// Always an object; its shares are null for values as published by the source.
  mutating func coverage(_ coverage: Coverage?) {
    key("coverage")
    object { json in
      json.member("reported", coverage?.reported)
      json.member("estimated", coverage?.estimated)
      json.member("imputed", coverage?.imputed)
      json.member("missing", coverage?.missing)
    }
  }

  private mutating func members(of calibration: Calibration) {
    member("factor", calibration.factor)
    member("errors", calibration.errorCount)
    member("series", calibration.seriesCount)
    member("horizon", calibration.horizon)
    member("coverageBefore", calibration.coverageBefore)
    member("coverageAfter", calibration.coverageAfter)
  }

  fileprivate mutating func members(of direction: DirectionalAssessment, texts: AssessmentTexts) {
    member("id", direction.outcome.text)
    member("status", direction.status.rawValue)
    key("measures")
    array(direction.parts) { json, part in
      json.object { json in
        json.member("indicator", part.measure.indicator.text)
        json.member("area", part.measure.area.text)
        json.key("dimensions")
        json.object { json in
          for code in part.measure.codes { json.member(named: code.dimension, code.code) }
        }
        json.member("status", part.status.rawValue)
        json.member("evidence", part.evidence.rawValue)
        json.member("first", part.first) { $0.members(of: $1) }
        json.member("last", part.last) { $0.members(of: $1) }
        json.member("low", part.low)
        json.member("high", part.high)
        json.member("vintage", part.provenance?.vintage.description)
      }
    }
    member("explanation", texts.direction(direction))
  }
}
