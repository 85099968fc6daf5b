import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// The definition in words: parts with their weights, each step, and where the values came from.
  func making(_ index: CompositeIndex, _ profile: IndexProfile?, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.making))
    html.heading(3, phrases(.weightsHeading))
    html.element("p", ["class": "key"], text: phrases(.weightsLead))
    parts(of: 0, index, page, &html)
    html.heading(3, phrases(.stepsHeading))
    html.element("ol", ["class": "text"]) { html in
      for step in steps(index) { html.element("li", text: step) }
    }
    if let profile { values(profile, page, &html) }
  }

  private func parts(of node: Int, _ index: CompositeIndex, _ page: Page, _ html: inout HTMLWriter) {
    let shares = index.shares
    html.element("ul", ["class": node == 0 ? "text tree" : nil]) { html in
      for child in index.nodes[node].children {
        let part = index.nodes[child]
        html.element("li") { html in
          let title = title(of: part, index)
          if let input = part.input {
            html.element("a", ["href": page.link("indicators/\(input.indicator.text.slug)")]) {
              page.write(title, into: &$0)
            }
          } else {
            page.write(title, into: &html)
          }
          html.text(" ")
          html.element("b", text: weight(shares[child]))
          if let own = part.input?.normalisation { html.element("small", text: " " + words(own)) }
          if !part.children.isEmpty { parts(of: child, index, page, &html) }
        }
      }
    }
  }

  /// A share of the whole, without a needless zero.
  private func weight(_ share: Double) -> String {
    let percent = (1000 * share).rounded() / 10
    return phrases.numbers.percent(100 * share, decimals: percent == percent.rounded() ? 0 : 1)
  }

  /// How many values of each indicator are its own, carried, imputed or missing, and which were moved in.
  private func values(_ profile: IndexProfile, _ page: Page, _ html: inout HTMLWriter) {
    let caption = phrases(
      .valuesOfParts, ["title": text(profile.definition.title), "period": profile.period])
    let head = [
      phrases(.indicator), phrases(.direction), phrases(.ofThePeriod), phrases(.carriedOn), phrases(.imputedValues),
      phrases(.missingValues), phrases(.farOut),
    ]
    page.table(caption, head: head, numeric: [2, 3, 4, 5], into: &html) { html in
      for (node, result) in zip(profile.definition.nodes, profile.result.parts) {
        guard let input = node.input, let values = result.values else { continue }
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            html.element("a", ["href": page.link("indicators/\(input.indicator.text.slug)")]) {
              page.write(title(of: node, profile.definition), into: &$0)
            }
          }
          html.element("td", text: better(input))
          let counts = values.counts
          for number in [counts.observed, counts.carried, counts.imputed, counts.missing] {
            html.element("td", ["class": "n"], text: count(number))
          }
          html.element("td", text: treatment(values, profile))
        }
      }
    }
  }

  private func better(_ input: IndexInput) -> String {
    let direction = input.direction ?? release.plan.indicator(input.indicator)?.direction ?? .up
    return phrases(direction == .up ? .directionUp : .directionDown)
  }

  private func treatment(_ values: IndexValues, _ profile: IndexProfile) -> String {
    switch values.treatment {
    case .none: return phrases(.asTheyAre)
    case .logarithm: return phrases(.asLogarithms)
    case .winsorised:
      let names = values.moved.map { name(of: profile.result.areas[$0]) }
      return phrases(.movedIn, ["areas": phrases.lists.text(names)])
    }
  }
}
