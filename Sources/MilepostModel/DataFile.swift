/// A file of a release below `/data/`, so that those who write it and those who link to it agree on what there is.
package struct DataFile: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case targets, assessments, release
    /// What changed since the edition before.
    case changes
    case target(Target.ID)
    case indicator(Indicator.ID)
    case register(Register.ID)
    case index(CompositeIndex.ID)
    case survey(Survey.ID)
    /// The squares of a map of records.
    case map(RegisterMap.ID)
  }

  package enum Format: String, Hashable, Sendable, CaseIterable { case csv, xlsx, json }

  package let content: Content
  package let format: Format

  package init(_ content: Content, _ format: Format) {
    self.content = content
    self.format = format
  }

  /// Below `/data/`: `indicators/internet-use.csv`.
  package var path: String {
    let name =
      switch content {
      case .targets: "targets"
      case .assessments: "assessments"
      case .release: "release"
      case .changes: "changes"
      case .target(let id): "targets/\(id.text.slug)"
      case .indicator(let id): "indicators/\(id.text.slug)"
      case .register(let id): "registers/\(id.text.slug)"
      case .index(let id): "indices/\(id.text.slug)"
      case .survey(let id): "surveys/\(id.text.slug)"
      case .map(let id): "maps/\(id.text.slug)"
      }
    return "\(name).\(format.rawValue)"
  }
}

/// What the data files of a release are and weigh, for the page that lists them.
package struct DataCatalogue: Hashable, Sendable {
  /// By path, in bytes.
  package let sizes: [String: Int]
  /// SHA-256 over all files but `release.json`.
  package let contentHash: String

  package init(sizes: [String: Int], contentHash: String) {
    self.sizes = sizes
    self.contentHash = contentHash
  }
}

extension Release {
  /// Tables with more values are CSV only: as a workbook or as JSON they would cost more to make than the whole site.
  package static let mostValuesOfCopies = 8_000
  /// The same for the cells of a register.
  package static let mostCellsOfCopies = 40_000

  package func dataFiles(of indicator: Indicator.ID) -> [DataFile] {
    let values = series.range(of: indicator).reduce(0) { $0 + series.estimates(at: $1).count }
    let formats: [DataFile.Format] = (1...Release.mostValuesOfCopies).contains(values) ? [.csv, .xlsx, .json] : [.csv]
    return formats.map { DataFile(.indicator(indicator), $0) }
  }

  package func dataFiles(of target: Target.ID) -> [DataFile] {
    [.csv, .xlsx, .json].map { DataFile(.target(target), $0) }
  }

  package func dataFiles(of register: Register.ID) -> [DataFile] {
    guard let published = registers.first(where: { $0.register.id == register }), published.register.pages != .none
    else {
      return []
    }
    let cells = published.table.count * published.register.fields.count
    let formats: [DataFile.Format] = (1...Release.mostCellsOfCopies).contains(cells) ? [.csv, .xlsx, .json] : [.csv]
    return formats.map { DataFile(.register(register), $0) }
  }

  /// An index without scores has its definition only.
  package func dataFiles(of index: CompositeIndex.ID) -> [DataFile] {
    let results = indices.first { $0.definition.id == index }?.results ?? []
    let rows = results.reduce(0) { $0 + $1.areas.count * $1.parts.count }
    let formats: [DataFile.Format] =
      rows == 0 ? [.json] : rows <= Release.mostValuesOfCopies ? [.csv, .xlsx, .json] : [.csv]
    return formats.map { DataFile(.index(index), $0) }
  }

  /// Of surveys there are results only, which are few.
  package func dataFiles(of survey: Survey.ID) -> [DataFile] {
    [.csv, .xlsx, .json].map { DataFile(.survey(survey), $0) }
  }

  /// Every file in the order in which they are made; the one that names the hash of the others comes last.
  package var dataFiles: [DataFile] {
    var files = [DataFile(.targets, .json), DataFile(.assessments, .json)]
    if changes != nil { files.append(DataFile(.changes, .json)) }
    files += plan.targets.flatMap { dataFiles(of: $0.id) }
    files += plan.indicators.flatMap { dataFiles(of: $0.id) }
    files += registers.flatMap { dataFiles(of: $0.register.id) }
    files += indices.flatMap { dataFiles(of: $0.definition.id) }
    files += surveys.flatMap { dataFiles(of: $0.survey.id) }
    files += maps.map { DataFile(.map($0.map.id), .csv) }
    return files + [DataFile(.release, .json)]
  }

  /// The public address of a page or file of this edition, which stays when later editions come.
  ///
  /// - Parameter path: below `editions/<slug>/`; a page's is that of its folder.
  /// - Returns: nil when the workspace states no address, or the release is of no edition.
  package func permanentAddress(of path: String) -> String? {
    guard let url = settings.url, let edition else { return nil }
    return "\(url)/editions/\(edition.id.text.slug)/\(path)"
  }
}
