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
    guard let profile else { return }
    values(profile, page, &html)
    correlations(profile, page, &html)
  }

  /// Which parts go with the whole, whatever their weight.
  private func correlations(_ profile: IndexProfile, _ page: Page, _ html: inout HTMLWriter) {
    let shares = profile.definition.shares
    let rows = profile.parts.compactMap { part in
      profile.result.parts[part].correlationWithWhole.map { (part: part, correlation: $0) }
    }
    guard rows.count > 1 else { return }
    let head = [phrases(.indexPart), phrases(.shareOfWhole), phrases(.correlation)]
    let caption = phrases(.correlationCaption, ["period": profile.period])
    page.table(caption, head: head, numeric: [1, 2], into: &html) { html in
      for row in rows {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) {
            page.write(title(of: profile.definition.nodes[row.part], profile.definition), into: &$0)
          }
          html.element("td", ["class": "n"], text: weight(shares[row.part]))
          html.element("td", ["class": "n"], text: phrases.numbers.text(row.correlation, decimals: 2))
        }
      }
    }
    html.element("p", ["class": "key"], text: phrases(.correlationKey))
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
  func weight(_ share: Double) -> String {
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
