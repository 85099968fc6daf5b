@testable import MilepostExchange

/// Archives around inputs: one that begins as XML is put into an archive that is sound, since few changes of a packed
/// file come further than its checksum. A NUL parts the input into parts of the archive.
enum FuzzedParts {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func book(_ bytes: [UInt8]) -> [UInt8] {
    archive(
      bytes, ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"],
      with: [
        "xl/workbook.xml": """
        <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets><sheet name="A" sheetId="1" r:id="a"/></sheets></workbook>
        """,
        "xl/_rels/workbook.xml.rels": """
        <Relationships><Relationship Id="a" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="s" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/>\
        <Relationship Id="t" Type="\(office)/styles" Target="styles.xml"/></Relationships>
        """,
      ])
  }

  static func document(_ bytes: [UInt8]) -> [UInt8] {
    archive(
      bytes,
      ["document", "comments", "footnotes", "styles", "numbering"].map { "word/\($0).xml" }
        + ["word/_rels/document.xml.rels", "docProps/custom.xml"], with: [:])
  }

  private static func archive(_ bytes: [UInt8], _ names: [String], with others: [String: String]) -> [UInt8] {
    guard bytes.first == UInt8(ascii: "<") else { return bytes }
    var entries: [RawArchive.Entry] = []
    for (name, part) in zip(names, bytes.split(separator: 0, omittingEmptySubsequences: false)) {
      entries.append(RawArchive.Entry(name: name, bytes: Array(part), checksum: checksum(part)))
    }
    for (name, text) in others.sorted(by: { $0.key < $1.key }) where !entries.contains(where: { $0.name == name }) {
      entries.append(RawArchive.Entry(name: name, bytes: Array(text.utf8), checksum: checksum(text.utf8)))
    }
    return RawArchive(entries: entries).bytes
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  private static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(UInt32.max) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}
