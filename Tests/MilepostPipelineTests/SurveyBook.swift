import Foundation
import MilepostModel
import MilepostPipeline
import Testing

/// The example of `docs/surveys.md` over the base workspace of the cases.
struct SurveyBook {
  static let lists = """
    codelists:
      - id: SEX
        title: {en: Sex}
        codes: {F: {en: Women}, M: {en: Men}}
      - id: KIND
        title: {en: Kind of licence}
        codes: {radio: {en: Radio}, cable: {en: Cable}}
    """

  var definition: String
  var answers: String
  var results: String
  /// Targets that ask for it.
  var targets = ""
  /// More kinds of licences.
  var codes: [String] = []
  /// Unit of the indicator.
  var unit = "percent"
  /// Whether the indicator has the dimension of the measure.
  var isByKind = true

  init() throws {
    let text = try Repository.text("docs/surveys.md")
    func blocks(_ language: String) -> [String] {
      text.components(separatedBy: "```\(language)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    }
    definition = try #require(blocks("yaml").first)
    try #require(blocks("csv").count == 2)
    answers = blocks("csv")[0]
    results = blocks("csv")[1]
  }

  mutating func change(_ old: String, _ new: String) throws {
    try #require(definition.contains(old))
    definition = definition.replacing(old, with: new)
  }

  /// Writes one text into the column of weights for each kind.
  mutating func weigh(radio: String, cable: String) {
    for weight in ["1", "1.5", "2", "0.5"] {
      answers = answers.replacing(",\(weight),radio", with: ",\(radio),radio")
        .replacing(",\(weight),cable", with: ",\(cable),cable")
    }
  }

  var workspace: Workspace {
    get throws {
      let more = codes.map { ", \($0): {en: Kind \($0)}" }.joined()
      var files = try Repository.files(in: "Tests/Cases/base")
      files["surveys/operators.yaml"] = Array(definition.utf8)
      files["surveys/operators-2019.csv"] = Array(answers.utf8)
      files["surveys/operators-2017.csv"] = Array(results.utf8)
      files["data/codelists.yaml"] = Array(
        SurveyBook.lists.replacing("cable: {en: Cable}", with: "cable: {en: Cable}" + more).utf8)
      files["plan/surveys.yaml"] = Array(
        """
        \(targets)
        indicators:
          - {id: satisfied-operators, title: {en: Satisfied}, unit: \(unit), direction: up\(isByKind ? ", dimensions: [KIND]" : "")}
        outcomes:
          - {id: O.1-z, objective: O.1, title: {en: More}, measured-by: [{indicator: satisfied-operators, area: ISLES}]}
        """.utf8)
      return Workspace(files: files)
    }
  }

  func release() throws -> Release {
    let compilation = try workspace.compile()
    #expect(compilation.diagnostics.map(\.line) == [])
    return try #require(compilation.releases.last)
  }

  func survey() throws -> PublishedSurvey { try #require(try release().surveys.first) }

  func results(of question: String, in wave: Int) throws -> SurveyQuestionResults {
    let published = try survey()
    let place = try #require(published.survey.questions.firstIndex { $0.id == question })
    return try #require(published.waves[wave].results(of: place))
  }
}
