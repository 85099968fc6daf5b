package import MilepostModel

/// The site's `targets.json`: the framework as the plan states it, in all languages.
package func targetsDocument(_ release: Release) -> [UInt8] {
  JSONWriter.document { json in
    json.editionMembers(of: release)
    json.key("goals")
    json.array(release.plan.goals) { json, goal in
      json.object { json in
        json.member("id", goal.id.text)
        json.member("title", goal.title)
      }
    }
    json.key("targets")
    json.array(release.plan.targets) { json, target in json.object { $0.members(of: target) } }
  }
}

extension JSONWriter {
  fileprivate mutating func members(of target: Target) {
    member("id", target.id.text)
    member("goal", target.goal.text)
    member("title", target.title)
    member("kind", target.kind.name)
    member("indicator", target.measure?.indicator.text)
    member("area", target.measure?.area.text)
    member("dimensions", target.measure) { json, measure in
      for code in measure.codes { json.member(code.dimension, code.code) }
    }
    member("due", target.due.description)
    member("baseline", target.baseline) { json, baseline in
      json.member("period", baseline.period.description)
      json.member("value", baseline.value)
    }
    member("owner", target.owner)
  }
}

/// The site's `release.json`.
///
/// - Parameter contentHash: over all other data files; see `writeDataFiles`.
package func releaseDocument(_ release: Release, contentHash: String) -> [UInt8] {
  JSONWriter.document { json in
    json.editionMembers(of: release)
    json.member("id", release.settings.id)
    json.member("title", release.settings.title)
    json.member("contentHash", "sha256:" + contentHash)
    json.key("counts")
    json.object { json in
      json.member("goals", release.plan.goals.count)
      json.member("targets", release.plan.targets.count)
      json.member("objectives", release.plan.objectives.count)
      json.member("outcomes", release.plan.outcomes.count)
      json.member("enablers", release.plan.enablers.count)
      json.member("indicators", release.plan.indicators.count)
      json.member("series", release.series.seriesCount)
      json.member("values", release.series.valueCount)
    }
  }
}

/// Makes the files of `/data/` one by one, each with its path below that folder; `release.json` comes last.
///
/// Its content hash is the SHA-256 of the lines `hash  path`, one for each file before it, in this order.
/// Only one file is in memory at a time, and its buffer is used again.
package func writeDataFiles<Failure>(
  of release: Release, language: LanguageTag, texts: AssessmentTexts,
  write: (_ path: String, _ bytes: borrowing [UInt8]) throws(Failure) -> Void
) throws(Failure) {
  var manifest = SHA256()
  func add(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    manifest.update("\(SHA256.digest(of: bytes))  \(path)\n".utf8)
    try write(path, bytes)
  }
  try add("targets.json", targetsDocument(release))
  try add("assessments.json", assessDocument(release, language: language, texts: texts))
  var table = IndicatorTable(release)
  var bytes: [UInt8] = []
  for indicator in release.plan.indicators {
    table.write(indicator.id, into: &bytes)
    try add(tablePath(of: indicator), bytes)
  }
  try write("release.json", releaseDocument(release, contentHash: manifest.digest()))
}

/// The paths that `writeDataFiles` gives.
package func dataFilePaths(of release: Release) -> [String] {
  ["targets.json", "assessments.json"] + release.plan.indicators.map { tablePath(of: $0) } + ["release.json"]
}

private func tablePath(of indicator: Indicator) -> String { "indicators/\(indicator.id.text.slug).csv" }
