import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// The indices that an indicator is a part of, or holds scores of.
  func indices(using indicator: Indicator.ID, _ page: Page, _ html: inout HTMLWriter) {
    let uses = release.indices.map(\.definition).flatMap { index in
      index.nodes.indices.compactMap { node in use(of: indicator, by: node, index).map { (index: index, words: $0) } }
    }
    guard !uses.isEmpty else { return }
    html.heading(2, phrases(.indices))
    html.element("ul") { html in
      for use in uses {
        html.element("li") { html in
          html.element("a", ["href": page.link(place(of: use.index))]) { page.write(use.index.title, into: &$0) }
          html.element("small", text: " " + use.words)
        }
      }
    }
  }

  private func use(of indicator: Indicator.ID, by place: Int, _ index: CompositeIndex) -> String? {
    let node = index.nodes[place]
    if node.input?.indicator == indicator { return phrases(.partOfIndex, ["share": weight(index.shares[place])]) }
    guard node.scores == indicator else { return nil }
    return node.parent == nil
      ? phrases(.itsScores) : phrases(.scoresOfPart, ["part": text(title(of: node, index))])
  }
}
