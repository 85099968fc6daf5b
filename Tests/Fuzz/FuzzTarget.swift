@testable import MilepostExchange
@testable import MilepostModel

/// Called by libFuzzer with one input after the other; the first byte says which reader gets the rest.
///
/// A crash, a hang or a leak is what is looked for; what the readers find in the input is not.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count > 1, let start else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  var findings = Diagnostics()
  switch start[0] % 3 {
  case 0: _ = try? SDMX.readMarkup(ByteSource(bytes), file: "m.xml", into: &findings)
  case 1: _ = SheetTable(bytes, file: "b.xlsx", sheet: nil, into: &findings)
  default: _ = try? readWordDocument(bytes)
  }
  return 0
}
