import MilepostModel

/// The site's `indicators/<slug>.json`: the definition, and the values as `query --format json` gives them.
func indicatorDocument(_ release: Release, _ indicator: Indicator) -> [UInt8] {
  JSONWriter.document { json in
    json.editionMembers(of: release)
    json.key("indicator")
    json.object { json in
      json.member("id", indicator.id.text)
      json.member("title", indicator.title)
      json.member("definition", indicator.definition)
      json.member("unit", indicator.unit.description)
      json.member("link", release.permanentLink("indicators/\(indicator.id.text.slug)"))
      json.member("licence", release.settings.licence)
    }
    let range = release.series.range(of: indicator.id)
    json.observations(
      range.lazy.flatMap { index in
        let key = release.series.keys[index]
        return release.series.estimates(at: index).lazy.map { KeyedEstimate(key, $0) }
      })
  }
}

/// The site's `targets/<slug>.json`: the target as `assess --format json` gives it, its values as `query` does, the
/// projection step by step, and what earlier vintages said.
func targetDocument(
  _ release: Release, _ target: Target, language: LanguageTag, texts: AssessmentTexts
) -> [UInt8] {
  let keys = target.measures.map(\.key)
  return JSONWriter.document { json in
    json.editionMembers(of: release)
    json.member("link", release.permanentLink("targets/\(target.id.text.slug)"))
    json.member("licence", release.settings.licence)
    json.member("target", release.assessment(of: target.id)) { json, assessment in
      json.members(of: assessment, in: release, language: language, texts: texts)
    }
    json.observations(
      keys.flatMap { key in release.series.estimates(key).map { $0.map { KeyedEstimate(key, $0) } } ?? [] })
    json.key("projections")
    let assessments = release.assessment(of: target.id).map { [$0] + $0.parts } ?? []
    json.array(assessments.compactMap(\.projection)) { json, projection in
      json.array(projection.path) { json, step in json.object { $0.members(of: step) } }
    }
    json.key("earlierVintages")
    json.array(release.earlierVintages.filter { keys.contains($0.key) }) { json, vintage in
      json.object { json in
        json.member("area", vintage.key.area.text)
        json.member("vintage", vintage.provenance.vintage.description)
        json.key("values")
        json.array(vintage.values) { json, point in json.object { $0.members(of: point) } }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func members(of step: Projection.Step) {
    member("period", step.period.description)
    member("value", step.value)
    member("low50", step.low50)
    member("high50", step.high50)
    member("low80", step.low80)
    member("high80", step.high80)
  }
}

extension Release {
  /// The page of this edition in the first language.
  func permanentLink(_ place: String) -> String? {
    permanentAddress(of: "\(settings.languages[0].text)/\(place)/")
  }
}
