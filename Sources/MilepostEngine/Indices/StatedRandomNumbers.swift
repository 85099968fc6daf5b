/// Random numbers that follow from a stated seed alone, on every machine.
///
/// xoshiro256** of D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on
/// Mathematical Software 47 (2021); its state is filled by SplitMix64 of G. L. Steele, D. Lea and C. H. Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014, as its authors advise.
package struct StatedRandomNumbers: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  package init(seed: UInt64) {
    var filler = SplitMix64(state: seed)
    state = (filler.next(), filler.next(), filler.next(), filler.next())
  }

  /// - Precondition: one of the four is not zero.
  package init(state: (UInt64, UInt64, UInt64, UInt64)) { self.state = state }

  package mutating func next() -> UInt64 {
    let result = StatedRandomNumbers.rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = StatedRandomNumbers.rotated(state.3, by: 45)
    return result
  }

  /// From 0 to 1, without 1: the upper 53 bits.
  package mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// One of so many, from 0.
  package mutating func choice(of count: Int) -> Int { Int(share() * Double(count)) }

  private static func rotated(_ bits: UInt64, by count: UInt64) -> UInt64 { bits << count | bits >> (64 - count) }
}

/// The generator that makes one state into many.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
