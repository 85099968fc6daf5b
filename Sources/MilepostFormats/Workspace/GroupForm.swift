import MilepostModel

/// A group as `groups/groups.yaml` has it.
struct WrittenGroup: Sendable {
  enum Members: Sendable {
    case everyArea
    case listed([Area.ID])
    /// A CSV file in `groups/`.
    case file(Located<String>)
    case none
  }

  let id: Area.ID
  let title: LocalizedText
  let members: Members
}

/// `groups/groups.yaml`
enum GroupsFile {
  static let form = ValueForm<[WrittenGroup]>.mapping(shape) { fields, reader in fields.read(groups, &reader) }

  private static let groups = Key(
    required: "groups", ValueForm<WrittenGroup>.group.elements(of: .group), "Sets of areas.")
  private static let shape = Shape("the file of groups", groups)
}

extension ValueForm where Value == WrittenGroup {
  fileprivate static let group = ValueForm.mapping(GroupKeys.shape) { fields, reader in
    let id = fields.read(GroupKeys.id, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let members = fields.read(GroupKeys.members, &reader)
    guard let id, let title else { return nil }
    return WrittenGroup(id: id, title: title, members: members ?? .none)
  }
}

private enum GroupKeys {
  static let id = Key(required: "id", .code, "Code of the group; areas and groups share one space of codes.")
  static let members = Key(
    optional: "members", .members, "all, a list of areas, or {file: ...} with dates; left out when only figures exist.")

  static let shape = Shape("a group", id, ElementKeys.title, members)
}

extension ValueForm where Value == WrittenGroup.Members {
  fileprivate static let members: ValueForm = {
    let codes = ValueForm<Area.ID>.code.list
    let file = ValueForm<Located<String>>.mapping(MemberFileKeys.shape) { fields, reader in
      fields.read(MemberFileKeys.file, &reader)
    }
    let all = JSONValue.object([.init("const", .text("all"))])
    let schema = JSONSchema([.init("anyOf", .list([all, codes.schema.json, file.schema.json]))])
    return ValueForm(schema) { node, reader in
      switch node.content {
      case .mapping: return file.read(node, &reader).map { .file($0) }
      case .sequence(let items):
        guard let areas = codes.read(node, &reader) else { return nil }
        for (area, item) in zip(areas, items) where areas.count == items.count {
          reader.record(area.text, at: item.position)
        }
        return .listed(areas)
      case .scalar("all", _): return .everyArea
      case .scalar(let text, _):
        reader.fail(.notUnderstood(text, expected: "all, a list of areas, or {file: ...}", at: node.position))
        return nil
      case .refused:
        reader.failSilently()
        return nil
      }
    }
  }()
}

private enum MemberFileKeys {
  static let file = Key(
    required: "file", ValueForm<String>.fileName.located, "CSV file in groups/ with the columns area, from, to.")
  static let shape = Shape("members", file)
}
