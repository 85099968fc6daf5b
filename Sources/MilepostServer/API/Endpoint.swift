/// An address of the JSON interface.
struct Endpoint: Sendable {
  enum Subject: String {
    case description = "getDescription"
    case overview = "getOverview"
    case publications = "listPublications"
    case releases = "listReleases"
    case plan = "getPlan"
    case assessments = "listAssessments"
    case assessment = "getAssessment"
    case indicators = "listIndicators"
    case indicator = "getIndicator"
    case observations = "listObservations"
    case availability = "getAvailability"
    case areas = "listAreas"
    case groups = "listGroups"
    case codelists = "listCodelists"
    case dataflows = "listDataflows"
  }

  let subject: Subject
  /// Below `/api/v1`; `{id}` stands for an id.
  let segments: [String]
  let summary: String
  var parameters: [EndpointParameter] = []
  /// The id in an example of the address.
  var exampleID: String?
  let answer: Schema

  /// The id in an address; nil: the address is another one.
  func match(_ asked: some Collection<String>) -> (id: String?, isMatch: Bool) {
    guard asked.count == segments.count else { return (nil, false) }
    var id: String?
    for (segment, given) in zip(segments, asked) {
      if segment == "{id}" { id = given } else if segment != given { return (nil, false) }
    }
    return (id, true)
  }

  static let all: [Endpoint] = [
    Endpoint(
      subject: .overview, segments: [], summary: "What is here.", answer: .named("Overview")),
    Endpoint(
      subject: .description, segments: ["openapi.json"], summary: "This description.", answer: .object([])),
    Endpoint(
      subject: .publications, segments: ["publications"], summary: "What was published when, newest first.",
      answer: .named("Publications")),
    Endpoint(
      subject: .releases, segments: ["releases"], summary: "The editions of the newest publication, newest first.",
      answer: .named("Releases")),
    Endpoint(
      subject: .plan, segments: ["plan"],
      summary: "The plan: goals, targets with status, objectives, outcomes, outputs and enablers.",
      parameters: EndpointParameter.release, answer: .named("Plan")),
    Endpoint(
      subject: .assessments, segments: ["assessments"],
      summary: "The assessment of every target and outcome, with method, projection and what other methods say.",
      parameters: [.edition, .publication], answer: .named("Assessments")),
    Endpoint(
      subject: .assessment, segments: ["assessments", "{id}"], summary: "The assessment of one target.",
      parameters: [.edition, .publication], exampleID: "1.1", answer: .named("TargetAssessment")),
    Endpoint(
      subject: .indicators, segments: ["indicators"], summary: "The indicators with units and dimensions.",
      parameters: EndpointParameter.release, answer: .named("Indicators")),
    Endpoint(
      subject: .indicator, segments: ["indicators", "{id}"], summary: "One indicator.",
      parameters: EndpointParameter.release, exampleID: "internet-use", answer: .named("Indicator")),
    Endpoint(
      subject: .observations, segments: ["observations"],
      summary: "Values of an indicator, stored and computed, series by series. `next` leads on.",
      parameters: EndpointParameter.ofObservations,
      answer: .named("Observations")),
    Endpoint(
      subject: .availability, segments: ["availability"],
      summary: "How many series and values there are for each code, and from when to when.",
      parameters: [anyIndicator, .edition, .asOf, .publication], answer: .named("Availability")),
    Endpoint(
      subject: .areas, segments: ["areas"], summary: "The areas with the groups that they are in.",
      parameters: EndpointParameter.release, answer: .named("Areas")),
    Endpoint(
      subject: .groups, segments: ["groups"], summary: "The groups with their members from when to when.",
      parameters: EndpointParameter.release, answer: .named("Groups")),
    Endpoint(
      subject: .codelists, segments: ["codelists"], summary: "The codes of further dimensions.",
      parameters: EndpointParameter.release, answer: .named("Codelists")),
    Endpoint(
      subject: .dataflows, segments: ["dataflows"],
      summary: "The tables of data with their sources and what was received when.",
      parameters: EndpointParameter.release, answer: .named("Dataflows")),
  ]

  private static var anyIndicator: EndpointParameter {
    var parameter = EndpointParameter.indicator
    parameter.isRequired = false
    return parameter
  }
}
