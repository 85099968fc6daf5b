import MilepostLanguage
import MilepostModel

extension Page {
  /// Writes what a template says of this page.
  func write(_ template: PageTemplate, into html: inout HTMLWriter) { write(template.parts, nil, into: &html) }

  /// An entry of a list of a template.
  private struct Item {
    let text: String
    let address: String
    /// As `aria-current` has it.
    let current: String
    let language: LanguageTag
  }

  private func write(_ parts: [PageTemplate.Part], _ item: Item?, into html: inout HTMLWriter) {
    let theme = context.release.theme
    func holds(_ condition: PageTemplate.Condition) -> Bool {
      switch condition {
      case .name: theme.name != nil
      case .logo: theme.logo != nil
      case .footer: theme.footer != nil
      }
    }
    for part in parts {
      switch part {
      case .markup(let markup): html.markup(ofTemplate: markup)
      case .text(let value): if let text = text(of: value, item) { html.text(text) }
      case .attribute(let value): if let text = text(of: value, item) { html.attributeText(text) }
      case .each(let list, let parts): for item in items(of: list) { write(parts, item, into: &html) }
      case .present(let condition, let parts): if holds(condition) { write(parts, item, into: &html) }
      case .absent(let condition, let parts): if !holds(condition) { write(parts, item, into: &html) }
      case .standard(let part): write(part, into: &html)
      }
    }
  }

  private func write(_ part: PageTemplate.Standard, into html: inout HTMLWriter) {
    switch part {
    case .brand: brand(into: &html)
    case .edition: edition(into: &html)
    case .languages: languages(into: &html)
    case .menu: menu(into: &html)
    case .search: search(into: &html)
    case .footer: foot(into: &html)
    }
  }

  /// nil where the theme has no such thing.
  private func text(of value: PageTemplate.Value, _ item: Item?) -> String? {
    let theme = context.release.theme
    return switch value {
    case .title: context.title
    case .name: theme.name.map(context.text)
    case .edition: context.editionText
    case .footer: theme.footer.map(context.text)
    case .home: link("")
    case .logoAddress: theme.logo.map { link(toPath: "theme/\($0.file.name)") }
    case .logoText: theme.logo.map { context.text($0.text) }
    case .text: item?.text
    case .address: item?.address
    case .current: item?.current
    case .language: item?.language.markupTag
    }
  }

  private func items(of list: PageTemplate.List) -> [Item] {
    switch list {
    case .menu:
      context.menu.map { name, target in
        Item(text: name, address: link(target), current: current(target) ?? "false", language: context.language)
      }
    case .languages:
      translations.map { language, address in
        Item(
          text: language.ownName, address: address, current: language == context.language ? "true" : "false",
          language: language)
      }
    case .editions:
      context.editions.reversed().map { edition in
        Item(
          text: edition.id.text, address: address(in: edition),
          current: edition.id == context.release.edition?.id ? "true" : "false", language: context.language)
      }
    }
  }
}
