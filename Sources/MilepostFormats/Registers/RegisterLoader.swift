import MilepostModel

extension WorkspaceLoader {
  /// A YAML file of `registers/` and the CSV files that it names.
  mutating func loadRegister(_ path: String, into draft: inout Draft) throws {
    guard let node = try node(path), let file = reader.element(node, RegisterFile.form, of: .register) else {
      hasUnreadNames = true
      return
    }
    draft.registers.append(file.register)
    var history: [UInt8]?
    if let name = file.history { history = try bytes(of: name.value, namedAt: name.position) }
    for (snapshot, position) in zip(file.register.snapshots, file.filePositions) {
      guard let bytes = try bytes(of: snapshot.file, namedAt: position) else { continue }
      let table = RegisterReader.read(
        bytes, register: file.register, snapshot: snapshot, layout: file.layout, into: &reader.diagnostics)
      guard let table else { continue }
      guard let name = file.history else {
        draft.registerTables.append(table)
        continue
      }
      guard let history else { continue }
      draft.registerTables.append(
        EventReader(file.register, table, file.layout).read(history, file: name.value, into: &reader.diagnostics))
    }
  }
}
