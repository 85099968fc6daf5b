import MilepostPipeline
import Testing

/// What structures say of the data that comes with them.
@Suite struct ImportedNamesTests {
  /// A dataflow `POP` of areas whose unit, named in its list, is one of these.
  private func structure(units: [(String, String)], description: String = "What was landed.") -> String {
    let concept = "\"conceptIdentity\":\"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=X:CS(1.0.0).C\""
    let list = "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=X:CL_UNIT(1.0.0)"
    let codes = units.map { "{\"id\":\"\($0.0)\",\"name\":\"\($0.1)\"}" }.joined(separator: ",")
    return """
      {"meta":{"id":"S","prepared":"2020-01-01T00:00:00Z","sender":{"id":"X"},"contentLanguages":["en"]},"data":{
      "codelists":[{"id":"CL_UNIT","agencyID":"X","version":"1.0.0","name":"Units","codes":[\(codes)]}],
      "dataflows":[{"id":"POP","agencyID":"X","version":"1.0.0","name":"Catches","description":"\(description)",
        "structure":"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=X:D(1.0.0)"}],
      "dataStructures":[{"id":"D","agencyID":"X","version":"1.0.0","name":"D","dataStructureComponents":{
        "dimensionList":{"id":"DimensionDescriptor","dimensions":[{"id":"REF_AREA",\(concept)}],
          "timeDimension":{"id":"TIME_PERIOD",\(concept)}},
        "measureList":{"id":"MeasureDescriptor","measures":[{"id":"OBS_VALUE",\(concept)}]},
        "attributeList":{"id":"AttributeDescriptor","attributes":[{"id":"UNIT_MEASURE",\(concept),
          "attributeRelationship":{"dimensions":["REF_AREA"]},"localRepresentation":{"enumeration":"\(list)"}}]}}}]}}
      """
  }

  @Test(arguments: [
    ("", "units:\n  \"tn fish\": {en: \"Tonnes of \\\"fish\\\"\"}\n"),
    ("units:\n    boats: {en: boats}\n\n# The end\n", "    boats: {en: boats}\n    \"tn fish\": {en: \"Tonnes"),
    (
      "units:\r\n  boats: {en: boats}\r\n",
      "  boats: {en: boats}\r\n  \"tn fish\": {en: \"Tonnes of \\\"fish\\\"\"}\r\n"
    ),
    ("units:\n  boats:\n    en: |-\n      boats\n      # more\n", "      # more\n  \"tn fish\": {en: \"Tonnes"),
    ("\"units\":\n  boats: {en: boats}\n", ""), ("units :\n  boats: {en: boats}\n", ""),
    ("units:\n  {boats: {en: boats}}\n", ""), ("# The end\n... # of it\n", ""),
    ("units: {boats: {en: boats}}\n", ""), ("units:\n  tn fish: {en: tons}\n", ""),
  ])
  func `names of units come with the data`(settings: String, expected: String) throws {
    var files = starterFiles()
    files["milepost.yaml"]? += Array(("\n" + settings).utf8)
    let data = "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nX:POP(1.0.0),ALDA,2018,100,TN_FISH\n"
    let units = [("PT", "Per cent"), ("TN_FISH", "Tonnes of \\\"fish\\\"")]
    let (changed, findings) = try imported(data, structure(units: units), files: files)
    #expect(
      changed["plan/imported.yaml"]?.contains("    definition: {en: \"What was landed.\"}\n    unit: \"tn fish\"\n")
        == true)
    #expect(
      findings
        == (expected.isEmpty && !settings.contains("tons") ? ["1:1 MP1416 names of units are not kept: tn fish"] : []))
    #expect((changed["milepost.yaml"] == nil) == expected.isEmpty)
    #expect(changed["milepost.yaml"]?.contains(expected) ?? true)
    for (file, text) in changed { files[file] = Array(text.utf8) }
    #expect(try Workspace(files: files).compile(.all).hasErrors == false)
  }

  @Test func `units that have a name, or names that mean more here, are left alone`() throws {
    let data = "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nX:POP(1.0.0),ALDA,2018,100,"
    for unit in ["PT", "TN"] {
      let units = [("PT", "Per cent"), ("TN", "Tonnes|tonne|tonnes")]
      let (changed, findings) = try imported(data + unit + "\n", structure(units: units))
      #expect(changed["milepost.yaml"] == nil && !changed.isEmpty && findings == [])
    }
  }

  @Test func `what says nothing is not taken over, and stops nothing`() throws {
    let data = "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nX:POP(1.0.0),ALDA,2018,100,TN\n"
    for nothing in ["", " ", "\\u0007"] {
      let (changed, findings) = try imported(data, structure(units: [("TN", nothing)], description: nothing))
      #expect(changed["plan/imported.yaml"]?.contains("definition") == false && changed["milepost.yaml"] == nil)
      #expect(findings == [])
    }
    let (changed, _) = try imported(data, structure(units: [("TN", "to\\u0007ns")], description: "a\\u0007b"))
    #expect(changed["plan/imported.yaml"]?.contains("definition: {en: \"a b\"}") == true)
  }

  @Test func `structures without data are no import`() throws {
    let (changed, findings) = try imported(structure(units: []))
    #expect(changed == [:])
    #expect(findings == ["1:1 MP1415 there is no data in what was given, so that nothing is taken over"])
  }
}
