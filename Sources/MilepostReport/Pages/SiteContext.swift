import MilepostLanguage
import MilepostModel

/// What all pages of one edition in one language share.
struct SiteContext: Sendable {
  let release: Release
  let releases: [Release]
  /// In the order of their dates.
  let editions: [EditionPlaces]
  /// Empty for the latest edition at the root, else `editions/<slug>/`.
  private(set) var base: String
  let language: LanguageTag
  let languages: [LanguageTag]
  let phrases: Phrases
  let assessed: [AssessedTarget]
  private let places: [Target.ID: Int]
  private let directions: [Outcome.ID: DirectionalAssessment]
  private let areaNames: [Area.ID: LocalizedText]
  private let codeNames: [DimensionCode: LocalizedText]
  let groupIDs: Set<Area.ID>
  /// In the order of their ids.
  let registers: [PlacedRegister]
  /// The records of registers with several pages, by their names in the order of the language.
  private(set) var namesInOrder: [Register.ID: [Int]] = [:]
  /// In the order of their ids.
  let maps: [PlacedMap]
  /// Where maps draw the land of areas.
  let landPlaces: [ChartShape: LandPlaces]
  /// The pages that the edition has, below the language's folder.
  let pages: Set<String>
  /// The place of each group and area among all; see `comesBefore`.
  private let areaPlaces: [Area.ID: Int]

  init(
    _ release: Release, _ releases: [Release], _ editions: [EditionPlaces], base: String, _ language: LanguageTag,
    _ languages: [LanguageTag], _ landPlaces: [ChartShape: LandPlaces], _ registers: [PlacedRegister] = [],
    _ maps: [PlacedMap] = []
  ) {
    self.registers = registers
    self.maps = maps
    self.release = release
    self.releases = releases
    self.editions = editions
    self.base = base
    self.language = language
    self.languages = languages
    let phrases = Phrases(release, language, for: .pages)
    self.phrases = phrases
    let targets = Dictionary(release.plan.targets.map { ($0.id, $0) }) { first, _ in first }
    assessed = release.assessments.compactMap { assessment in
      targets[assessment.target].map { AssessedTarget(release, $0, assessment, phrases) }
    }
    places = Dictionary(assessed.enumerated().map { ($1.target.id, $0) }) { first, _ in first }
    directions = Dictionary(release.directions.map { ($0.outcome, $0) }) { first, _ in first }
    let named = release.areas.map { ($0.id, $0.name) } + release.groups.map { ($0.id, $0.name) }
    areaNames = Dictionary(named) { _, last in last }
    self.landPlaces = landPlaces
    groupIDs = Set(release.groups.map(\.id))
    // Where another edition has a report, the page leads to it.
    pages =
      releases.contains { $0.report != nil || !$0.keptDocuments.isEmpty }
      ? release.places.union(["report"]) : release.places
    codeNames = SiteContext.codeNames(of: release)
    areaPlaces = SiteContext.areaPlaces(of: release, phrases)
    for entry in registers where entry.places.hasWaysIn {
      namesInOrder[entry.published.register.id] = sortedNames(entry)
    }
  }

  /// The same edition in another place of the site.
  func moved(to base: String) -> SiteContext {
    var moved = self
    moved.base = base
    return moved
  }

