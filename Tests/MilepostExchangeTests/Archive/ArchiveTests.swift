import Testing

@testable import MilepostExchange

@Suite struct ArchiveTests {
  private func fault(_ archive: RawArchive, reading name: String = "a.xml") -> ArchiveFault? {
    fault(archive.bytes, reading: name)
  }

  private func fault(_ bytes: [UInt8], reading name: String = "a.xml") -> ArchiveFault? {
    do throws(ArchiveFault) {
      _ = try Archive(bytes).bytes(of: name)
      return nil
    } catch {
      return error
    }
  }

  private let part = RawArchive.Entry(name: "a.xml", bytes: Array("<a/>".utf8))

  @Test func `parts are found whatever the case of their name`() throws {
    let archive = try Archive(RawArchive(entries: [part, .init(name: "xl/B.xml", bytes: [1, 2])]).bytes)
    #expect(try archive.bytes(of: "A.XML") == Array("<a/>".utf8))
    #expect(try archive.bytes(of: "xl/b.xml") == [1, 2])
    #expect(try archive.bytes(of: "c.xml") == nil)
    #expect(archive.names == ["a.xml", "xl/B.xml"])
  }

  @Test func `what is packed is read in pieces`() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let archive = try Archive(ZipArchive.bytes(of: [.init(path: "x", bytes: bytes)]))
    let source = try #require(try archive.source(of: "x"))
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1000)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read($0) }
      if count == 0 { break }
      all += buffer[..<count]
    }
    #expect(all == bytes)
  }

  @Test func `files that are no archive or a damaged one are refused`() throws {
    let whole = RawArchive(entries: [part]).bytes
    for bytes in [[], Array("PK".utf8), Array("no archive at all, but a longer text".utf8), whole.dropLast(1)] {
      guard case .noArchive = fault(Array(bytes)) else {
        Issue.record("\(bytes.count)")
        continue
      }
    }
    for count in 0..<whole.count { #expect(fault(Array(whole.prefix(count))) != nil) }
  }

  @Test func `a wrong checksum is refused at the end of the part`() {
    var wrong = part
    wrong.checksum = 1
    #expect(fault(RawArchive(entries: [wrong])) == .noArchive("'a.xml' is damaged: CRC error"))
  }

  @Test func `encrypted parts and rare methods are refused`() {
    var locked = part
    locked.flags = 1
    #expect(fault(RawArchive(entries: [locked])) == .isEncrypted)
    var odd = part
    odd.method = 14
    #expect(fault(RawArchive(entries: [odd])) == .method(part: "a.xml", number: 14))
  }

  @Test func `names that lead elsewhere are refused`() {
    let names = [
      "../a.xml", "xl/../../a.xml", "/etc/passwd", "xl\\a.xml", "c:a", "", "a\u{0}b", "./a", "a/..", "a\nb",
    ]
    for name in names { #expect(fault(RawArchive(entries: [part, .init(name: name)])) == .strangeName(name)) }
    #expect(fault(RawArchive(entries: [part, .init(name: "xl/"), .init(name: "xl/..a")])) == nil)
  }

  @Test func `a part that is there twice is refused`() {
    #expect(fault(RawArchive(entries: [part, part])) == .twice(part: "a.xml"))
    var upper = part
    upper.name = "A.xml"
    #expect(fault(RawArchive(entries: [part, upper])) == .twice(part: "A.xml"))
  }

  @Test func `parts that share bytes are refused`() {
    var shared = RawArchive.Entry(name: "b.xml", ownName: "b.xml", isWritten: false)
    shared.offset = 0
    #expect(fault(RawArchive(entries: [part, shared])) == .overlaps(part: "b.xml"))
    var reaching = part
    reaching.packedSize = 60
    reaching.size = 60
    #expect(fault(RawArchive(entries: [reaching, .init(name: "b", bytes: [1])])) != nil)
  }

  @Test func `lies about sizes, names and numbers are refused`() throws {
    var more = part
    more.size = 3
    #expect(fault(RawArchive(entries: [more])) != nil)
    var other = part
    other.ownName = "b.xml"
    #expect(fault(RawArchive(entries: [other])) == .contradicts(part: "a.xml"))
    for count in [0, 2, 0xFFFF] { #expect(fault(RawArchive(entries: [part], count: count)) != nil) }
    var wide = part
    wide.size = 0xFFFF_FFFF
    #expect(fault(RawArchive(entries: [wide])) == .contradicts(part: "a.xml"))
    wide.extra = le(1, 2) + le(8, 2) + le(-1, 8)
    #expect(fault(RawArchive(entries: [wide])) == .contradicts(part: "a.xml"))
    wide.extra = le(1, 2) + le(8, 2) + le(1 << 40, 8)
    #expect(fault(RawArchive(entries: [wide])) == .tooLarge(part: "a.xml", bytes: 1 << 40, limit: 64 << 20))
    wide.extra = le(1, 2) + le(800, 2) + le(4, 8)
    #expect(fault(RawArchive(entries: [wide])) == .contradicts(part: "a.xml"))
    wide.extra = le(1, 2) + le(8, 2) + le(4, 8)
    #expect(fault(RawArchive(entries: [wide])) == nil)
  }

  @Test func `a packed part that is longer than it says is refused`() throws {
    let bytes = [UInt8](repeating: 7, count: 100_000)
    var packed = try ZipArchive.bytes(of: [.init(path: "a.xml", bytes: bytes)])
    let size = le(100_000, 4)
    for place in packed.indices.dropLast(4) where Array(packed[place..<place + 4]) == size {
      packed.replaceSubrange(place..<place + 4, with: le(10, 4))
    }
    #expect(fault(packed) != nil)
  }

  @Test func `a bomb is refused before it is unpacked`() throws {
    let zeros = [UInt8](repeating: 0, count: 32 * 1024 * 1024)
    let bomb = try ZipArchive.bytes(of: [.init(path: "a.xml", bytes: zeros)])
    guard case .swells(part: "a.xml", _, limit: 300) = fault(bomb) else {
      Issue.record("\(bomb.count)")
      return
    }
    let many = RawArchive(entries: (0...2000).map { .init(name: "p\($0)") })
    #expect(fault(many) == .tooManyParts(2001, limit: 2000))
  }
}
