import MilepostModel

/// Sources, codelists, registers, indicators and areas that registers and rules name.
func unknownNamesInRegisters(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  let registers = draft.registers.map(\.id.text)
  for (number, register) in draft.registers.enumerated() {
    if !index.sources.contains(register.source) {
      diagnostics.report(
        .unknownElement(
          "MP0213", "source", register.source.text, at: draft.places[.register, number, "source"],
          among: draft.sources.map(\.id.text)))
    }
    for field in register.fields {
      let place = { (key: String) in draft.places[.register, number, "fields.\(field.id).\(key)"] }
      switch field.kind {
      case .code(let list) where index.codelists[list] == nil:
        diagnostics.report(
          .unknownElement(
            "MP0214", "codelist", list.text, at: place("codelist"), among: draft.codelists.map(\.id.text)))
      case .record(let other) where !registers.contains(other.text):
        diagnostics.report(.unknownRegister(other, among: registers, at: place("register")))
      case .text, .number, .figure, .date, .period, .yesNo, .code, .area, .element, .indicator, .record, .formula,
        .link, .latitude, .longitude:
        continue
      }
    }
    for (place, measure) in register.measures.enumerated() {
      if index.indicators[measure.indicator] == nil {
        diagnostics.report(
          .unknownIndicator(
            measure.indicator, at: draft.places[.register, number, "measures.\(place).indicator"],
            closest: draft.plan.indicators.map(\.id.text).closest(to: measure.indicator.text)))
      }
      if case .area(let area) = measure.place, !index.isArea(area) {
        diagnostics.report(
          .unknownElement(
            "MP0207", "area or group", area.text, at: draft.places[.register, number, "measures.\(place).area"],
            among: draft.areas.map(\.id.text) + draft.groups.map(\.id.text)))
      }
    }
  }
}
