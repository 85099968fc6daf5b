/// A parameter of a query, as it is checked and as it is described.
struct EndpointParameter: Sendable {
  let name: String
  let text: String
  let schema: Schema
  let example: String
  var isRequired = false
  /// Whether it may be given several times.
  var isRepeated = false

  static let edition = EndpointParameter(
    name: "edition", text: "The edition, as it is written in the plan or as in addresses; without it the latest.",
    schema: .pattern("^[^\\u0000-\\u001f\\u007f]+$"), example: "2025")

  static let asOf = EndpointParameter(
    name: "asOf",
    text: "A day; the newest release as of that day that was ever published. Goes before `edition`.",
    schema: .formatted("date"), example: "2025-12-31")

  static let publication = EndpointParameter(
    name: "publication", text: "The number of a publication, as `/publications` lists them; without it the newest.",
    schema: .integer(1...1_000_000_000), example: "1")

  static let release = [edition, asOf, publication]

  static let indicator = EndpointParameter(
    name: "indicator", text: "The id of an indicator.", schema: .pattern(idForm), example: "internet-use",
    isRequired: true)

  static let area = EndpointParameter(
    name: "area", text: "The code of an area or group; may be given several times. Without it all.",
    schema: .pattern("^[A-Z0-9_]+$"), example: "WORLD", isRepeated: true)

  static let condition = EndpointParameter(
    name: "where",
    text: "A code in a further dimension, as `SEX=F`; may be given several times. `_T` is the total.",
    schema: .pattern("^[A-Za-z0-9_]+=[A-Za-z0-9_.-]+$"), example: "SEX=F", isRepeated: true)

  static let start = EndpointParameter(
    name: "startPeriod", text: "The first period; values of those that end before are left out.",
    schema: .pattern(periodForm), example: "2015")

  static let end = EndpointParameter(
    name: "endPeriod", text: "The last period; values of those that end after it are left out.",
    schema: .pattern(periodForm), example: "2020")

  static let offset = EndpointParameter(
    name: "offset", text: "How many values to leave out at the beginning.",
    schema: .integer(0...1_000_000_000, standard: 0), example: "0")

  static let limit = EndpointParameter(
    name: "limit", text: "How many values to answer at most.",
    schema: .integer(1...ObservationPage.most, standard: ObservationPage.standard), example: "100")

  static let ofObservations: [EndpointParameter] = [
    .indicator, .area, .condition, .start, .end, .edition, .asOf, .publication, .offset, .limit,
  ]

  static let idForm = "^[A-Za-z0-9.-]+$"
  static let periodForm = "^[1-9][0-9]{3}(-(0[1-9]|1[0-2]|Q[1-4]|S[12]))?$"
}
