package import MilepostModel

extension SDMX {
  /// Reports ids of a workspace that would be one id in SDMX, where points and hyphens become underscores.
  package static func reportSameIDs(in draft: Draft, into diagnostics: inout Diagnostics) {
    func check(_ kind: SourceMap.Kind, _ ids: [String], _ form: (String) -> String) {
      var places: [String: Int] = [:]
      for (place, id) in ids.enumerated() {
        let code = form(id)
        guard let first = places[code] else {
          places[code] = place
          continue
        }
        guard ids[first] != id else { continue }
        diagnostics.report(
          .sameSDMXID(
            code, id, at: draft.places[kind, place, "id"], first: ids[first], draft.places[kind, first, "id"]))
      }
    }
    check(.indicator, draft.plan.indicators.map(\.id.text), WorkspaceID.code)
    check(.dataflow, draft.dataflows.map(\.id.text)) { WorkspaceID.artefact($0, prefix: "DF_") }
    check(.codelist, draft.codelists.map(\.id.text), WorkspaceID.codelist)
    check(.source, draft.sources.map(\.id.text), WorkspaceID.code)
    check(.goal, draft.plan.goals.map(\.id.text), WorkspaceID.code)
    check(.target, draft.plan.targets.map(\.id.text), WorkspaceID.code)
  }
}

extension Diagnostic {
  fileprivate static func sameSDMXID(
    _ id: String, _ text: String, at position: SourcePosition, first: String, _ firstPosition: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP1414", "'\(text)' and '\(first)' would both be '\(id)' in SDMX", at: position,
      hint: "points and hyphens become underscores there; rename one of the two",
      notes: [.init("the other is here", at: firstPosition)])
  }
}
