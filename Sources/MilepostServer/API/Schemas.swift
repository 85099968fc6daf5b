/// The shapes of the answers, by the names under which the description has them.
enum Schemas {
  typealias Field = Schema.Field

  /// An answer of a release, with the language of its names.
  private static func headed(_ fields: Field...) -> Schema {
    let head = [Field("edition", .nullable(.text)), Field("asOf", .formatted("date")), Field("language", .text)]
    return .object(head + fields)
  }

  /// A list of elements of the plan.
  private static func elements(_ fields: Field...) -> Schema {
    let head = [Field("id", .text), Field("title", .nullable(.text))]
    return .list(.object(head + fields))
  }

  private static let status = Schema.words([
    "achieved", "missed", "on-track", "at-risk", "off-track", "moving-away", "benchmarked", "not-measured",
    "not-measurable",
  ])

  private static let direction = Schema.words(["improving", "stable", "worsening", "benchmarked", "not-measured"])

  private static let periodValue = Schema.object([Field("period", .text), Field("value", .nullable(.number))])

  private static let measures = Field(
    "measures",
    .list(.object([Field("indicator", .text), Field("area", .text), Field("dimensions", .map(.text))])))

  private static let links = Field("links", .list(.object([Field("framework", .text), Field("code", .text)])))

  private static let owner = Field("owner", .nullable(.text))

  static let all: [(name: String, schema: Schema)] = [
    ("Problem", problem), ("Overview", overview), ("Publications", publications), ("Release", release),
    ("Releases", releases), ("Plan", plan), ("Assessments", assessments), ("Assessment", assessment),
    ("TargetAssessment", targetAssessment), ("Indicators", indicators), ("Indicator", indicator), ("Unit", unit),
    ("Observations", observations), ("Observation", observation), ("Availability", availability), ("Areas", areas),
    ("Groups", groups), ("Codelists", codelists), ("Dataflows", dataflows),
  ]

  private static let problem = Schema.object([
    Field("type", .text), Field("title", .nullable(.text)), Field("status", .integer()), Field("detail", .text),
  ])

  private static let overview = Schema.object([
    Field("workspace", .text), Field("title", .nullable(.text)), Field("licence", .nullable(.text)),
    Field("description", .text), Field("links", .map(.text)),
  ])

  private static let publication = Schema.object([
    Field("id", .integer()), Field("published", .formatted("date-time")), Field("program", .text),
    Field("releases", .list(.named("Release"))),
  ])

  private static let publications = Schema.object([Field("publications", .list(publication))])

  private static let release = Schema.object([
    Field("edition", .nullable(.text)), Field("slug", .nullable(.text)), Field("asOf", .formatted("date")),
    Field("contentHash", .text), Field("series", .integer()), Field("observations", .integer()),
  ])

  private static let releases = Schema.object([
    Field("published", .formatted("date-time")), Field("releases", .list(.named("Release"))),
  ])

  private static let plan = headed(
    Field("goals", elements(Field("text", .nullable(.text)), links)),
    Field("targets", target),
    Field(
      "objectives",
      elements(
        Field("text", .nullable(.text)), Field("sector", .nullable(.text)), owner, Field("goals", .list(.text)), links)),
    Field(
      "outcomes",
      elements(Field("objective", .text), owner, Field("status", .nullable(direction)), measures, links)),
    Field("outputs", elements(owner, Field("outcomes", .list(.text)))),
    Field("enablers", elements(owner, measures)))

  private static let target = elements(
    Field("goal", .text), Field("kind", .text), Field("direction", .nullable(.text)), Field("due", .text),
    Field("baseline", .nullable(periodValue)), Field("sustained", .truth), owner, Field("note", .nullable(.text)),
    Field("status", .nullable(status)), Field("milestones", .list(milestone)), measures, links)

  private static let milestone = Schema.object([
    Field("period", .text), Field("value", .number), Field("actual", .nullable(.number)),
    Field("met", .nullable(.truth)),
  ])

  private static let assessments = Schema.object([
    Field("edition", .nullable(.text)), Field("asOf", .formatted("date")),
    Field("targets", .list(.named("Assessment"))), Field("outcomes", .list(directed)),
    Field("summary", .map(.integer())),
  ])

