import MilepostLanguage
import MilepostModel

/// The style sheet of a report in one file, with the sides and faces of its language.
struct ReportStyle {
  private let manuscript: Manuscript
  private let phrases: Phrases

  init(_ manuscript: Manuscript, _ phrases: Phrases) {
    self.manuscript = manuscript
    self.phrases = phrases
  }

  var text: String {
    let (start, end) = manuscript.isRightToLeft ? ("right", "left") : ("left", "right")
    let sheet = String(decoding: PackageResources.report_css, as: UTF8.self)
    return sheet.replacing("@start", with: start).replacing("@end", with: end)
      .replacing("$faces", with: faces).replacing("$symbol", with: quoted(runningHead))
      .replacing("$foot", with: quoted(manuscript.titleBlock.edition))
  }

  /// Boxes around a page know no other style than their own, so that every one needs the list.
  private var faces: String {
    switch manuscript.wording.primary {
    case "zh": "\"Noto Serif CJK SC\",\"Songti SC\",SimSun,serif"
    case "ar": "\"Charis SIL\",Charter,\"Noto Naskh Arabic\",\"Geeza Pro\",\"Sakkal Majalla\",serif"
    case "ru": "\"PT Serif\",\"Charis SIL\",Cambria,serif"
    default: "Charter,\"Bitstream Charter\",\"Charis SIL\",\"Sitka Text\",Cambria,serif"
    }
  }

  private var runningHead: String {
    let block = manuscript.titleBlock
    return block.symbol ?? LanguageMark.plain(ManuscriptRun.marked(block.plan), in: phrases.catalogueLanguage)
  }

  /// As a string of CSS.
  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&", "\n": quoted += "\\" + String(scalar.value, radix: 16) + " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
