import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Every index with its answer.
  func compositeIndicesPage(_ page: Page) -> PageText {
    page.html(title: phrases(.indices)) { html in
      html.element("h1", text: phrases(.indices))
      html.element("p", ["class": "lead"], text: phrases(.indicesLead))
      page.table(phrases(.indicesCaption), head: [phrases(.oneIndex), phrases(.saying)], into: &html) { html in
        for published in release.indices {
          let index = published.definition
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
              html.element("a", ["href": page.link(place(of: index))]) { page.write(index.title, into: &$0) }
            }
            html.element("td", text: phrases.sentences.joined(answer(IndexProfile(published, self))))
          }
        }
      }
    }
  }

  func compositeIndexPage(_ published: PublishedIndex, _ page: Page) -> PageText {
    let index = published.definition
    let profile = IndexProfile(published, self)
    let answer = answer(profile)
    let trail = [Page.Crumb(name: phrases(.indices), place: "indices")]
    // An index and the indicator of its scores may have one name.
    let title = phrases(.titled, ["name": phrases(.oneIndex), "title": text(index.title)])
    return page.html(title: title, description: answer.first, trail: trail) { html in
      html.element("p", ["class": "over"]) { page.write(index.title, into: &$0) }
      html.element("h1", ["class": "answer"], text: phrases.sentences.joined(answer))
      if let text = index.text { html.element("p", ["class": "lead"]) { page.write(text, into: &$0) } }
      if let profile {
        ranking(profile, page, &html)
        indexProfile(profile, page, &html)
        safety(profile, page, &html)
      }
      making(index, profile, page, &html)
      sourceAndFiles(published, page, &html)
    }
  }

  private func sourceAndFiles(_ published: PublishedIndex, _ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.downloads))
    downloads(release.dataFiles(of: published.definition.id), page, &html)
    html.heading(2, phrases(.sourceHeading))
    if let result = published.newest {
      let lines = sourceLines(of: published.definition, result)
      if !lines.isEmpty { html.element("p", ["class": "key"], text: phrases.sentences.joined(lines)) }
    }
    citation(
      ofPart: LanguageMark.plain(text(published.definition.title), in: phrases.catalogueLanguage), page, &html)
  }

  /// The sources of the indicators that it is made of, each named once.
  private func sourceLines(of index: CompositeIndex, _ result: IndexResult) -> [String] {
    var lines: [String] = []
    for input in index.inputs {
      for area in result.areas {
        guard let estimate = release.series.estimate(SeriesKey(input.indicator, area), result.period),
          estimate.value.number != nil
        else { continue }
        let line = sourceLine(estimate.provenance)
        if !lines.contains(line) { lines.append(line) }
        break
      }
    }
    return lines
  }

  /// More areas than these at the top are not all named.
  private static let mostLeadersNamed = 3

  /// Who leads, how the middle stands, and who rose most; at least one sentence.
  func answer(_ profile: IndexProfile?) -> [String] {
    guard let profile, let first = profile.leaders.first, let score = profile.score(first),
      let median = profile.result.parts[0].median.map({ profile.style.number($0) })
    else { return [phrases(.indexWithoutScores)] }
    let (count, period) = (profile.order.count, profile.period)
    let names = names(profile.leaders, profile)
    let lead =
      profile.leaders.count == 1
      ? phrases(
        .indexLeads, count: count, ["area": names, "period": period, "score": score, "median": median])
      : phrases(
        .indexLeadTogether, count: count, ["areas": names, "period": period, "score": score, "median": median])
    return [lead] + [moves(profile)].compactMap(\.self)
  }

  /// The names of areas; of many those of the first.
  func names(_ areas: [Int], _ profile: IndexProfile) -> String {
    let names = areas.map { name(of: profile.result.areas[$0]) }
    guard names.count > SiteContext.mostLeadersNamed else { return phrases.lists.text(names) }
    return phrases.lists.enumeration(names.prefix(SiteContext.mostLeadersNamed) + ["…"])
  }

  private func moves(_ profile: IndexProfile) -> String? {
    guard let earlier = profile.earlier else { return nil }
    let since = phrases.dates.text(earlier.period)
    let gains = profile.order.map { profile.gain($0) }
    guard let most = gains.compactMap(\.self).max() else { return nil }
    guard most > 0, let number = gains.firstIndex(of: most),
      let standing = profile.result.standings[profile.order[number]]
    else {
      return gains.allSatisfy { $0 == 0 } ? phrases(.noneMoved, ["since": since]) : nil
    }
    let area = profile.order[number]
    return phrases(
      .roseMost, count: most,
      ["since": since, "area": name(of: profile.result.areas[area]), "place": count(standing.place)])
  }
}
