/// Lines of one kind in one path, such as the pieces of an axis between names.
struct LinesMark: Mark {
  let name: String
  let lines: [[Place]]

  init(_ name: String, _ lines: [[Place]]) {
    self.name = name
    self.lines = lines
  }

  var box: Box { Box(around: lines.flatMap(\.self)) }

  func mirrored(in width: Double) -> LinesMark { LinesMark(name, lines.map { $0.map { $0.mirrored(in: width) } }) }

  func write(into html: inout HTMLWriter) { html.path(name, lines) }
}
