import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Links to the data files of an element, and what else belongs to the list.
  func downloads(
    _ files: [DataFile], _ page: Page, _ html: inout HTMLWriter, _ more: (inout HTMLWriter) -> Void = { _ in }
  ) {
    html.element("ul", ["class": "downloads"]) { html in
      for file in files {
        html.element("li") { html in
          html.element("a", ["href": page.data(file.path), "download": ""], text: phrases(file.format.phrase))
        }
      }
      more(&html)
    }
  }

  /// How to cite a page, the address at which its edition stays, and the terms of use.
  ///
  /// - Parameter text: names plan, part, edition and date, as a sentence.
  func citation(_ text: String, _ page: Page, _ html: inout HTMLWriter) {
    html.element("div", ["class": "text cite"]) { html in
      html.element("p") { html in
        html.text(phrases(.citeLead) + " ")
        html.element("span", ["id": "citation"]) { html in
          html.text(text)
          if let address = permanentAddress(of: page) {
            html.text(" ")
            html.element("bdi", ["dir": "ltr"], text: address)
          }
        }
        html.text(" ")
        html.element(
          "button",
          ["type": "button", "data-copy": "citation", "data-done": phrases(.citationCopied), "hidden": ""],
          text: phrases(.copyCitation))
        html.element("span", ["role": "status"]) { _ in }
      }
      permanentLink(of: page, &html)
      if let licence = release.settings.licence {
        html.element("p", text: phrases(.terms, ["licence": phrases.written(name: licence)]))
      }
    }
  }

  /// The citation of a part of the plan: an indicator, an area.
  func citation(ofPart part: String, _ page: Page, _ html: inout HTMLWriter) {
    citation(
      phrases(
        .citePart,
        [
          "title": title, "part": part, "edition": release.edition?.id.text ?? editionText,
          "date": phrases.dates.text(release.asOf),
        ]), page, &html)
  }

  private func permanentAddress(of page: Page) -> String? {
    release.permanentAddress(of: "\(language.text)/\(page.place)/")
  }

  /// The public address, or within the site where the workspace states none.
  private func permanentLink(of page: Page, _ html: inout HTMLWriter) {
    guard let edition = release.edition else { return }
    html.element("p") { html in
      html.text(phrases(.permanentLink) + " ")
      if let address = permanentAddress(of: page) {
        html.element("a", ["href": address, "dir": "ltr"], text: address)
      } else {
        let path = path(page.place, base: "editions/\(edition.id.text.slug)/")
        html.element("a", ["href": page.link(toPath: path)], text: phrases(.permanentPage))
      }
    }
  }
}

extension DataFile.Format {
  /// What is in a file of this format, in words.
  fileprivate var phrase: DataPhrase {
    switch self {
    case .csv: .downloadTable
    case .xlsx: .downloadWorkbook
    case .json: .downloadDocument
    }
  }
}
