import MilepostModel
import MilepostPipeline
import MilepostTesting
import Testing

/// A survey of two questions, the second of those who said yes to the first, with answers by chance.
private struct SecretSurvey {
  static let definition = """
    survey: secret
    title: {en: A survey with small groups}
    source: returns
    sampling: voluntary
    suppress: {base: 4, count: 3}
    breakdowns: {kind: KIND, isle: area}
    questions:
      uses:
        text: {en: Do you use it?}
        kind: single
        answers: [{code: yes, title: {en: "Yes"}}, {code: no, title: {en: "No"}}]
        dont-know: {code: dk, title: {en: Do not know}}
      how:
        text: {en: How?}
        kind: single
        answers: [{code: a, title: {en: A}}, {code: b, title: {en: B}}, {code: c, title: {en: C}}]
        asked-of: {question: uses, answers: [yes]}
    waves:
      - {wave: only, period: 2019, answers: [{file: secret.csv, published: 2019-12-02}]}
    """

  let survey: PublishedSurvey

  init(_ seed: Int) throws {
    var dice = Dice(seed)
    var rows = "kind,isle,uses,how\n"
    for _ in 0..<(20 + dice.roll(40)) {
      let kind = ["radio", "radio", "cable", ""][dice.roll(4)]
      let isle = ["ALDA", "ALDA", "BRAN", "BRAN", "CORA", "DELL", ""][dice.roll(7)]
      let uses = ["yes", "yes", "yes", "no", "no", "dk"][dice.roll(6)]
      rows += "\(kind),\(isle),\(uses),\(uses == "yes" ? ["a", "a", "a", "b", "b", "c"][dice.roll(6)] : "")\n"
    }
    var files = try Repository.files(in: "Tests/Cases/base")
    files["surveys/secret.yaml"] = Array(Self.definition.utf8)
    files["surveys/secret.csv"] = Array(rows.utf8)
    files["data/codelists.yaml"] = Array(SurveyBook.lists.utf8)
    let compilation = try Workspace(files: files).compile()
    #expect(compilation.diagnostics.map(\.line) == [])
    survey = try #require(compilation.releases.last?.surveys.first)
  }

  /// Of one who reads the release, and also knows that all who were asked did answer.
  var knowledge: LinearKnowledge {
    var knowledge = LinearKnowledge()
    let questions = survey.waves[0].questions
    for question in questions {
      let whole = Group(question, nil, "all", question.total)
      knowledge.know(whole.hiddenCells, less: whole.hiddenBase)
      for breakdown in question.breakdowns {
        let groups = breakdown.groups.map { Group(question, breakdown.breakdown, $0.code, $0.distribution) }
        let others = Group(question, breakdown.breakdown, "others", nil)
        for group in groups + [others] { knowledge.know(group.hiddenCells, less: group.hiddenBase) }
        for cell in whole.cells {
          let names = (groups + [others]).flatMap { group in group.hiddenCells.filter { $0.hasSuffix(" " + cell) } }
          knowledge.know(names, less: whole.hiddenCells.filter { $0.hasSuffix(" " + cell) })
        }
        knowledge.know((groups + [others]).flatMap(\.hiddenBase), less: whole.hiddenBase)
      }
    }
    for group in groups(of: questions[1]) {
      let asked = groups(of: questions[0]).first { $0.place == group.place }
      knowledge.know(group.hiddenBase, less: (asked?.hiddenCells ?? []).filter { $0.hasSuffix(" yes") })
    }
    return knowledge
  }

  private func groups(of question: SurveyQuestionResults) -> [Group] {
    [Group(question, nil, "all", question.total)]
      + question.breakdowns.flatMap { breakdown in
        breakdown.groups.map { Group(question, breakdown.breakdown, $0.code, $0.distribution) }
          + [Group(question, breakdown.breakdown, "others", nil)]
      }
  }

  /// A group with what of it is not printed.
  private struct Group {
    let place: String
    let cells: [String]
    let hiddenCells: [String]
    let hiddenBase: [String]

    /// - Parameter distribution: nil for those of no group, of whom nothing is printed.
    init(_ question: SurveyQuestionResults, _ breakdown: Int?, _ code: String, _ distribution: SurveyDistribution?) {
      cells = question.question == 0 ? ["yes", "no", "dk"] : ["a", "b", "c"]
      place = "\(breakdown.map { "\($0)" } ?? "-") \(code)"
      let name = "\(question.question) \(place)"
      let shares = distribution?.shares
      let shown = (shares.map { $0.answers + [$0.doNotKnow].compactMap(\.self) } ?? []).filter { $0.figure != nil }
      hiddenCells = cells.filter { cell in !shown.contains { $0.code == cell } }.map { "\(name) \($0)" }
      hiddenBase = distribution?.base == nil ? ["\(name) base"] : []
    }
  }
}

@Suite struct SurveyDisclosureTests {
  @Test(arguments: 0..<40) func `no hidden cell of a release can be computed`(seed: Int) throws {
    let found = try SecretSurvey(seed).knowledge.found
    // Of those who name no group nothing is printed, and what can be computed of them is of no group.
    #expect(found.filter { !$0.contains("others") } == [])
  }
}
