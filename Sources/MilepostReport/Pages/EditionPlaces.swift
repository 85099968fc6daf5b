import MilepostModel

/// The pages that an edition has in every language.
struct EditionPlaces: Sendable {
  let id: Edition.ID
  let date: CalendarDate
  /// `editions/<slug>/`
  let base: String
  /// Below the language's folder; empty for the overview.
  let places: Set<String>

  /// - Returns: nil for a release whose date was given by hand.
  init?(_ release: Release) {
    guard let edition = release.edition else { return nil }
    id = edition.id
    date = edition.date
    base = "editions/\(edition.id.text.slug)/"
    places = release.places
  }
}

extension Release {
  /// The pages that it has in every language, below the language's folder.
  var places: Set<String> {
    let folders: [(String, [String])] = [
      ("goals", plan.goals.map(\.id.text)), ("targets", plan.targets.map(\.id.text)),
      ("objectives", plan.objectives.map(\.id.text)), ("outcomes", plan.outcomes.map(\.id.text)),
      ("enablers", plan.enablers.map(\.id.text)), ("indicators", plan.indicators.map(\.id.text)),
      ("areas", areasWithData.map(\.text)), ("indices", indices.map(\.definition.id.text)),
    ]
    let pages = folders.flatMap { folder, ids in ids.map { "\(folder)/\($0.slug)" } }
    let overviews = ["", "objectives", "indicators", "data", "methods", "about", "a-z", "missing"]
    return Set(
      pages + overviews + (changes == nil ? [] : ["changes"]) + (plan.enablers.isEmpty ? [] : ["enablers"])
        + (areasWithData.isEmpty ? [] : ["areas"]) + (registers.isEmpty ? [] : ["registers"])
        + (indices.isEmpty ? [] : ["indices"]) + mapPlaces
        + registers.flatMap(RegisterPlaces.all) + (surveys.isEmpty ? [] : ["surveys"]) + surveys.flatMap(\.places)
        + reportPlaces)
  }

  /// Areas and groups with a series; only they have a page.
  var areasWithData: [Area.ID] { (areas.map(\.id) + groups.map(\.id)).filter(rankings.hold) }
}
