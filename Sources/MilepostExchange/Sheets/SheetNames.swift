/// The names of SpreadsheetML that matter, as numbers of one reader, in the transitional and the strict form.
struct SheetNames {
  /// A name of an element.
  enum Word: String, CaseIterable {
    case sheetData, row, c, v, f, `is`, t, r, rPh, si, mergeCell, sheet, workbookPr, numFmt, cellXfs, xf, col
  }

  private static let namespaces = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]

  /// By the number of the name.
  private let words: [Word?]

  init(_ reader: borrowing MarkupReader) {
    var ids: [(Word, MarkupName.ID)] = []
    for namespace in SheetNames.namespaces {
      for word in Word.allCases { ids.append((word, reader.id(of: word.rawValue, in: namespace))) }
    }
    var words = [Word?](repeating: nil, count: reader.nameCount)
    for (word, id) in ids { words[Int(id.number)] = word }
    self.words = words
  }

  /// nil for every other name.
  func word(_ id: MarkupName.ID) -> Word? { Int(id.number) < words.count ? words[Int(id.number)] : nil }
}

/// A text of SpreadsheetML, in which characters that XML does not have are written `_x000D_`.
///
/// ECMA-376 part 1, 22.9.2.19 ST_Xstring.
func sheetText(of bytes: [UInt8]) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  guard bytes.indices.dropLast(6).contains(where: { bytes[$0] == 0x5F && bytes[$0 + 1] == 0x78 }) else { return text }
  var units: [UInt16] = []
  let source = Array(text.utf16)
  var offset = 0
  while offset < source.count {
    if offset + 7 <= source.count, source[offset] == 0x5F, source[offset + 1] == 0x78, source[offset + 6] == 0x5F,
      let code = UInt16(String(decoding: source[(offset + 2)..<(offset + 6)], as: UTF16.self), radix: 16)
    {
      units.append(code)
      offset += 7
    } else {
      units.append(source[offset])
      offset += 1
    }
  }
  return String(decoding: units, as: UTF16.self)
}
