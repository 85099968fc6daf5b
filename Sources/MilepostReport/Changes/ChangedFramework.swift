import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Rows of a list; the complete list has the others.
  private static let mostElements = 40
  private static let mostTexts = 20

  func otherOutcomes(_ words: ChangeWords, _ page: Page, _ html: inout HTMLWriter) {
    let changes = words.changes.outcomes
    guard !changes.isEmpty else { return }
    html.heading(2, phrases(.changedOutcomesHeading))
    let head = [
      phrases(.outcome), phrases(.inEdition, ["id": words.earlier]), phrases(.inEdition, ["id": words.later]),
      phrases(.changeCause),
    ]
    page.table(phrases(.changedOutcomesCaption), head: head, into: &html) { html in
      for change in changes.prefix(SiteContext.mostElements) {
        html.newLine()
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            html.element("a", ["href": page.link("outcomes/\(change.outcome.text.slug)")]) { html in
              html.text(change.outcome.text)
              if let outcome = release.plan.outcomes.first(where: { $0.id == change.outcome }) {
                html.text(" ")
                page.write(outcome.title, into: &html)
              }
            }
          }
          for status in [change.status.before, change.status.after] {
            html.element("td") { $0.status(status, word: phrases.name(of: status)) }
          }
          cause(change.status.cause, words, &html)
        }
      }
    }
    leftOut(changes.count - SiteContext.mostElements, page, &html)
  }

  /// Elements that came, went or were amended, with the values that moved with them; and other methods.
  func framework(_ words: ChangeWords, _ page: Page, _ html: inout HTMLWriter) {
    let elements = words.changes.elements
    let series = words.series(.framework)
    if !elements.isEmpty || !series.isEmpty {
      heading(.framework, words, &html)
      list(elements.prefix(SiteContext.mostElements).map(words.sentence), &html)
      leftOut(elements.count - SiteContext.mostElements, page, &html)
      valueTable(series, words, isNew: false, page, &html)
    }
    let methods = words.changes.methods
    guard !methods.isEmpty else { return }
    heading(.method, words, &html)
    list(methods.prefix(SiteContext.mostElements).map(words.sentence), &html)
    leftOut(methods.count - SiteContext.mostElements, page, &html)
  }

  private func list(_ sentences: [String], _ html: inout HTMLWriter) {
    guard !sentences.isEmpty else { return }
    html.element("ul", ["class": "text"]) { html in for sentence in sentences { html.element("li", text: sentence) } }
  }

  /// Other words in the language of the page, and how many there are in other languages only.
  func texts(_ words: ChangeWords, _ page: Page, _ html: inout HTMLWriter) {
    let all = words.changes.texts
    guard !all.isEmpty else { return }
    func written(_ text: LocalizedText?) -> String? { text.map(self.text) }
    let own = all.filter { written($0.before) != written($0.after) }
    heading(.text, words, &html)
    if !own.isEmpty {
      let head = [
        phrases(.changePlace), phrases(.inEdition, ["id": words.earlier]), phrases(.inEdition, ["id": words.later]),
      ]
      page.table(phrases(.changedTextsCaption), head: head, into: &html) { html in
        for change in own.prefix(SiteContext.mostTexts) {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
              html.text(words.name(of: PlanElement(change.place.kind, change.place.id)))
              html.element("small") { $0.element("code", ["dir": "ltr"], text: change.place.field) }
            }
            for text in [change.before, change.after] {
              html.element("td", text: written(text) ?? phrases(.changeNone))
            }
          }
        }
      }
      leftOut(own.count - SiteContext.mostTexts, page, &html)
    }
    guard all.count > own.count else { return }
    html.element("p", ["class": "text"], text: phrases(.textsInOtherLanguages, count: all.count - own.count))
  }
}
