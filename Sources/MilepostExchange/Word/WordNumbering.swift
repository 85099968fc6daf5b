/// The numbers of headings, paragraphs and lists: `word/numbering.xml`.
struct WordNumbering {
  static let headings = 1
  static let paragraphs = 2
  static let annexes = 3
  private static let firstList = 4
  private static let step = 397

  /// `Annex %1`, as the language writes it; empty where the number is a part of the heading's text.
  let annexForm: String
  private enum List {
    /// How deep it stands and its first number, nil for dots.
    case items(depth: Int, start: Int?)
    /// Headings or paragraphs that go on with other numbers, one for each level.
    case restart(of: Int, numbers: [Int])
  }

  private var lists: [List] = []

  init(annexForm: String) { self.annexForm = annexForm }

  /// - Returns: the number by which paragraphs name the list.
  mutating func addList(depth: Int, start: Int?) -> Int {
    lists.append(.items(depth: depth, start: start))
    return WordNumbering.firstList + lists.count - 1
  }

  /// Lets headings, annexes or paragraphs go on with other numbers.
  ///
  /// - Parameter list: `headings`, `paragraphs` or `annexes`.
  mutating func restart(_ list: Int, at numbers: [Int]) -> Int {
    // Their forms are in the same order as the lists.
    lists.append(.restart(of: list - 1, numbers: numbers))
    return WordNumbering.firstList + lists.count - 1
  }

  var part: [UInt8] {
    let levels = Array(0..<6)
    let deep = Array(0..<9)
    let abstract = [
      abstract(0, levels.map { heading($0, "%1", style: "Heading\($0 + 1)") }),
      abstract(
        1,
        [
          Level(
            format: "decimal", text: "%1.", indent: WordStyles.hang, hanging: WordStyles.hang,
            style: WordStyle.Name.numbered.rawValue)
        ]),
      abstract(2, levels.map { heading($0, annexForm, style: nil) }),
      abstract(3, deep.map { item($0, "bullet", ["•", "–", "◦"][$0 % 3]) }),
      abstract(4, deep.map { item($0, "decimal", "%\($0 + 1).") }),
    ]
    var numbers = [
      instance(WordNumbering.headings, of: 0), instance(WordNumbering.paragraphs, of: 1),
      instance(WordNumbering.annexes, of: 2),
    ]
    for (place, list) in lists.enumerated() {
      let number = WordNumbering.firstList + place
      switch list {
      case .items(_, nil): numbers.append(instance(number, of: 3))
      case .items(let depth, let start?): numbers.append(instance(number, of: 4, begin(min(depth, 8), start)))
      case .restart(let form, let starts):
        numbers.append(instance(number, of: form, starts.enumerated().map { begin($0, $1) }.joined()))
      }
    }
    return WordMarkup.part("w:numbering", (abstract + numbers).joined())
  }

  private func begin(_ level: Int, _ start: Int) -> String {
    WordMarkup.element(
      "w:lvlOverride", [("w:ilvl", String(level))], WordMarkup.value("startOverride", start))
  }

  /// Where the text of a list's items begins.
  static func indent(_ depth: Int, from start: Int) -> Int { start + step * (depth + 1) }

  private struct Level {
    let format: String
    let text: String
    let indent: Int
    let hanging: Int
    /// The style that the level belongs to.
    var style: String?

    func element(_ place: Int) -> String {
      var content = WordMarkup.value("start", 1) + WordMarkup.value("numFmt", format)
      if let style { content += WordMarkup.value("pStyle", style) }
      if text.isEmpty { content += WordMarkup.value("suff", "nothing") }
      content += WordMarkup.value("lvlText", text) + WordMarkup.value("lvlJc", "start")
      content += WordParagraph(indent: (indent, hanging)).element
      return WordMarkup.element("w:lvl", [("w:ilvl", String(place))], content)
    }
  }

  /// - Parameter first: the number of the first level.
  private func heading(_ level: Int, _ first: String, style: String?) -> Level {
    let text = level == 0 ? first : (1...level + 1).map { "%\($0)" }.joined(separator: ".")
    let indent = text.isEmpty ? 0 : text.contains { $0.isLetter } ? 2 * WordStyles.hang : WordStyles.hang
    return Level(format: "decimal", text: text, indent: indent, hanging: indent, style: style)
  }

  private func item(_ depth: Int, _ format: String, _ text: String) -> Level {
    Level(
      format: format, text: text, indent: WordNumbering.indent(depth, from: WordStyles.hang),
      hanging: WordNumbering.step)
  }

  private func abstract(_ id: Int, _ levels: [Level]) -> String {
    let written = levels.enumerated().map { place, level in level.element(place) }
    return WordMarkup.element(
      "w:abstractNum", [("w:abstractNumId", String(id))],
      WordMarkup.value("multiLevelType", levels.count == 1 ? "singleLevel" : "multilevel") + written.joined())
  }

  private func instance(_ number: Int, of abstract: Int, _ first: String = "") -> String {
    WordMarkup.element(
      "w:num", [("w:numId", String(number))], WordMarkup.value("abstractNumId", abstract) + first)
  }
}
