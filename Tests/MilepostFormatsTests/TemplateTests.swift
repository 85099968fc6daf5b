import MilepostModel
import MilepostTesting
import Testing

@testable import MilepostFormats

@Suite struct TemplateTests {
  private func read(_ source: MarkedText) -> (PageTemplate?, [Diagnostic]) {
    var diagnostics = Diagnostics()
    let template = TemplateReader.read(Array(source.text.utf8), file: source.file, into: &diagnostics)
    return (template, diagnostics.all)
  }

  @Test func `a template is read into parts, and its comments are not`() {
    let (template, findings) = read(
      MarkedText(
        "<div class='row'>{{! who }}{{#logo}}<img src=\"{{logo-address}}\" alt=\"{{logo-text}}\">{{/logo}}"
          + "<!-- x < y --><a href=\"{{home}}\">{{title}}</a></div>{{#menu}}<a href=\"{{address}}\">{{text}}</a>{{/menu}}"
          + "{{^name}}&copy;{{/name}}{{> footer}}",
        file: "theme/a.mustache"))
    #expect(findings == [])
    #expect(
      template?.parts == [
        .markup("<div class=\"row\">"),
        .present(
          .logo,
          [
            .markup("<img src=\""), .attribute(.logoAddress), .markup("\" alt=\""), .attribute(.logoText),
            .markup("\">"),
          ]),
        .markup("<a href=\""), .attribute(.home), .markup("\">"), .text(.title), .markup("</a></div>"),
        .each(
          .menu,
          [.markup("<a href=\""), .attribute(.address), .markup("\">"), .text(.text), .markup("</a>")]),
        .absent(.name, [.markup("&copy;")]), .standard(.footer),
      ])
  }

  @Test func `a template that is cut anywhere is read or refused`() {
    let whole =
      "<nav aria-label=\"a\"><ul>{{#menu}}<li><a href=\"{{address}}\">{{text}}</a></li>{{/menu}}</ul></nav>&amp;"
    let scalars = Array(whole.unicodeScalars)
    var accepted: [String] = []
    for start in scalars.indices {
      for end in start..<scalars.count {
        let text = String(String.UnicodeScalarView(scalars[start...end]))
        guard let template = read(MarkedText(text, file: "theme/a.mustache")).0 else { continue }
        accepted.append(text)
        let opened = text.matches(of: #/<[a-z]/#).count
        #expect(opened == text.matches(of: #/<\//#).count, "\(text) \(template)")
      }
    }
    #expect(accepted.contains(whole))
    #expect(accepted.contains("{{#menu}}<li><a href=\"{{address}}\">{{text}}</a></li>{{/menu}}") == false)
  }

  @Test(arguments: [
    ("<p>①{{{title}}}</p>", "a value is always escaped; write {{name}}"),
    ("<p>①{{&title}}</p>", "a value is always escaped; write {{name}}"),
    ("<p>①{{titel}}</p>", "unknown name 'titel'; did you mean 'title'?"),
    ("<p>①{{text}}</p>", "unknown name 'text'; known are title, name, edition, footer, home, logo-address, logo-text"),
    ("①{{> weather}}", "unknown name 'weather'; known are brand, edition, languages, menu, search, footer"),
    ("{{#menu}}<p>①{{/menu}}</p>", "'{{/menu}}' closes nothing that was opened here"),
    ("①<p>{{#menu}}x{{/menu}}", "'<p>' is not closed"), ("①{{#menu}}<b>x</b>", "'{{#menu}}' is not closed"),
    ("{{#menu}}①{{#languages}}{{/languages}}{{/menu}}", "'{{#languages}}' stands within a list"),
    ("<p>①{{title</p>", "'{{' without '}}'"), ("①{{=<% %>=}}", "'{{=' is not used in themes"),
    ("①<script>x</script>", ""), ("①<h1>x</h1>", ""), ("①<style>x</style>", ""), ("①<iframe></iframe>", ""),
    ("<p ①onclick=\"x\">a</p>", "'<p>' has no attribute 'onclick' in a template"),
    ("<p ①id=\"content\">a</p>", "'<p>' has no attribute 'id' in a template"),
    ("<p ①style=\"color:red\">a</p>", "'<p>' has no attribute 'style' in a template"),
    ("<p>①<div>a</div></p>", "'<div>' cannot stand in '<p>'"), ("①<li>a</li>", "'<li>' cannot stand in a template"),
    ("<ul>①a</ul>", "a list holds items only"), ("<ul>①<p>a</p></ul>", "'<p>' cannot stand in '<ul>'"),
    ("<a href=\"{{home}}\">①<a href=\"{{home}}\">b</a></a>", "'<a>' cannot stand in '<a>'"),
    ("<p>①{{> menu}}</p>", "'{{> menu}}' cannot stand in a line of text"),
    ("①<a>x</a>", "'<a>' lacks the attribute 'href'"), ("①<nav>x</nav>", "'<nav>' lacks the attribute 'aria-label'"),
    (
      "<a href=\"①javascript:alert(1)\">x</a>",
      "the address is not {{home}}, {{address}} or one that begins with https://"
    ),
    (
      "<a href=\"①about/index.html\">x</a>", "the address is not {{home}}, {{address}} or one that begins with https://"
    ),
    (
      "<a href=\"①https://a.example/{{title}}\">x</a>",
      "the address is not {{home}}, {{address}} or one that begins with https://"
    ),
    ("<a href=\"①{{title}}\">x</a>", "'{{title}}' does not belong into 'href'"),
    ("<p title=\"①{{home}}\">x</p>", "'{{home}}' does not belong into 'title'"),
    ("<img alt=\"\" src=\"①https://a.example/x.png\">", "the address is not {{logo-address}}"),
    ("<img alt=\"\" src=\"①{{home}}\">", "the only picture is {{logo-address}}"),
    ("①<img src=\"{{logo-address}}\">", "'<img>' lacks the attribute 'alt'"),
    ("<p>①{{home}}</p>", "'{{home}}' belongs into an attribute"),
    ("<p>a ①& b</p>", "'&' is written '&amp;'"), ("<p ①{{#menu}}>x</p>", ""),
    ("①<!doctype html>", "'<!doctype ' has no place in a template"),
  ])
  func `what would not be whole or safe is refused at its place`(_ marked: String, _ message: String) {
    let source = MarkedText(marked, file: "theme/a.mustache")
    let (template, findings) = read(source)
    #expect(template == nil)
    #expect(findings.map(\.code) == ["MP0143"])
    #expect(findings.map(\.position) == [source["①"]])
    #expect(message.isEmpty || findings.map(\.message) == [message])
  }
}