  private static func areaPlaces(of release: Release, _ phrases: Phrases) -> [Area.ID: Int] {
    let groups = release.groups.map { ($0.id, $0.members(on: release.asOf).count) }.enumerated()
      .sorted { $0.element.1 == $1.element.1 ? $0.offset < $1.offset : $0.element.1 > $1.element.1 }.map(\.element.0)
    let order = NameOrder(phrases.catalogueLanguage)
    let areas = release.areas.map { area in
      (id: area.id, key: order.key(release.text(area.name, in: phrases.language), code: area.id.text))
    }
    let sorted = groups + areas.sorted { $0.key < $1.key }.map(\.id)
    return Dictionary(sorted.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The codes of each dimension in the first codelist that has them.
  private static func codeNames(of release: Release) -> [DimensionCode: LocalizedText] {
    var names: [DimensionCode: LocalizedText] = [:]
    for dimension in Set(release.dataflows.flatMap(\.structure.dimensions)) {
      for list in release.codelists where list.id == dimension.codelist {
        for code in list.codes {
          let key = DimensionCode(dimension.id, code.id)
          if names[key] == nil { names[key] = code.name }
        }
      }
    }
    return names
  }

  func assessed(_ id: Target.ID) -> AssessedTarget? { places[id].map { assessed[$0] } }

  func direction(of outcome: Outcome.ID) -> DirectionalAssessment? { directions[outcome] }

  /// Groups come first, the largest at the top; then areas by their names in the order of the language; then those that the
  /// workspace does not know, by code.
  func comesBefore(_ one: Area.ID, _ other: Area.ID) -> Bool {
    switch (areaPlaces[one], areaPlaces[other]) {
    case (let first?, let second?): first < second
    case (nil, nil): one < other
    case (let first, _): first != nil
    }
  }

  func localizedName(of area: Area.ID) -> LocalizedText? { areaNames[area] }

  func name(of area: Area.ID) -> String { areaNames[area].map(text) ?? area.text }

  func localizedName(of code: DimensionCode) -> LocalizedText? { codeNames[code] }

  /// With marks of language; for pages only.
  func text(_ text: LocalizedText) -> String { phrases.written(text) }

  /// The path of a page of this edition and language: `targets/2.4` leads to its `index.html`.
  func path(_ place: String) -> String { path(place, base: base) }

  func path(_ place: String, base: String) -> String {
    "\(base)\(language.text)/\(place.isEmpty ? "" : place + "/")index.html"
  }

  var title: String { text(release.settings.title) }

  /// The pages of the menu that the edition has.
  var menu: [(name: String, place: String)] {
    [
      (phrases(.home), ""), (phrases(.report), "report"), (phrases(.objectives), "objectives"),
      (phrases(.enablers), "enablers"),
      (phrases(.indicators), "indicators"), (phrases(.areas), "areas"), (phrases(.registers), "registers"),
      (phrases(.indices), "indices"), (phrases(.surveys), "surveys"), (phrases(.mapHeading), "maps"),
      (phrases(.changes), "changes"),
      (phrases(.data), "data"), (phrases(.methods), "methods"), (phrases(.about), "about"),
    ].filter { pages.contains($0.1) }
  }

  var editionText: String {
    let date = phrases.dates.text(release.asOf)
    guard let edition = release.edition else { return phrases(.asOf, ["date": date]) }
    return phrases(.edition, ["id": edition.id.text, "date": date])
  }

  /// Where the site is published, of a file's path; folders stand for their `index.html`. nil without a public address.
  func publicAddress(_ path: String) -> String? {
    guard let url = release.settings.url else { return nil }
    return url + "/" + (path.hasSuffix("index.html") ? String(path.dropLast(10)) : path)
  }

  /// `/index.html`, which leads to the first language.
  var redirect: SiteFile {
    let target = "\(language.text)/index.html"
    let title = self.title
    let sentence = phrases(.redirect, ["title": title])
    let tag = phrases.catalogueLanguage.markupTag
    return SiteFile(path: base + "index.html", subject: "index") {
      var html = HTMLWriter()
      html.markup("<!doctype html>")
      html.element("html", ["lang": tag]) { html in
        html.element("head") { html in
          html.void("meta", ["charset": "utf-8"])
          html.element("title", text: title)
          html.void("meta", ["http-equiv": "refresh", "content": "0; url=\(target)"])
        }
        html.element("body") { html in
          html.element("main") { html in
            html.element("h1") { html in html.element("a", ["href": target], text: sentence) }
          }
        }
      }
      return html.bytes
    }
  }

  /// A page with more areas than these may weigh what a whole table may.
  private static let mostAreasInPage = 30

  var files: [SiteFile] {
    let plan = release.plan
    var files = [file("", "overview", homePage)]
    for goal in plan.goals {
      files.append(file("goals/\(goal.id.text.slug)", "goal \(goal.id)") { goalPage(goal, $0) })
    }
    for target in assessed {
      let id = target.target.id
      files.append(file("targets/\(id.text.slug)", "target \(id)") { targetPage(target, $0) })
    }
    files.append(file("objectives", "objectives", objectivesPage))
    for objective in plan.objectives {
      files.append(
        file("objectives/\(objective.id.text.slug)", "objective \(objective.id)") { objectivePage(objective, $0) })
    }
    for outcome in plan.outcomes {
      files.append(file("outcomes/\(outcome.id.text.slug)", "outcome \(outcome.id)") { outcomePage(outcome, $0) })
    }
    if !plan.enablers.isEmpty { files.append(file("enablers", "enablers", enablersPage)) }
    for enabler in plan.enablers {
      files.append(file("enablers/\(enabler.id.text.slug)", "enabler \(enabler.id)") { enablerPage(enabler, $0) })
    }
    files.append(file("indicators", "indicators", indicatorsPage))
    for indicator in plan.indicators {
      let hasManyAreas = release.rankings.rankings(of: indicator.id).contains {
        $0.areas.count > SiteContext.mostAreasInPage
      }
      files.append(
        file(
          "indicators/\(indicator.id.text.slug)", "indicator \(indicator.id)",
          budget: hasManyAreas ? .wholeTable : .page
        ) { indicatorPage(indicator, $0) })
    }
    let areas = release.areasWithData
    if !areas.isEmpty { files.append(file("areas", "areas", areasPage)) }
    for area in areas { files.append(file("areas/\(area.text.slug)", "area \(area)") { areaPage(area, $0) }) }
    for page in registerFiles { files.append(file(page.place, page.subject, budget: .wholeTable, page.text)) }
    if !release.indices.isEmpty { files.append(file("indices", "composite indices", compositeIndicesPage)) }
    for index in release.indices {
      files.append(
        file(place(of: index.definition), "composite index \(index.definition.id)", budget: .wholeTable) {
          compositeIndexPage(index, $0)
        })
    }
    for page in reportFiles { files.append(file(page.place, page.subject, budget: .wholeTable, page.text)) }
    for page in surveyFiles { files.append(file(page.place, page.subject, budget: .wholeTable, page.text)) }
    if pages.contains("maps") { files.append(file("maps", "maps", mapsPage)) }
    for map in maps {
      let id = map.published.map.id
      files.append(file("maps/\(id.text.slug)", "map \(id)", budget: .wholeTable) { mapPage(map, $0) })
    }
    if let words = changeWords { files.append(file("changes", "changes") { changesPage(words, $0) }) }
    files.append(file("data", "data", dataPage))
    files.append(file("methods", "methods", methodsPage))
    files.append(file("about", "about", aboutPage))
    files.append(file("missing", "what is missing", missingPage))
    files.append(file("a-z", "index from A to Z", budget: .wholeTable, indexPage))
    let script = "\(base)\(language.text)/search-index.js"
    files.append(SiteFile(path: script, subject: "search index", budget: .searchIndex, make: searchIndex))
    return files
  }

  private func file(
    _ place: String, _ subject: String, budget: ByteBudget = .page, _ text: @escaping @Sendable (Page) -> PageText
  ) -> SiteFile {
    SiteFile(Page(context: self, place: place), subject: subject, budget: budget, text: text)
  }
}
