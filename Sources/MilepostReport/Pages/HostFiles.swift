import MilepostLanguage
import MilepostModel

/// Files for the host of the site: the page for addresses that lead nowhere, and the list of pages for search engines.
struct HostFiles: Sendable {
  /// The latest edition in the first language.
  let context: SiteContext

  var files: [SiteFile] {
    let lost = SiteFile(path: "404.html", subject: "page for lost readers", make: lostPage)
    guard let url = context.release.settings.url else { return [lost] }
    return [
      lost, SiteFile(path: "sitemap.xml", subject: "list of pages", budget: nil, make: siteMap),
      SiteFile(path: "robots.txt", subject: "note to robots", budget: nil) {
        Array("User-agent: *\nAllow: /\nSitemap: \(url)/sitemap.xml\n".utf8)
      },
    ]
  }

  /// A host shows it in the place of any address, so that its own links must start at the root of the site.
  private func lostPage() -> [UInt8] {
    let phrases = context.phrases
    let tag = phrases.catalogueLanguage
    var html = HTMLWriter(phrases)
    html.markup("<!doctype html>\n")
    html.element("html", ["lang": tag.markupTag, "dir": tag.isRightToLeft ? "rtl" : nil]) { html in
      html.element("head") { html in
        html.void("meta", ["charset": "utf-8"])
        html.void("base", ["href": root])
        html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.void("meta", ["name": "robots", "content": "noindex"])
        html.element("title", text: phrases(.pageTitle, ["page": phrases(.lostTitle), "site": context.title]))
        html.void("link", ["rel": "icon", "type": "image/svg+xml", "href": "favicon.svg"])
        html.void("link", ["rel": "stylesheet", "href": "style.css"])
      }
      html.element("body") { html in
        html.element("header") { html in
          html.element("p", ["class": "site"]) { html in
            html.element("a", ["href": context.path("")], text: context.title)
          }
        }
        html.element("main") { html in
          html.element("h1", text: phrases(.lostTitle))
          html.element("p", ["class": "lead"], text: phrases(.lostText))
          waysOn(&html)
        }
      }
    }
    html.newLine()
    return html.bytes
  }

  private func waysOn(_ html: inout HTMLWriter) {
    let phrases = context.phrases
    html.element("ul", ["class": "columns"]) { html in
      for (place, name) in [("", phrases(.home)), ("a-z", phrases(.indexTitle))] {
        html.element("li") { html in html.element("a", ["href": context.path(place)], text: name) }
      }
      for language in context.languages where language != context.language {
        html.element("li") { html in
          html.element(
            "a",
            ["href": "\(language.text)/index.html", "hreflang": language.markupTag, "lang": language.markupTag],
            text: language.ownName)
        }
      }
    }
  }

  /// The path of the site's root on its host; that of the host where the workspace states no address.
  private var root: String {
    guard let url = context.release.settings.url else { return "/" }
    let address = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst(2)
    return address.isEmpty ? "/" : "/" + address.joined(separator: "/") + "/"
  }

  /// More than this many addresses a list of pages may not have. Source: sitemaps.org, protocol 0.9.
  private static let mostAddresses = 50_000

  /// The pages of the latest edition in every language, then those of the editions before it, newest first.
  private func siteMap() -> [UInt8] {
    let latest = (base: "", places: context.pages, date: context.release.asOf)
    let earlier = context.editions.dropLast().reversed().map { (base: $0.base, places: $0.places, date: $0.date) }
    let pages = ([latest] + earlier).lazy.flatMap { edition in
      context.languages.lazy.flatMap { language in
        edition.places.sorted().lazy.map { place in
          (path: "\(edition.base)\(language.text)/\(place.isEmpty ? "" : place + "/")index.html", date: edition.date)
        }
      }
    }
    var xml = HTMLWriter()
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.element("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"]) { xml in
      for page in pages.prefix(HostFiles.mostAddresses) {
        guard let address = context.publicAddress(page.path) else { continue }
        xml.newLine()
        xml.element("url") { xml in
          xml.element("loc", text: address)
          xml.element("lastmod", text: page.date.description)
        }
      }
      xml.newLine()
    }
    xml.newLine()
    return xml.bytes
  }
}
