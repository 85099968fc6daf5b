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
      for code in measure.codes { json.member(named: code.dimension, code.code) }
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

/// Makes the files of `/data/` one by one, in the order of `Release.dataFiles`, each with its path below that folder.
///
/// The content hash is the SHA-256 of the lines `hash  path`, one for each file but `release.json`, in this order. Only one
/// file is in memory at a time, and the buffer of the tables is used again.
///
/// - Parameter scratch: a folder for temporary files, which are gone when this returns.
/// - Returns: what the files weigh, and their hash.
package func writeDataFiles(
  of release: Release, language: LanguageTag, texts: AssessmentTexts, scratch: String,
  write: (_ path: String, _ bytes: borrowing [UInt8]) throws -> Void
) throws -> DataCatalogue {
  var maker = DataFileMaker(release, language: language, texts: texts, scratch: scratch)
  var manifest: [UInt8] = []
  var sizes: [String: Int] = [:]
  var bytes: [UInt8] = []
  for file in release.dataFiles where file.content != .release {
    try maker.make(file, into: &bytes)
    manifest.append(contentsOf: "\(SHA256.digest(of: bytes))  \(file.path)\n".utf8)
    sizes[file.path] = bytes.count
    try write(file.path, bytes)
  }
  let hash = SHA256.digest(of: manifest)
  let document = releaseDocument(release, contentHash: hash)
  sizes[DataFile(.release, .json).path] = document.count
  try write(DataFile(.release, .json).path, document)
  return DataCatalogue(sizes: sizes, contentHash: hash)
}

private struct DataFileMaker {
  private let release: Release
  private let language: LanguageTag
  private let texts: AssessmentTexts
  private let scratch: String
  private let targets: [Target.ID: Target]
  private let indicators: [Indicator.ID: Indicator]
  private var table: IndicatorTable

  init(_ release: Release, language: LanguageTag, texts: AssessmentTexts, scratch: String) {
    self.release = release
    self.language = language
    self.texts = texts
    self.scratch = scratch
    targets = Dictionary(release.plan.targets.map { ($0.id, $0) }) { first, _ in first }
    indicators = Dictionary(release.plan.indicators.map { ($0.id, $0) }) { first, _ in first }
    table = IndicatorTable(release)
  }

  /// - Parameter bytes: what is in it gives way.
  mutating func make(_ file: DataFile, into bytes: inout [UInt8]) throws(WorkbookFailure) {
    switch file.content {
    case .targets: bytes = targetsDocument(release)
    case .assessments: bytes = assessDocument(release, language: language, texts: texts)
    case .changes:
      guard let changes = release.changes else { preconditionFailure("changes of a release that knows none before it") }
      bytes = changesDocument(changes, in: release, language: language, explain: texts.cause)
    case .release: preconditionFailure("release.json names the hash of all others")
    case .indicator(let id) where file.format == .csv: table.write(id, into: &bytes)
    case .indicator(let id):
      guard let indicator = indicators[id] else { preconditionFailure("a file for an indicator of no plan") }
      bytes = try self.bytes(of: indicator, file.format)
    case .register(let id):
      guard let register = release.registers.first(where: { $0.register.id == id }) else {
        preconditionFailure("a file for a register of no release")
      }
      bytes = try self.bytes(of: register, file.format)
    case .index(let id):
      guard let index = release.indices.first(where: { $0.definition.id == id }) else {
        preconditionFailure("a file for an index of no release")
      }
      bytes = try self.bytes(of: index, file.format)
    case .survey(let id):
      guard let survey = release.surveys.first(where: { $0.survey.id == id }) else {
        preconditionFailure("a file for a survey of no release")
      }
      bytes = try self.bytes(of: survey, file.format)
    case .map(let id):
      guard let map = release.maps.first(where: { $0.map.id == id }) else {
        preconditionFailure("a file for a map of no release")
      }
      bytes = MapSheet(map).table.csv
    case .target(let id):
      guard let target = targets[id] else { preconditionFailure("a file for a target of no plan") }
      bytes = try self.bytes(of: target, file.format)
    }
  }

  private func bytes(of indicator: Indicator, _ format: DataFile.Format) throws(WorkbookFailure) -> [UInt8] {
    guard format == .xlsx else { return indicatorDocument(release, indicator) }
    return try workbook(
      indicator.title, DataNotes(release, indicator).table, DataTable(release, indicator.id))
  }

  private func bytes(of register: PublishedRegister, _ format: DataFile.Format) throws(WorkbookFailure) -> [UInt8] {
    switch format {
    case .json: return registerDocument(release, register)
    case .csv: return RegisterSheet(register, asOf: release.asOf).table.csv
    case .xlsx:
      return try workbook(
        register.register.title, DataNotes(release, register.register).table,
        RegisterSheet(register, asOf: release.asOf).table)
    }
  }

  private func bytes(of index: PublishedIndex, _ format: DataFile.Format) throws(WorkbookFailure) -> [UInt8] {
    switch format {
    case .json: return indexDocument(release, index)
    case .csv: return IndexSheet(index).table.csv
    case .xlsx:
      return try workbook(
        index.definition.title, DataNotes(release, index.definition).table, IndexSheet(index).table)
    }
  }

  private func bytes(of survey: PublishedSurvey, _ format: DataFile.Format) throws(WorkbookFailure) -> [UInt8] {
    switch format {
    case .json: return surveyDocument(release, survey)
    case .csv: return SurveySheet(survey).table.csv
    case .xlsx:
      return try workbook(survey.survey.title, DataNotes(release, survey).table, SurveySheet(survey).table)
    }
  }

  private func bytes(of target: Target, _ format: DataFile.Format) throws(WorkbookFailure) -> [UInt8] {
    let assessment = release.assessment(of: target.id)
    switch format {
    case .json: return targetDocument(release, target, language: language, texts: texts)
    case .csv: return TargetTable(release, target, assessment).table.csv
    case .xlsx:
      return try workbook(
        target.title, DataNotes(release, target, assessment).table, TargetTable(release, target, assessment).table)
    }
  }

  private func workbook(
    _ title: LocalizedText, _ notes: DataTable, _ values: DataTable
  ) throws(WorkbookFailure) -> [UInt8] {
    try Workbook(
      title: title.best(of: release.settings.languages).text, created: release.asOf,
      sheets: [
        .init(name: "Data", table: values, widths: [14]), .init(name: "About", table: notes, widths: [28, 90]),
      ]
    ).bytes(scratch: scratch)
  }
}
