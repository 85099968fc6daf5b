@testable import MilepostExchange

/// An archive of stored parts, written by hand, so that it can lie.
struct RawArchive {
  struct Entry {
    var name: String
    var bytes: [UInt8] = []
    /// What its own header calls it, where that differs.
    var ownName: String?
    var size: Int?
    var packedSize: Int?
    var method = 0
    var flags = 0
    var checksum: UInt32?
    /// Where the list says that it begins.
    var offset: Int?
    /// What stands behind the name in the list.
    var extra: [UInt8] = []
    /// Whether its own header and bytes are there.
    var isWritten = true
  }

  var entries: [Entry]
  var trailer: [UInt8] = []
  var count: Int?

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var list: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      let own = Array((entry.ownName ?? entry.name).utf8)
      let sizes =
        le(entry.checksum.map(Int.init) ?? Int(crc(entry.bytes)), 4)
        + le(entry.packedSize ?? entry.bytes.count, 4) + le(entry.size ?? entry.bytes.count, 4)
      let common = le(20, 2) + le(entry.flags, 2) + le(entry.method, 2) + le(0, 2) + le(0x21, 2) + sizes
      let offset = entry.offset ?? file.count
      if entry.isWritten { file += le(0x0403_4B50, 4) + common + le(own.count, 2) + le(0, 2) + own + entry.bytes }
      list += le(0x0201_4B50, 4) + le(20, 2) + common + le(name.count, 2) + le(entry.extra.count, 2) + le(0, 2)
      list += le(0, 2) + le(0, 2) + le(0, 4) + le(offset, 4) + name + entry.extra
    }
    let count = count ?? entries.count
    let end = le(0x0605_4B50, 4) + le(0, 4) + le(count, 2) + le(count, 2) + le(list.count, 4) + le(file.count, 4)
    return file + list + end + le(0, 2) + trailer
  }
}

/// A number, little end first.
func le(_ number: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

private func crc(_ bytes: [UInt8]) -> UInt32 {
  var value: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    value ^= UInt32(byte)
    for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }
  return ~value
}
