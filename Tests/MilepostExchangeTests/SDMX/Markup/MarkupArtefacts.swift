import MilepostModel

@testable import MilepostExchange

/// One of every kind of artefact that SDMX-ML is read and written for, with what can be said of it.
let markupArtefacts: SDMX.Structures = {
  func maintenance(_ id: String, version: SDMX.Version = .first) -> SDMX.Maintenance {
    SDMX.Maintenance(
      SDMX.Naming(
        id, name: LocalizedText([.init(LanguageTag("en"), "A <name> & \"more\""), .init(LanguageTag("ar"), "اسم")]),
        description: LocalizedText("Two\nlines", LanguageTag("en")),
        annotations: [
          SDMX.Annotation(
            id: "n", type: "t", title: "l", url: "https://example.org/?a=1&b=2",
            text: LocalizedText("x", LanguageTag("fr")))
        ]), agency: "MP.SUB", version: version, validFrom: "2020-01-01T00:00:00")
  }
  var all = smallStructure
  let agencies = SDMX.OrganisationScheme(
    maintenance("AGENCIES", version: .unstated), kind: .agencyScheme,
    items: [SDMX.Organisation(SDMX.Naming("MP", name: LocalizedText("Milepost", LanguageTag("en"))))])
  all.agencySchemes = [agencies]
  let providers = SDMX.OrganisationScheme(
    maintenance("DATA_PROVIDERS", version: .unstated), kind: .dataProviderScheme,
    items: [SDMX.Organisation(SDMX.Naming("KEN", name: LocalizedText("Kenya", LanguageTag("en"))))])
  all.dataProviderSchemes = [providers]
  let inner = SDMX.Category(SDMX.Naming("INNER", name: LocalizedText("Inner", LanguageTag("en"))))
  let categories = SDMX.CategoryScheme(
    maintenance("CATS"), kind: .categoryScheme,
    items: [SDMX.Category(SDMX.Naming("OUTER", name: LocalizedText("Outer", LanguageTag("en"))), categories: [inner])])
  all.categorySchemes = [categories]
  all.categorisations = [
    SDMX.Categorisation(
      maintenance("PLACED"), source: all.dataflows[0].reference, target: categories.reference.item("OUTER", "INNER"))
  ]
  all.provisionAgreements = [
    SDMX.ProvisionAgreement(
      maintenance("PA"), dataflow: all.dataflows[0].reference, provider: providers.reference.item("KEN"))
  ]
  all.codelists.append(
    SDMX.Codelist(
      maintenance("CL_TREE"), kind: .codelist, isPartial: true,
      items: [
        SDMX.Code(SDMX.Naming("A", name: LocalizedText("All", LanguageTag("en")))),
        SDMX.Code(SDMX.Naming("B", name: LocalizedText("Boys", LanguageTag("en"))), parent: "A"),
      ]))
  all.constraints = [
    SDMX.Constraint(
      maintenance("AVAILABLE"), role: .actual, attachment: [all.dataflows[0].reference],
      regions: [
        SDMX.CubeRegion(selections: [
          SDMX.Selection("AREA", .codes(["KEN", "UGA"])), SDMX.Selection("FREQ", isIncluded: false, .codes(["A"])),
          SDMX.Selection(
            "TIME_PERIOD", .time(SDMX.TimeRange(start: .init("2019"), end: .init("2021", isInclusive: false)))),
        ])
      ], seriesCount: 12, observationCount: 345)
  ]
  return all
}()
