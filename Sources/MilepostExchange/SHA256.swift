/// The Secure Hash Algorithm of FIPS 180-4 with 256 bits, for content hashes.
package struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var pending: [UInt8] = []
  private var length: UInt64 = 0
  package init() {}

  package mutating func update(_ bytes: some Collection<UInt8>) {
    length += UInt64(bytes.count)
    if bytes.withContiguousStorageIfAvailable({ absorb($0) }) == nil {
      Array(bytes).withUnsafeBufferPointer { absorb($0) }
    }
  }

  private mutating func absorb(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    if !pending.isEmpty {
      place = min(64 - pending.count, bytes.count)
      pending.append(contentsOf: bytes[..<place])
      guard pending.count == 64 else { return }
      let block = pending
      block.withUnsafeBufferPointer { compress($0[...]) }
      pending.removeAll(keepingCapacity: true)
    }
    let end = place + (bytes.count - place) / 64 * 64
    compress(bytes[place..<end])
    place = end
    pending.append(contentsOf: bytes[place...])
  }

  /// The digest of everything so far, as 64 hexadecimal digits.
  package func digest() -> String {
    var copy = self
    var tail: [UInt8] = [0x80]
    while (copy.pending.count + tail.count) % 64 != 56 { tail.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: (length * 8) >> UInt64(shift)))
    }
    tail.withUnsafeBufferPointer { copy.absorb($0) }
    let digits = Array("0123456789abcdef".utf8)
    let text = copy.state.flatMap { word in
      stride(from: 28, through: 0, by: -4).map { digits[Int((word >> UInt32($0)) & 15)] }
    }
    return String(decoding: text, as: UTF8.self)
  }

  package static func digest(of bytes: some Collection<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }

  /// - Parameter blocks: whole blocks of 64 bytes, of which there may be none.
  private mutating func compress(_ blocks: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let start = blocks.base.baseAddress else { return }
    let bytes = UnsafeRawPointer(start + blocks.startIndex)
    let count = blocks.count / 64
    state.withUnsafeMutableBufferPointer { state in
      SHA256.constants.withUnsafeBufferPointer { constants in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
          guard let state = state.baseAddress, let constants = constants.baseAddress,
            let schedule = schedule.baseAddress
          else { return }
          for block in 0..<count {
            SHA256.compress(bytes + 64 * block, state, constants, schedule)
          }
        }
      }
    }
  }

  /// One block; pointers instead of arrays, because nothing else in a build turns over so many bytes.
  ///
  /// - Parameters:
  ///   - k: the 64 constants.
  ///   - w: room for 64 words.
  @inline(__always)
  private static func compress(
    _ block: UnsafeRawPointer, _ state: UnsafeMutablePointer<UInt32>, _ k: UnsafePointer<UInt32>,
    _ w: UnsafeMutablePointer<UInt32>
  ) {
    for i in 0..<16 { w[i] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self)) }
    for i in 16..<64 {
      let s0 = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ (w[i - 15] >> 3)
      let s1 = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ (w[i - 2] >> 10)
      w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var i = 0
    while i < 64 {
      // The words change places from round to round; after eight they are back.
      round(a, b, c, &d, e, f, g, &h, k[i] &+ w[i])
      round(h, a, b, &c, d, e, f, &g, k[i + 1] &+ w[i + 1])
      round(g, h, a, &b, c, d, e, &f, k[i + 2] &+ w[i + 2])
      round(f, g, h, &a, b, c, d, &e, k[i + 3] &+ w[i + 3])
      round(e, f, g, &h, a, b, c, &d, k[i + 4] &+ w[i + 4])
      round(d, e, f, &g, h, a, b, &c, k[i + 5] &+ w[i + 5])
      round(c, d, e, &f, g, h, a, &b, k[i + 6] &+ w[i + 6])
      round(b, c, d, &e, f, g, h, &a, k[i + 7] &+ w[i + 7])
      i += 8
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    // Turned by 6, 11 and 25, and by 2, 13 and 22: one within the other, which needs fewer copies.
    let s1 = turned(e ^ turned(e ^ turned(e, 14), 5), 6)
    let one = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
    let s0 = turned(a ^ turned(a ^ turned(a, 9), 11), 2)
    d &+= one
    h = one &+ s0 &+ (((a ^ b) & (b ^ c)) ^ b)
  }

  @inline(__always)
  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
