import Glibc

/// The signals that ask the program to end: Ctrl-C, `kill`, a terminal that closes.
enum Interruption {
  /// Without those that whoever started the program has told it to pass over, as `nohup` does.
  private static var signals: [Int32] {
    [SIGINT, SIGTERM, SIGHUP].filter { number in
      var action = sigaction()
      sigaction(number, nil, &action)
      return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        != unsafeBitCast(SIG_IGN, to: Int.self)
    }
  }

  /// From now on such a signal ends the run with the code that shells give it, 130 for Ctrl-C.
  static func endsTheRun() {
    for number in signals { signal(number) { _exit(128 + $0) } }
  }

  /// Holds the signals back until `body` has ended, which asks for them by `check` where it can still turn back.
  static func held(_ body: () throws -> Void) rethrows {
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals { sigaddset(&set, number) }
    var earlier = sigset_t()
    pthread_sigmask(SIG_BLOCK, &set, &earlier)
    defer { pthread_sigmask(SIG_SETMASK, &earlier, nil) }
    try body()
  }

  /// - Throws: `Interrupted` when a signal waits.
  static func check() throws {
    var pending = sigset_t()
    sigpending(&pending)
    if let number = signals.first(where: { sigismember(&pending, $0) == 1 }) { throw Interrupted(signal: number) }
  }

}

/// A signal came and nothing is left of what was begun.
struct Interrupted: Error {
  let signal: Int32

  var exitCode: Int32 { 128 + signal }
}
