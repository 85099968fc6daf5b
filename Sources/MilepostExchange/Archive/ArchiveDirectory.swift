/// The list of parts at the end of an archive, read by itself before a library trusts it.
///
/// APPNOTE.TXT 6.3.9, sections 4.3.7, 4.3.12 to 4.3.16 and 4.5.3.
struct ArchiveDirectory {
  struct Entry: Hashable {
    let name: String
    let method: Int
    let packedSize: Int
    let size: Int
    /// Where its own header begins.
    let offset: Int
    let isEncrypted: Bool
  }

  let entries: [Entry]

  /// - Throws: also when parts overlap, occur twice or have names that lead elsewhere.
  init(_ bytes: [UInt8], partLimit: Int) throws(ArchiveFault) {
    let file = ArchiveBytes(bytes)
    let (count, start, end) = try ArchiveDirectory.place(in: file)
    guard count <= partLimit else { throw .tooManyParts(count, limit: partLimit) }
    var entries: [Entry] = []
    var offset = start
    for _ in 0..<count {
      guard offset + 46 <= end, file.number(at: offset, of: 4) == 0x0201_4B50 else {
        throw .noArchive("its list of parts is damaged")
      }
      let lengths = [28, 30, 32].map { file.number(at: offset + $0, of: 2) }
      let next = offset + 46 + lengths.reduce(0, +)
      guard next <= end else { throw .noArchive("its list of parts is damaged") }
      entries.append(try ArchiveDirectory.entry(in: file, at: offset, lengths))
      offset = next
    }
    try ArchiveDirectory.check(entries, in: file, start)
    self.entries = entries
  }

  /// How many parts there are and where their list begins and ends.
  private static func place(in file: ArchiveBytes) throws(ArchiveFault) -> (count: Int, start: Int, end: Int) {
    let bound = max(0, file.count - 22 - 0xFFFF)
    var end = file.count - 22
    while end >= bound, end >= 0,
      file.number(at: end, of: 4) != 0x0605_4B50 || end + 22 + file.number(at: end + 20, of: 2) != file.count
    { end -= 1 }
    guard end >= bound, end >= 0 else { throw .noArchive("it is no zip archive, or ends early") }
    var (count, size, start) = (
      file.number(at: end + 10, of: 2), file.number(at: end + 12, of: 4), file.number(at: end + 16, of: 4)
    )
    guard file.number(at: end + 4, of: 4) == 0, file.number(at: end + 8, of: 2) == count else {
      throw .noArchive("it is one of several archives that belong together")
    }
    if end >= 20, file.number(at: end - 20, of: 4) == 0x0706_4B50 {
      let large = file.number(at: end - 12, of: 8)
      guard large >= 0, large + 56 <= end - 20, file.number(at: large, of: 4) == 0x0606_4B50 else {
        throw .noArchive("its end is damaged")
      }
      let wide = [32, 40, 48].map { file.number(at: large + $0, of: 8) }
      if count == 0xFFFF { count = wide[0] }
      if size == 0xFFFF_FFFF { size = wide[1] }
      if start == 0xFFFF_FFFF { start = wide[2] }
      end = large
    }
    guard count >= 0, size >= 0, start >= 0, size <= end, start == end - size else {
      throw .noArchive("its list of parts is not where it should be")
    }
    return (count, start, end)
  }

  private static func entry(
    in file: ArchiveBytes, at offset: Int, _ lengths: [Int]
  ) throws(ArchiveFault) -> Entry {
    let name = file.text(at: offset + 46, count: lengths[0])
    var (packed, size, header) = (
      file.number(at: offset + 20, of: 4), file.number(at: offset + 24, of: 4), file.number(at: offset + 42, of: 4)
    )
    var extra = offset + 46 + lengths[0]
    let end = extra + lengths[1]
    while extra + 4 <= end {
      let length = file.number(at: extra + 2, of: 2)
      guard extra + 4 + length <= end else { throw .contradicts(part: name) }
      if file.number(at: extra, of: 2) == 1 {
        var place = extra + 4
        func wide() -> Int? {
          guard place + 8 <= extra + 4 + length else { return nil }
          place += 8
          return file.number(at: place - 8, of: 8)
        }
        if size == 0xFFFF_FFFF { size = wide() ?? -1 }
        if packed == 0xFFFF_FFFF { packed = wide() ?? -1 }
        if header == 0xFFFF_FFFF { header = wide() ?? -1 }
      }
      extra += 4 + length
    }
    // Sizes that are said to stand elsewhere, and do not.
    guard ![size, packed, header].contains(0xFFFF_FFFF), size >= 0, packed >= 0, header >= 0 else {
      throw .contradicts(part: name)
    }
    let flags = file.number(at: offset + 8, of: 2)
    return Entry(
      name: name, method: file.number(at: offset + 10, of: 2), packedSize: packed, size: size, offset: header,
      isEncrypted: flags & 0x2041 != 0)
  }

  private static func check(
    _ entries: [Entry], in file: ArchiveBytes, _ start: Int
  ) throws(ArchiveFault) {
    var names: Set<String> = []
    for entry in entries {
      let steps = entry.name.split(separator: "/", omittingEmptySubsequences: false)
      let isStrange =
        entry.name.isEmpty || entry.name.hasPrefix("/") || steps.contains("..") || steps.contains(".")
        || entry.name.unicodeScalars.contains { $0.value < 0x20 || $0 == "\\" || $0 == ":" }
      guard !isStrange else { throw .strangeName(entry.name) }
      guard names.insert(entry.name.lowercased()).inserted else { throw .twice(part: entry.name) }
    }
    var end = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      guard entry.offset >= end else { throw .overlaps(part: entry.name) }
      guard entry.offset + 30 <= start, file.number(at: entry.offset, of: 4) == 0x0403_4B50 else {
        throw .contradicts(part: entry.name)
      }
      let nameLength = file.number(at: entry.offset + 26, of: 2)
      end = entry.offset + 30 + nameLength + file.number(at: entry.offset + 28, of: 2)
      guard end <= start, entry.packedSize <= start - end else { throw .contradicts(part: entry.name) }
      guard file.text(at: entry.offset + 30, count: nameLength) == entry.name else {
        throw .contradicts(part: entry.name)
      }
      end += entry.packedSize
    }
  }
}

/// Little-endian numbers in a file.
private struct ArchiveBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// - Returns: below zero for one above 2⁶³, which nothing in a file can be.
  func number(at offset: Int, of length: Int) -> Int {
    var number: UInt64 = 0
    for index in (0..<length).reversed() { number = number << 8 | UInt64(bytes[offset + index]) }
    return Int(truncatingIfNeeded: number)
  }

  func text(at offset: Int, count: Int) -> String {
    String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }
}
