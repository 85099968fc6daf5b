#if Postgres
  import Foundation
  import MilepostStore

  /// A few connections that readers share, one reader at a time each.
  ///
  /// `Sendable` because `idle` and `open` are touched under the lock only, and a connection that was taken is known to
  /// nobody else until it is given back.
  final class PostgresPool: @unchecked Sendable {
    private let address: PostgresAddress
    private let condition = NSCondition()
    private var idle: [PostgresConnection] = []
    private var open = 0
    private let limit: Int

    init(_ address: PostgresAddress, limit: Int, first: PostgresConnection) {
      self.address = address
      self.limit = limit
      idle = [first]
      open = 1
    }

    /// Asks something of a connection; when the server has been started anew since, it is asked once more.
    ///
    /// - Parameter body: reads, and may run twice.
    func with<Value>(
      _ body: (PostgresConnection) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
      let connection = try take()
      do throws(StoreError) {
        let value = try body(connection)
        give(connection)
        return value
      } catch {
        guard connection.isBroken else {
          give(connection)
          throw error
        }
      }
      let fresh: PostgresConnection
      do throws(StoreError) {
        fresh = try PostgresPool.reader(address)
      } catch {
        drop()
        throw error
      }
      defer { if fresh.isBroken { drop() } else { give(fresh) } }
      return try body(fresh)
    }

    /// A connection whose statements end after half a minute, unless the server or the address says otherwise.
    static func reader(_ address: PostgresAddress) throws(StoreError) -> PostgresConnection {
      let connection = try PostgresConnection(address)
      _ = try connection.run(
        """
        SELECT set_config('statement_timeout', '30s', false) WHERE current_setting('statement_timeout') = '0'
        """)
      return connection
    }

    private func take() throws(StoreError) -> PostgresConnection {
      condition.lock()
      while idle.isEmpty, open >= limit { condition.wait() }
      if let connection = idle.popLast() {
        condition.unlock()
        return connection
      }
      open += 1
      condition.unlock()
      do throws(StoreError) {
        return try PostgresPool.reader(address)
      } catch {
        drop()
        throw error
      }
    }

    private func give(_ connection: PostgresConnection) {
      condition.lock()
      idle.append(connection)
      condition.signal()
      condition.unlock()
    }

    private func drop() {
      condition.lock()
      open -= 1
      condition.signal()
      condition.unlock()
    }
  }
#endif