  private static let directed = Schema.object([Field("id", .text), Field("status", direction)])

  private static let assessment = Schema.object([
    Field("id", .text), Field("goal", .nullable(.text)), Field("title", .nullable(.text)), Field("status", status),
    Field("label", .text), Field("evidence", .text), Field("method", .text), Field("methodSensitive", .truth),
    Field("explanation", .text),
  ])

  private static let targetAssessment = Schema.object([
    Field("edition", .nullable(.text)), Field("asOf", .formatted("date")), Field("target", .named("Assessment")),
  ])

  private static let indicators = headed(Field("indicators", .list(.named("Indicator"))))

  private static let indicator = Schema.object([
    Field("id", .text), Field("title", .text), Field("definition", .nullable(.text)), Field("unit", .named("Unit")),
    Field("direction", .nullable(.text)), Field("decimals", .integer()), Field("dimensions", .list(.text)), owner,
    Field("computed", .truth),
  ])

  private static let unit = Schema.object([
    Field("id", .text), Field("name", .nullable(.text)), Field("multiplier", .integer()),
    Field("currency", .nullable(.text)), Field("priceBase", .nullable(.integer())), Field("purchasingPower", .truth),
  ])

  private static let observations = Schema.object([
    Field("edition", .nullable(.text)), Field("asOf", .formatted("date")), Field("offset", .integer()),
    Field("limit", .integer()), Field("next", .nullable(.text)), Field("observations", .list(.named("Observation"))),
  ])

  private static let observation = Schema.object([
    Field("indicator", .text), Field("area", .text), Field("dimensions", .map(.text)), Field("period", .text),
    Field("value", .nullable(.number)), Field("status", .text), Field("confidentiality", .text),
    Field("coverage", .map(.nullable(.number))), Field("vintage", .formatted("date")), Field("source", .text),
    Field("computed", .truth), Field("missing", .nullable(missing)), Field("note", .nullable(.text)),
  ])

  private static let missing = Schema.words([
    "not-collected", "not-applicable", "refused", "not-due", "unknown", "confidential", "suppressed",
  ])

  private static let availability = headed(Field("dimensions", .list(dimension)))

  private static let dimension = Schema.object([Field("id", .text), Field("codes", .list(available))])

  private static let available = Schema.object([
    Field("code", .text), Field("series", .integer()), Field("observations", .integer()),
    Field("firstPeriod", .nullable(.text)), Field("lastPeriod", .nullable(.text)),
  ])

  private static let areas = headed(Field("areas", .list(area)))

  private static let area = Schema.object([
    Field("code", .text), Field("name", .text), Field("groups", .list(.text)),
  ])

  private static let groups = headed(Field("groups", .list(group)))

  private static let group = Schema.object([
    Field("code", .text), Field("name", .text), Field("members", .list(membership)),
  ])

  private static let membership = Schema.object([
    Field("area", .text), Field("from", .nullable(.formatted("date"))), Field("to", .nullable(.formatted("date"))),
  ])

  private static let codelists = headed(Field("codelists", .list(codelist)))

  private static let codelist = Schema.object([
    Field("id", .text), Field("name", .text), Field("codes", .list(code)),
  ])

  private static let code = Schema.object([Field("code", .text), Field("name", .text)])

  private static let dataflows = headed(Field("dataflows", .list(dataflow)))

  private static let dataflow = Schema.object([
    Field("id", .text), Field("title", .text), Field("indicator", .nullable(.text)), Field("unit", .named("Unit")),
    Field("dimensions", .list(declared)), Field("source", .nullable(source)), Field("vintages", .list(vintage)),
  ])

  private static let declared = Schema.object([Field("id", .text), Field("codelist", .text)])

  private static let source = Schema.object([
    Field("id", .text), Field("title", .text), Field("publisher", .nullable(.text)), Field("url", .nullable(.text)),
    Field("licence", .text),
  ])

  private static let vintage = Schema.object([
    Field("published", .formatted("date")), Field("received", .formatted("date")),
    Field("kind", .words(["snapshot", "update"])),
  ])
}
