import MilepostLanguage
import MilepostModel

/// The head of a page that readers see: whose plan it is, which edition, the languages, the menu.
extension Page {
  private var phrases: Phrases { context.phrases }

  func header(into html: inout HTMLWriter) {
    html.element("header") { html in
      if let template = context.release.theme.header { return write(template, into: &html) }
      brand(into: &html)
      edition(into: &html)
      languages(into: &html)
      menu(into: &html)
      search(into: &html)
    }
    html.newLine()
  }

  /// A field for readers with a script, and beside it the index that needs none; the index is also where the form leads
  /// as long as no script takes it over.
  func search(into html: inout HTMLWriter) {
    let index = link("a-z")
    html.element("div", ["class": "find"]) { html in
      html.element("form", ["class": "search", "role": "search", "action": index]) { html in
        let name = phrases(.search)
        html.void(
          "input", ["type": "search", "name": "q", "aria-label": name, "placeholder": name, "autocomplete": "off"])
      }
      html.element(
        "a", ["href": index, "title": phrases(.indexTitle), "aria-current": place == "a-z" ? "page" : nil],
        text: phrases(.indexLink))
    }
  }

  func menu(into html: inout HTMLWriter) {
    html.element("nav", ["class": "menu", "aria-label": phrases(.navigation)]) { html in
      // Closed on small screens only; the style sheet shows the list of a wide one.
      html.element("details") { html in
        html.element("summary", text: phrases(.menu))
        html.element("ul") { html in
          for (name, target) in context.menu {
            html.element("li") { html in
              html.element("a", ["href": link(target), "aria-current": current(target)], text: name)
            }
          }
        }
      }
    }
  }

  /// Whether an entry of the menu leads to this page or to one above it; nil when to neither.
  func current(_ target: String) -> String? {
    let isAbove = !target.isEmpty && place.hasPrefix(target + "/")
    return place == target ? "page" : isAbove ? "true" : nil
  }

  /// The edition, the others to choose from, and a note where there is a newer one.
  func edition(into html: inout HTMLWriter) {
    html.element("div", ["class": "edition"]) { html in
      guard context.editions.count > 1 else {
        html.element("p", text: context.editionText)
        return
      }
      html.element("details") { html in
        html.element("summary", text: context.editionText)
        html.element("ul") { html in
          for edition in context.editions.reversed() {
            html.element("li") { choice(edition, into: &$0) }
          }
        }
      }
      if let latest = context.editions.last, latest.id != context.release.edition?.id {
        html.element("p") { html in
          html.element("a", ["href": address(in: latest)], text: phrases(.newer, ["id": latest.id.text]))
        }
      }
    }
  }

  private func choice(_ edition: EditionPlaces, into html: inout HTMLWriter) {
    let date = phrases.dates.text(edition.date)
    let name = phrases(.edition, ["id": edition.id.text, "date": date])
    let isHere = edition.id == context.release.edition?.id
    html.element("a", ["href": address(in: edition), "aria-current": isHere ? "true" : nil], text: name)
    // An edition without this page shows its overview.
    if !edition.places.contains(place) { html.text(phrases(.aside, ["text": phrases(.home)])) }
  }

  /// The same page of another edition, else its overview; the latest edition stands at the root.
  func address(in edition: EditionPlaces) -> String {
    guard edition.id != context.release.edition?.id else { return "index.html" }
    let same = edition.places.contains(place) ? place : ""
    let isLatest = edition.id == context.editions.last?.id
    return link(toPath: context.path(same, base: isLatest ? "" : edition.base))
  }

  func languages(into html: inout HTMLWriter) {
    guard context.languages.count > 1 else { return }
    html.element("nav", ["class": "languages", "aria-label": phrases(.languagesHeading)]) { html in
      html.element("ul") { html in
        for (language, address) in translations {
          let (tag, name) = (language.markupTag, language.ownName)
          let isTurned = language.isRightToLeft != phrases.catalogueLanguage.isRightToLeft
          let direction = isTurned ? (language.isRightToLeft ? "rtl" : "ltr") : nil
          html.element("li") { html in
            guard language != context.language else {
              html.element("b", ["aria-current": "true", "lang": tag, "dir": direction], text: name)
              return
            }
            html.element(
              "a", ["href": address, "hreflang": tag, "lang": tag, "dir": direction], text: name)
          }
        }
      }
    }
  }
}
