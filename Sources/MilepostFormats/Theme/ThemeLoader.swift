import MilepostModel

extension WorkspaceLoader {
  /// `theme/theme.yaml` and the files that it names.
  ///
  /// - Parameter paths: the other files in `theme/`.
  mutating func loadTheme(_ paths: [String]) throws -> Theme? {
    guard tree.contains(WorkspaceFiles.theme) else {
      for path in paths { reader.diagnostics.report(.unnamedThemeFile(path)) }
      return nil
    }
    guard let node = try node(WorkspaceFiles.theme), let written = reader.element(node, WrittenTheme.form, of: .theme)
    else { return nil }
    let logo = try written.logo.flatMap { try self.logo($0) }
    let fonts = try written.fonts.compactMap { try font($0) }
    let header = try written.header.flatMap { try template($0) }
    let foot = try written.foot.flatMap { try template($0) }
    if let header, let name = written.header?.value { checkWays(of: header, name) }
    let named = Set(written.files.map { WorkspaceFiles.themeFolder + $0 })
    for path in paths where !named.contains(path) { reader.diagnostics.report(.unnamedThemeFile(path)) }
    return Theme(
      name: written.name, logo: logo, colours: written.colours, footer: written.footer, fonts: fonts,
      timeAxis: written.timeAxis, header: header, foot: foot)
  }

  private mutating func template(_ name: Located<String>) throws -> PageTemplate? {
    guard let file = try themeFile(name, .template) else { return nil }
    let path = WorkspaceFiles.themeFolder + file.name
    let template = TemplateReader.read(file.bytes, file: path, into: &reader.diagnostics)
    if template == nil { reader.failSilently() }
    return template
  }

  /// A header without a menu would make every page a dead end.
  private mutating func checkWays(of header: PageTemplate, _ name: String) {
    let needed: [PageTemplate.List] = reader.languages.count > 1 ? [.menu, .languages] : [.menu]
    for list in needed where !header.leads(to: list) {
      reader.fail(.headerLeadsNowhere(list, file: WorkspaceFiles.themeFolder + name))
    }
  }

  private mutating func logo(_ written: WrittenTheme.Logo) throws -> Theme.Logo? {
    guard let file = try themeFile(written.file, .logo) else { return nil }
    let path = WorkspaceFiles.themeFolder + file.name
    let aspect: Double?
    if file.name.hasSuffix(".svg") {
      aspect = InertSVG.aspect(file.bytes, file: path, into: &reader.diagnostics)
      if aspect == nil { reader.failSilently() }
    } else {
      aspect = MilepostFormats.aspect(ofPNG: file.bytes)
      if aspect == nil { reader.fail(.otherFile(path, "a whole PNG file of at most 4096 by 4096 pixels")) }
    }
    return aspect.map { Theme.Logo(file: file, aspect: $0, text: written.text) }
  }

  private mutating func font(_ written: WrittenTheme.Font) throws -> Theme.Font? {
    let file = try themeFile(written.file, .font)
    let licence = try themeFile(written.licence, .licence)
    guard let file, let licence else { return nil }
    if !isWOFF2(file.bytes) {
      reader.fail(.otherFile(WorkspaceFiles.themeFolder + file.name, "a whole font of WOFF 2"))
      return nil
    }
    let path = WorkspaceFiles.themeFolder + licence.name
    guard SourceText(licence.bytes, file: path, into: &reader.diagnostics) != nil else {
      reader.failSilently()
      return nil
    }
    if licence.bytes.allSatisfy({ $0 <= 0x20 }) {
      reader.fail(.otherFile(path, "the text of a licence"))
      return nil
    }
    return Theme.Font(family: written.family, use: written.use, weight: written.weight, file: file, licence: licence)
  }

  /// The bytes of a file of the theme; nil after a finding.
  private mutating func themeFile(_ name: Located<String>, _ kind: ThemeFileKind) throws -> Theme.File? {
    let path = WorkspaceFiles.themeFolder + name.value
    guard tree.contains(path) else {
      let beside = tree.paths.filter { path in
        path.hasPrefix(WorkspaceFiles.themeFolder) && kind.endings.contains { path.hasSuffix($0) }
      }
      reader.fail(.noSuchFile(path, closest: beside.closest(to: path), at: name.position))
      return nil
    }
    guard let bytes = try contents(of: path, at: name.position) else { return nil }
    guard bytes.count <= kind.mostBytes else {
      reader.fail(.fileTooLarge(path, bytes.count, most: kind.mostBytes))
      return nil
    }
    return Theme.File(name: name.value, bytes: bytes)
  }
}

extension PageTemplate {
  /// Whether the readers of a page can go from it to the others.
  func leads(to list: List) -> Bool {
    func leads(_ parts: [Part]) -> Bool {
      parts.contains { part in
        switch part {
        case .each(let other, _): other == list
        case .standard(let part): part.rawValue == list.rawValue
        case .present, .absent, .markup, .text, .attribute: false
        }
      }
    }
    return leads(parts)
  }
}

extension Diagnostic {
  fileprivate static func unnamedThemeFile(_ path: String) -> Self {
    Diagnostic(
      .warning, "MP0115", "no theme names this file", at: .wholeFile(path),
      hint: "name it in \(WorkspaceFiles.theme) or delete it")
  }

  fileprivate static func otherFile(_ path: String, _ expected: String) -> Self {
    Diagnostic(.error, "MP0142", "file is not \(expected)", at: .wholeFile(path))
  }

  fileprivate static func fileTooLarge(_ path: String, _ bytes: Int, most: Int) -> Self {
    Diagnostic(
      .error, "MP0142", "file has \(bytes) bytes, more than \(most)", at: .wholeFile(path),
      hint: "every reader of the site waits for it: make it smaller")
  }

  fileprivate static func headerLeadsNowhere(_ list: PageTemplate.List, file: String) -> Self {
    Diagnostic(
      .error, "MP0144", "header has no \(list == .menu ? "menu" : "way to the other languages")", at: .wholeFile(file),
      hint: "write {{> \(list.rawValue)}}, or a list of your own with {{#\(list.rawValue)}}")
  }
}
