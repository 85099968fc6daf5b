import CLibCrypto

/// A SHA-256, by which the store knows what it has.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// 64 hexadecimal digits.
  package let text: String

  package init(text: String) { self.text = text }

  package init(of bytes: borrowing [UInt8]) {
    let length = Int(SHA256_DIGEST_LENGTH)
    let digest = bytes.withUnsafeBufferPointer { bytes in
      [UInt8](unsafeUninitializedCapacity: length) { digest, count in
        // Of no bytes the address is nil, and none is read.
        _ = SHA256(bytes.baseAddress, bytes.count, digest.baseAddress)
        count = length
      }
    }
    let digits = Array("0123456789abcdef".utf8)
    text = String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  package init(ofText text: String) { self.init(of: Array(text.utf8)) }

  package var description: String { text }
}
