/// A rule of the style sheet of the pages, for drawings that leave them.
///
/// Programs that open drawings know neither variables nor colour schemes, so that every variable is replaced by what it is
/// in the light theme.
struct StyleRule: Sendable {
  let text: String
  /// Of each selector the classes that it names; nil for selectors of what is no part of a drawing.
  private let selectors: [Set<String>?]

  /// Every rule that stands by itself, in the order of the sheet.
  static let ofPages: [StyleRule] = {
    let sheet = String(decoding: PackageResources.style_css, as: UTF8.self)
    let values = variables(in: sheet)
    return blocks(in: sheet).compactMap { selector, body in
      selector.hasPrefix("@") || selector.hasPrefix(":root") ? nil : StyleRule(selector, filled(body, values))
    }
  }()

  /// The ground of pages.
  static let page = filled("var(--page)", variables(in: String(decoding: PackageResources.style_css, as: UTF8.self)))

  private init(_ selector: String, _ body: String) {
    let parts = selector.split(separator: ",").map(String.init)
    selectors = parts.map(StyleRule.classes)
    text = "\(selector){\(body)}"
  }

  /// The rules for drawings with these classes, with white for the ground of pages.
  ///
  /// What places a drawing on a page is left out, and so are strokes around letters: programs that make pages of paper
  /// draw them over the letters.
  static func sheet(onPaperFor classes: Set<String>) -> String {
    let rules = ofPages.filter { $0.applies(to: classes) }.compactMap { rule -> String? in
      guard let open = rule.text.firstIndex(of: "{") else { return nil }
      let body = rule.text[rule.text.index(after: open)...].dropLast()
      let isHalo = body.contains("paint-order")
      let kept = body.split(separator: ";").filter { declaration in
        let name = declaration.prefix { $0 != ":" }.filter { !$0.isWhitespace }
        return !ofPlace.contains(name) && !(isHalo && ofStroke.contains(name))
      }
      guard !kept.isEmpty else { return nil }
      return "\(rule.text[..<open]){\(kept.joined(separator: ";").replacing(page, with: "#fff"))}"
    }
    return (rules + ["text{direction:ltr;unicode-bidi:plaintext}"]).joined()
  }

  private static let ofPlace: Set<String> = [
    "display", "width", "max-width", "height", "overflow", "flex", "pointer-events",
  ]
  private static let ofStroke: Set<String> = ["paint-order", "stroke", "stroke-width", "stroke-linejoin"]

  /// Whether one of its selectors can match within a drawing with these classes.
  func applies(to classes: Set<String>) -> Bool {
    selectors.contains { $0?.isSubset(of: classes) == true }
  }

  private static let elements: Set<String> = ["svg", "g", "text", "tspan", "path", "rect", "circle", "line"]

  private static func classes(of selector: String) -> Set<String>? {
    guard !selector.contains("["), !selector.contains("*") else { return nil }
    var classes: Set<String> = []
    for compound in selector.split(whereSeparator: { " >+~\n".contains($0) }) {
      let plain = compound.prefix { $0 != ":" }
      let parts = plain.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard let element = parts.first, element.isEmpty || elements.contains(element) else { return nil }
      classes.formUnion(parts.dropFirst())
    }
    return classes.isEmpty ? nil : classes
  }

  /// Selector and body of every block at the top of the sheet, without comments.
  private static func blocks(in sheet: String) -> [(selector: String, body: String)] {
    var blocks: [(selector: String, body: String)] = []
    var rest = sheet[...]
    while let open = rest.firstIndex(of: "{") {
      var depth = 0
      var close = open
      for index in rest[open...].indices {
        if rest[index] == "{" { depth += 1 }
        if rest[index] == "}" { depth -= 1 }
        close = index
        if depth == 0 { break }
      }
      let selector = rest[..<open].split(separator: "\n").filter { !$0.hasPrefix("/*") }.joined(separator: "\n")
      blocks.append((selector, String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    return blocks
  }

  private static func variables(in sheet: String) -> [String: String] {
    guard let root = blocks(in: sheet).first(where: { $0.selector == ":root" }) else { return [:] }
    let pairs = root.body.split(separator: ";").compactMap { line -> (String, String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let name = line[..<colon].split(separator: "\n").joined()
      return (name, String(line[line.index(after: colon)...]))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private static func filled(_ text: String, _ variables: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let place = rest.firstRange(of: "var("), let close = rest[place.upperBound...].firstIndex(of: ")") {
      result += rest[..<place.lowerBound]
      let name = String(rest[place.upperBound..<close])
      // What is no variable of the page is one of a rule for tones, which only browsers fill.
      result += variables[name].map { filled($0, variables) } ?? "var(\(name))"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
