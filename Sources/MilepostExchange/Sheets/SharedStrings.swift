/// The texts that cells of a workbook share.
struct SharedStrings {
  private(set) var texts: [String] = []

  init() {}

  init(_ source: ByteSource) throws {
    var reader = MarkupReader(source)
    let names = SheetNames(reader)
    while true {
      switch try reader.next() {
      case .start(let id) where names.word(id) == .si: texts.append(try SharedStrings.text(of: &reader, names))
      case .start, .end, .text: continue
      case .finished: return
      }
    }
  }

  /// The text of the element that just started, an `si` or `is`: its `t`, and that of its runs; not how it is spoken.
  static func text(of reader: inout MarkupReader, _ names: SheetNames) throws -> String {
    var bytes: [UInt8] = []
    var depth = 1
    var isText = false
    while depth > 0 {
      switch try reader.next() {
      case .start(let id):
        if names.word(id) == .rPh {
          try reader.skip()
        } else {
          depth += 1
          isText = names.word(id) == .t
        }
      case .end:
        depth -= 1
        isText = false
      case .text: if isText { bytes.append(contentsOf: reader.text.bytes) }
      case .finished: depth = 0
      }
    }
    return sheetText(of: bytes)
  }
}
