import MilepostLanguage
import MilepostModel
import Testing

@testable import MilepostReport

@Suite struct LanguageMarkTests {
  private static let english = LanguageTag("en")
  private static let arabic = LanguageTag("ar")

  private func written(_ text: String, on language: LanguageTag) -> String {
    var html = HTMLWriter(Phrases(language))
    html.text(text)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test func `a mark says language and kind, and can be taken off`() {
    let text = "a " + LanguageMark.marked("b", LanguageTag("zh-Hans"), .untranslated) + " c"
    #expect(
      LanguageMark.parts(of: text) == [
        .text("a "), .opens(LanguageTag("zh-Hans"), .untranslated), .text("b"), .closes, .text(" c"),
      ])
    #expect(LanguageMark.plain(text, in: nil) == "a b c")
  }

  @Test func `a name has a language but is no gap`() {
    let text = LanguageMark.marked("ITU", Self.english, .name)
    #expect(written(text, on: LanguageTag("fr")) == "<span lang=\"en\">ITU</span>")
    #expect(written(text, on: Self.arabic) == "<span lang=\"en\" dir=\"ltr\">ITU</span>")
  }

  @Test func `an untranslated text is marked, and said to be so once`() {
    let text = LanguageMark.marked("Growth", Self.english, .untranslated)
    let page = written(text + " / " + text, on: LanguageTag("fr"))
    #expect(page.ranges(of: "<span class=\"other\" lang=\"en\">Growth</span>").count == 2)
    // For the eye in a title, for the ear in the text.
    #expect(page.ranges(of: "non traduit, en anglais").count == 2)
  }

  @Test func `a title and an attribute keep isolates only, where the direction turns`() {
    var html = HTMLWriter(Phrases(Self.arabic))
    let text = LanguageMark.marked("Growth", Self.english, .untranslated)
    html.element("title", text: text)
    html.element("p", ["title": text]) { _ in }
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<title>\u{2068}Growth\u{2069}</title><p title=\"\u{2068}Growth\u{2069}\"></p>")
  }

  @Test func `an end without a beginning is text`() {
    #expect(LanguageMark.parts(of: "a\u{2069}") == [.text("a\u{2069}")])
  }
}

@Suite struct WorkspaceTextTests {
  private static func phrases(_ language: String, _ medium: Phrases.Medium = .text) -> Phrases {
    Phrases(IslesRelease.release, LanguageTag(language), for: medium)
  }

  @Test func `a name without a language is in that of the workspace`() {
    #expect(Self.phrases("fr").owner("Harbour") == "Harbour")
    #expect(Self.phrases("en", .pages).owner("Harbour") == "Harbour")
    #expect(Self.phrases("fr", .pages).owner("Harbour") == LanguageMark.marked("Harbour", LanguageTag("en"), .name))
  }

  @Test(
    arguments: [
      ("en", "1.0 percentage points", "1 percentage point"),
      ("fr", "1,0 point de pourcentage", "1 point de pourcentage"),
      ("es", "1,0 punto porcentual", "1 punto porcentual"), ("ru", "1,0 п. п.", "1 п. п."),
      ("zh", "1.0个百分点", "1个百分点"), ("ar", "1.0 نقطة مئوية", "1 نقطة مئوية"),
    ])
  func `points agree with their number`(_ tag: String, _ fraction: String, _ whole: String) {
    let style = FigureStyle(scale: .percent, decimals: 0, phrases: Phrases(LanguageTag(tag)))
    #expect(style.change(1) == fraction)
    #expect(style.change(1, moreDecimals: 0) == whole)
  }

  @Test func `a stop of an abbreviation ends the sentence too`() {
    let phrases = Self.phrases("ru")
    #expect(!phrases(.responseBy, ["name": "А. Чайка", "date": "29 апреля 2020 г."]).contains("г.."))
  }
}
