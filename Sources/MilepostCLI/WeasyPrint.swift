import Glibc
import MilepostModel

/// Makes sheets of paper from HTML: WeasyPrint, which people install beside this program.
struct WeasyPrint {
  private let program: ExternalProgram

  /// Before it, tables and drawings had no tags that readers of PDF/UA need.
  private static let oldest = 70
  private static let install = """
    install it with Scripts/report-tools, or with
      python3 -m venv ~/.cache/milepost/venv && ~/.cache/milepost/venv/bin/pip install weasyprint==70.0
    """

  /// The one that `MILEPOST_WEASYPRINT` names, else the one in `PATH` unless it is too old, else that of our environment.
  ///
  /// - Parameter folder: for what it prints.
  static func found(using folder: String) throws(MachineFailure) -> WeasyPrint {
    if let path = ExternalProgram.variable("MILEPOST_WEASYPRINT") {
      guard let program = ExternalProgram(at: path) else {
        throw MachineFailure("run", path, "MILEPOST_WEASYPRINT names no program")
      }
      return WeasyPrint(program: program)
    }
    let installed = ExternalProgram(named: "weasyprint").map(WeasyPrint.init)
    if let installed, let version = try installed.majorVersion(using: folder), version >= oldest { return installed }
    let cache =
      ExternalProgram.variable("XDG_CACHE_HOME") ?? ExternalProgram.variable("HOME").map { $0 + "/.cache" } ?? "/tmp"
    if let own = ExternalProgram(at: cache + "/milepost/venv/bin/weasyprint") { return WeasyPrint(program: own) }
    guard let installed else { throw MachineFailure("make", "the PDF", "weasyprint is not there; " + install) }
    throw MachineFailure("make", "the PDF", "\(installed.program.path) is older than \(oldest).0; " + install)
  }

  /// As it says of itself: `70.0`.
  func version(using folder: String) throws(MachineFailure) -> String { try program.version(log: folder + "/version") }

  /// The first number of its version; nil when it does not say so.
  private func majorVersion(using folder: String) throws(MachineFailure) -> Int? {
    let version = try version(using: folder)
    return version.split(separator: ".").first.flatMap { Int($0) }
  }

  /// A tagged PDF of an HTML file; the same bytes for the same file.
  ///
  /// - Parameters:
  ///   - date: of the file, as it says of itself.
  ///   - folder: for temporary files.
  func pdf(of html: [UInt8], date: CalendarDate, using folder: String) throws(MachineFailure) -> [UInt8] {
    let (page, file, log) = (folder + "/report.html", folder + "/report.pdf", folder + "/log")
    try FileSystem.write(html, to: page)
    let (runner, first) = try inReadingOrder(using: folder)
    let code = try runner.run(
      first + ["--pdf-variant", "pdf/ua-1", page, file],
      with: ["SOURCE_DATE_EPOCH": String(Int(date.dayNumber) * 86_400)], log: log)
    guard code == 0 else {
      let said = String(decoding: try FileSystem.read(log), as: UTF8.self).split(separator: "\n").suffix(5)
      throw MachineFailure("make", "the PDF", "\(program.path) ended with \(code)\n" + said.joined(separator: "\n"))
    }
    return try FileSystem.read(file)
  }
  /// How it is run so that Arabic letters stand in the file as they are read: by the Python that it is installed in.
  ///
  /// - Returns: the program and its first arguments; itself where no Python is found, whose letters stand as they are drawn.
  private func inReadingOrder(using folder: String) throws(MachineFailure) -> (ExternalProgram, [String]) {
    let lines = try FileSystem.read(program.path).split(separator: UInt8(ascii: "\n"), maxSplits: 1)
    let first = lines.first.map { String(decoding: $0, as: UTF8.self) }
    let beside = program.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let named = first.flatMap { $0.hasPrefix("#!") && $0.contains("python") ? String($0.dropFirst(2)) : nil }
    guard let python = [named, beside + "/python3"].lazy.compactMap({ $0 }).compactMap(ExternalProgram.init(at:)).first
    else { return (program, []) }
    let script = folder + "/reading-order.py"
    try FileSystem.write(PackageResources.reading_order_py, to: script)
    return (python, [script])
  }
}
