/// JSON Schemas of the YAML files of a workspace, for editors; made of the tables that the reader follows.
///
/// - Returns: names of files in `Schemas/` with their text.
package func workspaceSchemas() -> [(file: String, text: String)] {
  [
    ("milepost.json", SettingsFile.form.schema.file(title: "milepost.yaml of a workspace")),
    ("plan.json", PlanFile.form.schema.file(title: "A file of plan/")),
    ("sidecar.json", Sidecar.form.schema.file(title: "A sidecar in data/")),
    ("sources.json", SourcesFile.form.schema.file(title: "data/sources.yaml")),
    ("codelists.json", CodelistsFile.form.schema.file(title: "data/codelists.yaml")),
    ("groups.json", GroupsFile.form.schema.file(title: "groups/groups.yaml")),
    ("register.json", RegisterFile.form.schema.file(title: "A register in registers/")),
    ("survey.json", SurveyFile.form.schema.file(title: "A survey in surveys/")),
    ("rules.json", RulesFile.form.schema.file(title: "A file of rules/")),
    ("index.json", IndexFile.form.schema.file(title: "A composite index in indices/")),
    ("report.json", ReportFile.form.schema.file(title: "narrative/report.yaml")),
    ("theme.json", WrittenTheme.form.schema.file(title: "theme/theme.yaml")),
    ("accepted.json", AcceptedFile.form.schema.file(title: "accepted.yaml")),
  ]
}
