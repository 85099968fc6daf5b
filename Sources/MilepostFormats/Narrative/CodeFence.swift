/// The line that opens a block of code.
struct CodeFence {
  let sign: UInt8
  let length: Int

  init?(_ line: ArraySlice<UInt8>) {
    let text = line.drop { $0 == 0x20 }
    guard line.count - text.count <= 3, let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~")
    else { return nil }
    let length = text.prefix { $0 == sign }.count
    guard length >= 3, sign == UInt8(ascii: "~") || !text.dropFirst(length).contains(sign) else { return nil }
    self.sign = sign
    self.length = length
  }

  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 }
    let run = text.prefix { $0 == sign }.count
    return run >= length && text.dropFirst(run).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
