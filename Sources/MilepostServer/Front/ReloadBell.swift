import Synchronization

/// Tells open pages of a watched workspace that there is a new publication.
///
/// A class because pages wait for the same bell that the watcher rings.
package final class ReloadBell: Sendable {
  private struct State {
    var publication: Int
    var isOver = false
    var next = 0
    var waiting: [Int: AsyncStream<Int>.Continuation] = [:]
  }

  private let state: Mutex<State>

  /// - Parameter publication: the number of the one that is served first.
  package init(publication: Int) { state = Mutex(State(publication: publication)) }

  /// Another publication is served from now on.
  package func ring(_ publication: Int) {
    state.withLock { state in
      state.publication = publication
      for page in state.waiting.values { page.yield(publication) }
    }
  }

  /// Lets all pages go, for the server ends.
  package func finish() {
    let waiting = state.withLock { state in
      state.isOver = true
      defer { state.waiting.removeAll() }
      return Array(state.waiting.values)
    }
    // A stream that ends takes itself off the list, which must not be locked then.
    for page in waiting { page.finish() }
  }

  /// The script and its events; nil for other addresses.
  func answer(to target: String) -> Answer? {
    switch target.prefix(while: { $0 != "?" }) {
    case LivePage.script[...]:
      return Answer(
        200,
        [
          Answer.Header("Content-Type", "text/javascript; charset=utf-8"), Answer.Header("Cache-Control", "no-store"),
        ], .bytes(Array(LivePage.scriptText.utf8)))
    case LivePage.events[...]:
      return Answer(
        200,
        [Answer.Header("Content-Type", "text/event-stream"), Answer.Header("Cache-Control", "no-store")],
        .parts { [self] send in
          for await publication in publications() {
            try await send(Array("event: publication\ndata: \(publication)\n\n".utf8))
          }
        })
    default: return nil
    }
  }

  /// The one that is served now and those to come; ends with the server or when the page goes away.
  private func publications() -> AsyncStream<Int> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { page in
      let number = state.withLock { state -> Int? in
        page.yield(state.publication)
        if state.isOver { return nil }
        state.next += 1
        state.waiting[state.next] = page
        return state.next
      }
      guard let number else { return page.finish() }
      // Told again and again, so that a page that has gone is noticed; a page that has it does nothing.
      let reminder = Task { [weak self] in
        while let self, case .success = await Task.sleep(seconds: 15) {
          page.yield(state.withLock { $0.publication })
        }
      }
      page.onTermination = { [weak self] _ in
        reminder.cancel()
        self?.state.withLock { $0.waiting[number] = nil }
      }
    }
  }
}

extension Task<Never, Never> {
  /// - Returns: a failure when the task is cancelled meanwhile.
  fileprivate static func sleep(seconds: Int) async -> Result<Void, any Error> {
    do { return .success(try await Task.sleep(for: .seconds(seconds))) } catch { return .failure(error) }
  }
}
