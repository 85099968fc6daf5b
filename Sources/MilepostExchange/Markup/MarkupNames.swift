import Glibc

/// The name of an element or attribute: a namespace, empty where there is none, and a word in it.
struct MarkupName: Hashable, Sendable {
  /// A number for a name, so that names are compared as numbers; only of use with the reader that gave it.
  struct ID: Hashable, Sendable {
    let number: UInt32
  }

  let namespace: String
  let local: String

  init(_ local: String, in namespace: String = "") {
    self.namespace = namespace
    self.local = local
  }

  /// As the parser writes it: `namespace local`.
  init(written text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    self = parts.count == 2 ? MarkupName(parts[1], in: parts[0]) : MarkupName(text)
  }

  var written: String { namespace.isEmpty ? local : namespace + " " + local }
}

/// Numbers the names of a file, each once.
struct MarkupNames {
  private struct Entry {
    let name: MarkupName
    let text: [UInt8]
    let hash: UInt64
  }

  private var entries: [Entry] = []
  /// Open addressing; the number of a name plus one, 0 where there is none.
  private var places = [UInt32](repeating: 0, count: 256)

  var count: Int { entries.count }

  subscript(id: MarkupName.ID) -> MarkupName { entries[Int(id.number)].name }

  mutating func id(of name: MarkupName) -> MarkupName.ID {
    var text = name.written
    return text.withUTF8 { id(of: $0) }
  }

  /// Copies the bytes of names that are new alone.
  mutating func id(of text: UnsafeBufferPointer<UInt8>) -> MarkupName.ID {
    let hash = MarkupNames.hash(text)
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] > 0 {
      let number = places[place] - 1
      if entries[Int(number)].hash == hash, isEqual(Int(number), text) { return MarkupName.ID(number: number) }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = UInt32(entries.count + 1)
    entries.append(
      Entry(name: MarkupName(written: String(decoding: text, as: UTF8.self)), text: Array(text), hash: hash))
    if entries.count * 2 > places.count { grow() }
    return MarkupName.ID(number: UInt32(entries.count - 1))
  }

  private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    entries[number].text.withUnsafeBufferPointer { known in
      guard known.count == text.count else { return false }
      guard let one = known.baseAddress, let other = text.baseAddress else { return true }
      return memcmp(one, other, text.count) == 0
    }
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: places.count * 2)
    for (number, entry) in entries.enumerated() {
      var place = Int(truncatingIfNeeded: entry.hash) & (places.count - 1)
      while places[place] > 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt32(number + 1)
    }
  }

  /// Eight bytes at a time.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(text)
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return mixed(hash ^ rest)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
