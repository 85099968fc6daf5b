import MilepostModel
import MilepostPipeline

extension Release {
  /// Every byte that leaves the program about this release: site, data files, answers of every command.
  func everyOutput() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var findings = Diagnostics()
    try Publication([self], languages: [], parts: .all).write(into: &findings) { path, bytes in
      files[path] = copy bytes
    }
    let answers = Answers(self)
    files["assess.json"] = answers.assessmentJSON
    files["assess.csv"] = answers.assessmentCSV
    files["assess.txt"] = Array(answers.assessmentText.utf8)
    for target in plan.targets {
      files["explain/\(target.id).txt"] = answers.explanationText(of: target.id.text).map { Array($0.utf8) }
      files["explain/\(target.id).json"] = answers.explanationJSON(of: target.id.text)
    }
    for indicator in plan.indicators {
      let all = Selection(indicator: indicator.id, areas: [], codes: [], periods: nil)
      files["query/\(indicator.id).json"] = answers.queryJSON(all)
      files["query/\(indicator.id).csv"] = answers.queryCSV(all)
      files["query/\(indicator.id).txt"] = Array(answers.queryText(all).utf8)
    }
    let todo = TodoAnswers(self, owner: nil)
    files["todo.txt"] = Array(todo.text.utf8)
    files["todo.csv"] = todo.csv
    files["todo.ics"] = Array(todo.calendar.utf8)
    return files
  }
}
