import CLibCrypto

/// The Secure Hash Algorithm of FIPS 180-4 with 256 bits, by the system's libcrypto, for content hashes.
package enum SHA256 {
  /// The digest of all bytes, as 64 hexadecimal digits.
  package static func digest(of bytes: borrowing [UInt8]) -> String {
    let length = Int(SHA256_DIGEST_LENGTH)
    let digest = bytes.withUnsafeBufferPointer { bytes in
      [UInt8](unsafeUninitializedCapacity: length) { digest, count in
        // The function reads no byte of an empty text, whose address is nil.
        _ = CLibCrypto.SHA256(bytes.baseAddress, bytes.count, digest.baseAddress)
        count = length
      }
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
