import Glibc
import MilepostExchange
import MilepostModel

/// A line of the log: what was asked and what became of it. Who asked is not in it.
struct RequestLog {
  let method: String
  let target: String
  let status: Int
  /// Of the body, as sent.
  let bytes: Int
  let milliseconds: Double
  /// Whether the answer broke off.
  let isBroken: Bool

  /// Longer addresses are cut.
  private static let mostBytes = 2000

  func line(at moment: MilepostModel.Moment) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("time", moment.description)
      json.member("method", method)
      json.member("path", String(decoding: target.utf8.prefix(RequestLog.mostBytes), as: UTF8.self))
      json.member("status", status)
      json.member("bytes", bytes)
      json.member("ms", (milliseconds * 100).rounded() / 100)
      if isBroken { json.member("broken", true) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  static var now: MilepostModel.Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return MilepostModel.Moment(millisecondsSince1970: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
