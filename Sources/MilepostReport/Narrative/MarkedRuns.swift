import MilepostModel

extension ManuscriptRun {
  /// The runs of a text with marks of language.
  static func runs(_ marked: String) -> [ManuscriptRun] {
    guard LanguageMark.isIn(marked) else { return marked.isEmpty ? [] : [.text(marked)] }
    var open: [(language: LanguageTag, isUntranslated: Bool)] = []
    var levels: [[ManuscriptRun]] = [[]]
    for part in LanguageMark.parts(of: marked) {
      switch part {
      case .text(let text): levels[levels.count - 1].append(.text(text))
      case .opens(let language, let kind):
        open.append((language, kind == .untranslated))
        levels.append([])
      case .closes:
        guard let ended = open.popLast(), let runs = levels.popLast() else { continue }
        levels[levels.count - 1].append(.foreign(ended.language, isUntranslated: ended.isUntranslated, runs))
      }
    }
    return levels[0]
  }

  /// The text with marks of language again, for what holds words only.
  static func marked(_ runs: [ManuscriptRun]) -> String {
    runs.reduce(into: "") { text, run in
      switch run {
      case .text(let part), .code(let part), .removed(let part), .added(let part): text += part
      case .emphasis(let runs), .strong(let runs), .link(_, let runs): text += marked(runs)
      case .foreign(let language, let isUntranslated, let runs):
        text += LanguageMark.marked(marked(runs), language, isUntranslated ? .untranslated : .name)
      case .figure(let figure): text += marked(figure.text)
      case .lineBreak: text += " "
      case .footnote: break
      }
    }
  }
}
