import MilepostLanguage
import MilepostModel

/// How a language is set in a document.
struct WordLanguage: Sendable {
  enum Script: Hashable, Sendable { case latin, arabic, chinese }

  let tag: LanguageTag
  let isRightToLeft: Bool
  let script: Script

  init(_ tag: LanguageTag, isRightToLeft: Bool) {
    self.tag = tag
    self.isRightToLeft = isRightToLeft
    script = isRightToLeft ? .arabic : tag.primary == "zh" ? .chinese : .latin
  }

  /// The tag as word processors know it, which names a region.
  static func regional(_ tag: LanguageTag) -> String {
    guard tag.text == tag.primary else { return tag.text }
    return switch tag.primary {
    case "ar": "ar-SA"
    case "de": "de-DE"
    case "en": "en-GB"
    case "es": "es-ES"
    case "fr": "fr-FR"
    case "pt": "pt-PT"
    case "ru": "ru-RU"
    case "zh": "zh-CN"
    default: tag.text
    }
  }

  /// What says in which language a text is, for all scripts.
  static func mark(_ tag: LanguageTag) -> String {
    let regional = regional(tag)
    return switch tag.primary {
    case "ar", "fa", "he", "ur": WordMarkup.element("w:lang", [("w:bidi", regional)])
    case "zh", "ja", "ko": WordMarkup.element("w:lang", [("w:eastAsia", regional)])
    default: WordMarkup.element("w:lang", [("w:val", regional)])
    }
  }

  /// What stands for all text that says nothing else.
  var defaults: String {
    let own = WordLanguage.regional(tag)
    return WordMarkup.element(
      "w:lang",
      [
        ("w:val", script == .latin ? own : "en-GB"), ("w:eastAsia", script == .chinese ? own : "zh-CN"),
        ("w:bidi", script == .arabic ? own : "ar-SA"),
      ])
  }

  /// In twentieths of a point, for a body of 10.5 points.
  var bodyLine: Int {
    switch script {
    case .latin: 290
    case .arabic: 420
    case .chinese: 368
    }
  }

  /// Arabic letters are larger than Latin ones of the same size look.
  static func complexSize(_ halfPoints: Int) -> Int { Int((Double(halfPoints) * 1.12).rounded()) }
}

/// The faces of a document. None is shipped; a word processor that lacks one takes the one named beside it.
enum WordFont {
  static let text = ("Charis SIL", "Cambria")
  static let label = ("Arial", "Liberation Sans")
  static let arabic = ("Noto Naskh Arabic", "Sakkal Majalla")
  static let chineseText = ("Noto Serif CJK SC", "SimSun")
  static let chineseLabel = ("Noto Sans CJK SC", "Microsoft YaHei")
  static let code = ("Liberation Mono", "Courier New")
  static let signs = ("Segoe UI Symbol", "DejaVu Sans")

  static let all = [text, label, arabic, chineseText, chineseLabel, code, signs]

  enum Role { case text, label, code, signs }

  static func element(_ role: Role) -> String {
    let (latin, chinese) =
      switch role {
      case .text: (text.0, chineseText.0)
      case .label: (label.0, chineseLabel.0)
      case .code: (code.0, chineseLabel.0)
      case .signs: (signs.0, signs.0)
      }
    let complex = role == .signs ? signs.0 : arabic.0
    return WordMarkup.element(
      "w:rFonts", [("w:ascii", latin), ("w:hAnsi", latin), ("w:eastAsia", chinese), ("w:cs", complex)])
  }

  /// `word/fontTable.xml`
  static var table: [UInt8] {
    let fonts = all.map { font in
      WordMarkup.element("w:font", [("w:name", font.0)], WordMarkup.value("altName", font.1))
    }
    return WordMarkup.part("w:fonts", fonts.joined())
  }
}
