#if Server
  import Glibc

  /// A server that runs beside the thread of the command, which waits here for news of it.
  ///
  /// A class because both hold the same thing; `@unchecked` because what is written here is written before a semaphore
  /// is raised, and read after that was awaited.
  final class ServerRun: @unchecked Sendable {
    private let ready = Semaphore()
    private let ended = Semaphore()
    private var listening: Int?
    private var failure: StoreFailure?

    /// It takes requests at a port.
    func isReady(at port: Int) {
      listening = port
      ready.raise()
    }

    func end(_ failure: StoreFailure?) {
      self.failure = failure
      ended.raise()
      ready.raise()
    }

    /// Waits until requests are taken.
    ///
    /// - Returns: nil when the server was told to stop before.
    /// - Throws: why it cannot be.
    func port() throws -> Int? {
      ready.wait()
      return try hasEnded(within: 0) ? nil : listening
    }

    /// Waits for the end.
    func wait() throws {
      ended.wait()
      if let failure { throw failure }
    }

    func hasEnded(within milliseconds: Int) throws -> Bool {
      guard ended.wait(milliseconds: milliseconds) else { return false }
      if let failure { throw failure }
      return true
    }
  }

  /// A semaphore of the system, at a place of its own in memory.
  private final class Semaphore: @unchecked Sendable {
    // `@unchecked` because threads meet at it by design.
    private let semaphore: UnsafeMutablePointer<sem_t>

    init() {
      semaphore = .allocate(capacity: 1)
      sem_init(semaphore, 0, 0)
    }

    deinit {
      sem_destroy(semaphore)
      semaphore.deallocate()
    }

    func raise() { sem_post(semaphore) }

    func wait() { while sem_wait(semaphore) != 0 { continue } }

    /// - Returns: false when the time is over.
    func wait(milliseconds: Int) -> Bool {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      let nanoseconds = time.tv_nsec + milliseconds * 1_000_000
      time.tv_sec += nanoseconds / 1_000_000_000
      time.tv_nsec = nanoseconds % 1_000_000_000
      return sem_timedwait(semaphore, &time) == 0
    }
  }
#endif
