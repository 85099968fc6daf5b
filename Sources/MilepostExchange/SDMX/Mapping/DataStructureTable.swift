extension SDMX {
  /// The components that every data structure of a workspace has.
  struct DataStructureTable {
    private let maintenance: Maintenance
    private let component: (String, Representation?) -> Component
    private let codelist: (String) -> Reference

    init(
      _ maintenance: Maintenance, _ component: @escaping (String, Representation?) -> Component,
      _ codelist: @escaping (String) -> Reference
    ) {
      self.maintenance = maintenance
      self.component = component
      self.codelist = codelist
    }

    private func coded(_ id: String, _ list: String) -> Component { component(id, .enumeration(codelist(list))) }

    private func text(_ id: String, _ type: String) -> Component { component(id, .text(TextFormat(type))) }

    func structure(further: [Component]) -> DataStructure {
      let dimensions =
        [coded("FREQ", "CL_FREQ"), coded("REF_AREA", "CL_AREA"), coded("INDICATOR", "CL_INDICATOR")] + further
      let series = AttributeRelationship.dimensions(dimensions.map(\.id))
      return DataStructure(
        maintenance, dimensions: dimensions, timeDimension: text("TIME_PERIOD", "ObservationalTimePeriod"),
        measures: [Measure(text("OBS_VALUE", "Double"))],
        attributes: [
          Attribute(coded("UNIT_MEASURE", "CL_UNIT_MEASURE"), usage: .mandatory, relationship: series),
          Attribute(text("UNIT_MULT", "Integer"), relationship: series),
          Attribute(text("DECIMALS", "Integer"), relationship: series),
          Attribute(coded("OBS_STATUS", "CL_OBS_STATUS"), usage: .mandatory, relationship: .observation),
          Attribute(coded("CONF_STATUS", "CL_CONF_STATUS"), relationship: .observation),
          Attribute(text("COMMENT_OBS", "String"), relationship: .observation),
        ])
    }
  }
}
