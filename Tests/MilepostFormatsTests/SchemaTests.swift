import Foundation
import MilepostFormats
import Testing

/// The schemas are made of the reader's own tables of keys, so the files can only differ by being old.
@Suite struct SchemaTests {
  private static let folder = WorkspaceFolder.repository.appending(path: "Schemas")

  @Test func `the schema files are those of the reader`() throws {
    let schemas = workspaceSchemas()
    if ProcessInfo.processInfo.environment["MILEPOST_UPDATE_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      for schema in schemas {
        try Data(schema.text.utf8).write(to: Self.folder.appending(path: schema.file))
      }
    }
    for schema in schemas {
      let written = String(decoding: try Data(contentsOf: Self.folder.appending(path: schema.file)), as: UTF8.self)
      #expect(written == schema.text, "Schemas/\(schema.file) is old")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".json") }
    #expect(names.sorted() == schemas.map(\.file).sorted())
  }

  @Test func `every schema is JSON and describes each of its keys`() throws {
    for schema in workspaceSchemas() {
      let value = try JSONSerialization.jsonObject(with: Data(schema.text.utf8))
      for (key, property) in properties(value) {
        let members = try #require(property as? [String: Any], "\(schema.file): \(key)")
        #expect(members["description"] is String, "\(schema.file): \(key)")
      }
    }
  }

  /// All keys below `properties` of mappings with closed keys; conditions are left out.
  private func properties(_ value: Any) -> [(String, Any)] {
    if let list = value as? [Any] { return list.flatMap(properties) }
    guard let object = value as? [String: Any] else { return [] }
    var found: [(String, Any)] = []
    for (key, member) in object where key != "allOf" && key != "propertyNames" {
      if key == "properties", let closed = member as? [String: Any] { found += closed.map { ($0.key, $0.value) } }
      found += properties(member)
    }
    return found
  }
}
