import Glibc
import MilepostModel

/// What the command line writes for people.
enum Terminal {
  static let isInteractive = isatty(2) == 1
  static let isInteractiveOutput = isatty(1) == 1

  static func write(_ text: String) throws(MachineFailure) { try write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) throws(MachineFailure) {
    let failure = FileSystem.writeAll(bytes, 1)
    // A reader that has seen enough, such as `head`, is no failure.
    if failure != 0 && failure != EPIPE { throw MachineFailure("write", "standard output", errno: failure) }
  }

  static func complain(_ text: String) { _ = FileSystem.writeAll(Array((text + "\n").utf8), 2) }
}

/// Tells the stage on a terminal once the work has taken more than a second; silent elsewhere.
final class Progress {
  // A class because closures of one run share the moment at which it began.
  private let began = Progress.seconds
  private var isShown = false

  func stage(_ name: String) {
    guard Terminal.isInteractive, Progress.seconds - began > 1 else { return }
    isShown = true
    _ = FileSystem.writeAll(Array("\r\u{1B}[K\(name) …".utf8), 2)
  }

  func finish() {
    if isShown { _ = FileSystem.writeAll(Array("\r\u{1B}[K".utf8), 2) }
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Diagnostic {
  /// `path:line:column: severity: message [code]`, the hint below it, then the notes with their places.
  func text(inColour: Bool) -> String {
    let word = severity.rawValue
    let shown = inColour ? "\u{1B}[1;\(severity == .error ? 31 : 33)m\(word)\u{1B}[0m" : word
    var lines = ["\(position): \(shown): \(message) [\(code)]"]
    if let hint { lines.append("  hint: \(hint)") }
    lines += notes.map { "  note: \($0.position): \($0.message)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
