import MilepostModel

extension WorkspaceLoader {
  /// Reads `narrative/`.
  ///
  /// - Returns: nil when there is none, or it cannot be used as a whole.
  mutating func loadNarrative(_ files: WorkspaceFiles, _ settings: WorkspaceSettings) throws -> Narrative? {
    guard tree.contains(WorkspaceFiles.report) else {
      if let first = files.chapters.first { reader.diagnostics.report(.noReport(beside: first)) }
      return nil
    }
    let units = settings.unitWords
    var chapters: [Chapter] = []
    for path in files.chapters {
      let folder = LanguageTag(String(path.split(separator: "/")[1]))
      guard settings.languages.contains(folder) else {
        reader.diagnostics.report(
          .unknownLanguage(folder.text, among: settings.languages, at: .wholeFile(path)))
        continue
      }
      if let chapter = try chapter(path, folder, units[folder, default: []]) { chapters.append(chapter) }
    }
    guard let node = try node(WorkspaceFiles.report),
      let document = reader.element(node, ReportFile.form, of: .report)
    else { return nil }
    let pictures = try pictures(of: chapters, files.pictures)
    func rank(_ chapter: Chapter) -> (Int, Chapter.Kind, Int, String) {
      let language = settings.languages.firstIndex(of: chapter.language) ?? settings.languages.count
      return (language, chapter.kind, chapter.order, chapter.id.text)
    }
    return Narrative(
      document: document, chapters: chapters.sorted { rank($0) < rank($1) }, pictures: pictures)
  }

  private mutating func chapter(_ path: String, _ language: LanguageTag, _ units: [String]) throws -> Chapter? {
    guard let bytes = try contents(of: path, at: .wholeFile(path)) else { return nil }
    guard let source = ChapterSource(bytes, file: path, into: &reader.diagnostics) else { return nil }
    reader.file = path
    let failures = reader.failures
    guard let node = YAMLTree.parse(source.frontMatter, file: path, into: &reader.diagnostics),
      let front = FrontMatter.form.read(node, &reader), reader.failures == failures
    else { return nil }
    var chapterReader = ChapterReader(language, units: units)
    let chapter = chapterReader.read(source, front)
    reader.diagnostics.report(contentsOf: chapterReader.diagnostics)
    return chapter
  }

  /// The pictures that chapters show; what is not there, is no picture or is shown nowhere is reported.
  private mutating func pictures(of chapters: [Chapter], _ files: [String]) throws -> [ReportPicture] {
    var shown: [String: SourcePosition] = [:]
    for chapter in chapters {
      for block in chapter.allBlocks {
        guard case .exhibit(let exhibit) = block.content, case .picture(let file, _) = exhibit.content else { continue }
        shown[file] = shown[file] ?? block.position
        if !files.contains(file) {
          reader.diagnostics.report(.noPicture(file, closest: files.closest(to: file), at: block.position))
        }
      }
    }
    return try files.compactMap { file in
      guard let position = shown[file] else {
        reader.diagnostics.report(.unusedPicture(file))
        return nil
      }
      guard let bytes = try contents(of: file, at: position) else { return nil }
      let picture = ReportPicture(file: file, bytes: bytes)
      if picture == nil { reader.diagnostics.report(.otherThanPicture(file, at: position)) }
      return picture
    }
  }
}

extension WorkspaceSettings {
  /// The names of units of measure and their forms, by language.
  fileprivate var unitWords: [LanguageTag: [String]] {
    var words: [LanguageTag: [String]] = [:]
    for entry in unitNames.sorted(by: { $0.key < $1.key }).flatMap(\.value.texts) {
      words[entry.language, default: []] += entry.text.split(separator: "|").map(String.init)
    }
    return words
  }
}

extension Diagnostic {
  fileprivate static func noReport(beside chapter: String) -> Self {
    Diagnostic(
      .error, "MP1101", "chapters without \(WorkspaceFiles.report)", at: .wholeFile(chapter),
      hint: "write it with original-language and title")
  }

  fileprivate static func noPicture(_ file: String, closest: String?, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1112", "there is no picture '\(file)'", at: position,
      hint: closest.map { "did you mean '\($0)'?" } ?? "put a PNG or JPEG file into narrative/images/")
  }

  fileprivate static func otherThanPicture(_ file: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP1112", "'\(file)' is neither a PNG nor a JPEG picture", at: position, hint: "save it as PNG or JPEG")
  }

  fileprivate static func unusedPicture(_ file: String) -> Self {
    Diagnostic(
      .warning, "MP1112", "no chapter shows this picture", at: .wholeFile(file), hint: "show it or delete it")
  }
}
