import MilepostLanguage
import MilepostModel

extension SiteContext {
  func areasPage(_ page: Page) -> PageText {
    page.html(title: phrases(.areas)) { html in
      html.element("h1", text: phrases(.areas))
      let held = release.areasWithData.sorted(by: comesBefore)
      let groups = held.filter(groupIDs.contains)
      if !groups.isEmpty {
        html.heading(2, phrases(.countLine, ["word": phrases(.groups), "count": String(groups.count)]))
        groupList(groups, page, &html)
      }
      let areas = held.filter { !groupIDs.contains($0) }
      guard !areas.isEmpty else { return }
      html.heading(2, phrases(.countLine, ["word": phrases(.areas), "count": String(areas.count)]))
      areaList(areas, page, &html)
    }
  }

  private func groupList(_ groups: [Area.ID], _ page: Page, _ html: inout HTMLWriter) {
    let sizes = Dictionary(release.groups.map { ($0.id, $0.members(on: release.asOf).count) }) { first, _ in first }
    let date = phrases.dates.text(release.asOf)
    let head = [phrases(.group), phrases(.memberCount)]
    page.table(phrases(.membersHeading, ["date": date]), head: head, numeric: [1], into: &html) { html in
      for group in groups {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(area: group, into: &$0) }
          html.figure(sizes[group].flatMap { $0 > 0 ? String($0) : nil }, orNone: phrases(.notGiven))
        }
      }
    }
  }

  /// Names with links, in columns.
  private func areaList(_ areas: [Area.ID], _ page: Page, _ html: inout HTMLWriter) {
    html.element("ul", ["class": "columns"]) { html in
      for area in areas { html.element("li") { page.write(area: area, into: &$0) } }
    }
  }

  func areaPage(_ id: Area.ID, _ page: Page) -> PageText {
    let profile = AreaProfile(id, self)
    let trail = [Page.Crumb(name: phrases(.areas), place: "areas")]
    // Two areas may have one name, so the code makes the page's title unique.
    let title = "\(name(of: id)) [\(id)]"
    let answer = answers(profile)
    return page.html(title: title, description: answer.first, trail: trail) { html in
      html.element("p", ["class": "over"], text: name(of: id))
      html.element("h1", ["class": "answer"], text: phrases.sentences.joined(Array(answer.prefix(2))))
      if answer.count > 2 { html.element("p", ["class": "lead"], text: answer[2]) }
      standings(profile, page, &html)
      areaInIndices(id, page, &html)
      courses(profile, page, &html)
      relations(id, page, &html)
      html.heading(2, phrases(.sourceHeading))
      citation(ofPart: name(of: id), page, &html)
    }
  }

  /// How it is beside its largest group, where it ranks best, and what became better; at least one sentence.
  private func answers(_ profile: AreaProfile) -> [String] {
    var answers: [String] = []
    let verdicts = profile.rows.compactMap { $0.comparisons.first.flatMap { $0?.verdict } }
    if let group = profile.groups.first, !verdicts.isEmpty {
      let better = verdicts.count { $0 == .better }
      answers.append(
        phrases(.betterThanGroup, count: verdicts.count, ["group": name(of: group), "better": String(better)]))
    }
    if let (row, place) = profile.best {
      let rank = phrases.lists.enumeration([place] + [row.words.sharing(row.standing.position)].compactMap(\.self))
      answers.append(phrases(.bestRank, ["rank": rank, "indicator": text(row.indicator.title)]))
    }
    let courses = profile.rows.compactMap(\.course)
    if !courses.isEmpty {
      let counts = [AreaProfile.Verdict.better, .worse].map { verdict in String(courses.count { $0 == verdict }) }
      answers.append(phrases(.becameBetter, count: courses.count, ["better": counts[0], "worse": counts[1]]))
    }
    guard answers.isEmpty else { return answers }
    return [phrases(.holdsValues, count: profile.rows.count, ["area": name(of: profile.id)])]
  }

  /// The groups of an area, or the members of a group.
  private func relations(_ id: Area.ID, _ page: Page, _ html: inout HTMLWriter) {
    if let group = release.groups.first(where: { $0.id == id }) {
      let members = group.members(on: release.asOf).sorted(by: comesBefore)
      guard !members.isEmpty else { return }
      html.heading(2, phrases(.membersHeading, ["date": phrases.dates.text(release.asOf)]))
      areaList(members, page, &html)
      return
    }
    let groups = release.groups.filter { $0.members(on: release.asOf).contains(id) }.map(\.id).sorted(by: comesBefore)
    guard !groups.isEmpty else { return }
    html.heading(2, phrases(.memberOf))
    areaList(groups, page, &html)
  }
}
