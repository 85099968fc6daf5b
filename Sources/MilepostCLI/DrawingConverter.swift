import MilepostPipeline

/// Makes points of vectors: rsvg-convert, which people install beside this program.
struct DrawingConverter {
  private let program: ExternalProgram

  /// In print an inch has 288 points then.
  private static let scale = 3.0

  /// The one that `MILEPOST_RSVG_CONVERT` names, else the one in `PATH`.
  static func found() throws(MachineFailure) -> DrawingConverter {
    if let path = ExternalProgram.variable("MILEPOST_RSVG_CONVERT") {
      guard let program = ExternalProgram(at: path) else {
        throw MachineFailure("run", path, "MILEPOST_RSVG_CONVERT names no program")
      }
      return DrawingConverter(program: program)
    }
    guard let program = ExternalProgram(named: "rsvg-convert") else {
      throw MachineFailure(
        "draw", "the charts", "rsvg-convert is not there; install it with: apt-get install librsvg2-bin")
    }
    return DrawingConverter(program: program)
  }

  /// As it says of itself: `2.54.7`.
  func version(using folder: String) throws(MachineFailure) -> String { try program.version(log: folder + "/version") }

  /// A drawing as PNG; the same bytes for the same drawing.
  ///
  /// - Parameter folder: for temporary files.
  func points(of drawing: WordReport.Drawing, using folder: String) throws(MachineFailure) -> [UInt8] {
    let (vectors, points, log) = (folder + "/drawing.svg", folder + "/drawing.png", folder + "/log")
    try FileSystem.write(drawing.svg, to: vectors)
    let width = String(Int(drawing.width * DrawingConverter.scale))
    let code = try program.run(
      ["--width", width, "--keep-aspect-ratio", "--output", points, vectors], with: [:], log: log)
    guard code == 0 else {
      let said = String(decoding: try FileSystem.read(log), as: UTF8.self).split(separator: "\n").suffix(5)
      throw MachineFailure(
        "draw", "'\(drawing.name)'", "\(program.path) ended with \(code)\n" + said.joined(separator: "\n"))
    }
    return try FileSystem.read(points)
  }
}
