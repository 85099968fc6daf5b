/// The elements that a template may have, by what they may hold and where they may stand.
struct TemplateElement {
  enum Content {
    /// Blocks and text.
    case flow
    /// Text and what stands within a line.
    case line
    /// Items of a list.
    case items
    case nothing
  }

  let content: Content
  /// Whether it stands within a line of text.
  let isOfLine: Bool
  let attributes: Set<String>
  let required: [String]

  private init(
    _ content: Content, isOfLine: Bool, _ attributes: Set<String> = [], required: [String] = []
  ) {
    self.content = content
    self.isOfLine = isOfLine
    self.attributes = attributes.union(["class", "lang", "dir", "title", "aria-label", "aria-hidden"])
    self.required = required
  }

  static let all: [String: TemplateElement] = {
    var all: [String: TemplateElement] = [
      "div": .init(.flow, isOfLine: false), "address": .init(.flow, isOfLine: false),
      "nav": .init(.flow, isOfLine: false, required: ["aria-label"]), "p": .init(.line, isOfLine: false),
      "ul": .init(.items, isOfLine: false), "ol": .init(.items, isOfLine: false),
      "li": .init(.flow, isOfLine: false), "hr": .init(.nothing, isOfLine: false),
      "br": .init(.nothing, isOfLine: true),
      "a": .init(.line, isOfLine: true, ["href", "hreflang", "rel", "aria-current"], required: ["href"]),
      "img": .init(.nothing, isOfLine: true, ["src", "alt", "width", "height"], required: ["src", "alt"]),
    ]
    for name in ["span", "b", "strong", "i", "em", "small", "abbr", "bdi"] { all[name] = .init(.line, isOfLine: true) }
    return all
  }()

  static var names: [String] { all.keys.sorted() }
}
