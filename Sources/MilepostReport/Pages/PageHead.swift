import MilepostLanguage
import MilepostModel

/// What a page says of itself to browsers, search engines and those who pass its address on.
extension Page {
  private var phrases: Phrases { context.phrases }

  func head(title: String, description: String?, into html: inout HTMLWriter) {
    let page = phrases(.pageTitle, ["page": title, "site": context.title])
    html.element("head") { html in
      html.void("meta", ["charset": "utf-8"])
      html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      html.element("title", text: context.base.isEmpty ? page : "\(page) (\(context.editionText))")
      describe(title, description ?? phrases.sentences.joined([page, context.editionText].map(ended)), into: &html)
      addresses(into: &html)
      html.void("link", ["rel": "icon", "type": "image/svg+xml", "href": link(toPath: "favicon.svg")])
      for scheme in ColourScheme.allCases {
        let page = context.release.theme.palette(scheme)[.page].description
        html.void(
          "meta", ["name": "theme-color", "content": page, "media": "(prefers-color-scheme:\(scheme.rawValue))"])
      }
      html.void("link", ["rel": "stylesheet", "href": link(toPath: "style.css")])
      for script in SiteFile.scripts {
        html.element("script", ["defer": "", "src": link(toPath: script.path)]) { _ in }
      }
    }
  }

  private func ended(_ text: String) -> String { phrases.sentences.ended(text) }

  /// For lists of search results, and for what other sites show beside a link.
  private func describe(_ title: String, _ description: String, into html: inout HTMLWriter) {
    html.void("meta", ["name": "description", "content": description])
    html.void("meta", ["property": "og:type", "content": "website"])
    html.void("meta", ["property": "og:site_name", "content": context.title])
    html.void("meta", ["property": "og:title", "content": title])
    html.void("meta", ["property": "og:description", "content": description])
  }

  /// The public address, where the workspace states one, and those of the other languages.
  private func addresses(into html: inout HTMLWriter) {
    if let address = context.publicAddress(path) {
      html.void("meta", ["property": "og:url", "content": address])
      html.void("link", ["rel": "canonical", "href": address])
    }
    for (language, address) in translations where language != context.language {
      html.void("link", ["rel": "alternate", "hreflang": language.markupTag, "href": address])
    }
  }

  /// The page in each language of the site.
  var translations: [(language: LanguageTag, address: String)] {
    let folder = link(toPath: context.base)
    let file = "/\(place.isEmpty ? "" : place + "/")index.html"
    return context.languages.map { ($0, folder + $0.text + file) }
  }
}
