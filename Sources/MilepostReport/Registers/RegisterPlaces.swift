import MilepostModel

/// The pages of a register: its list in parts, the ways into it, and records with a page of their own.
struct RegisterPlaces: Sendable {
  /// Records on one page of the list.
  static let recordsOnPage = 200
  /// Names on one page of the way from A to Z.
  static let namesOnPage = 1000

  let register: Register
  /// In the order of the list: by key, or as in the file.
  let order: [Int]
  private let folder: String
  /// Place of each record in `order`.
  private let positions: [Int]
  /// Of each record, unique in the register.
  private let slugs: [String]

  init(_ published: PublishedRegister) { self.init(published, order: nil) }

  private init(_ published: PublishedRegister, order known: [Int]?) {
    register = published.register
    folder = "registers/\(published.register.id.text.slug)"
    let table = published.table
    let hasOrder = known == nil && !published.register.key.isEmpty && published.register.pages != .none
    let keys =
      hasOrder || published.register.pages == .records
      ? (0..<table.count).map { table.key(ofRow: $0, published.register.key) ?? "" } : []
    order =
      known
      ?? (hasOrder
        ? keys.indices.sorted { one, other in
          keys[one] == keys[other] ? one < other : keys[one].isNaturallyBefore(keys[other])
        } : Array(0..<table.count))
    var positions = [Int](repeating: 0, count: table.count)
    for (place, row) in order.enumerated() { positions[row] = place }
    self.positions = positions
    slugs = register.pages == .records ? RegisterPlaces.slugs(keys, order) : []
  }

  /// Two keys with one slug, and keys without letters, are told apart by a number.
  private static func slugs(_ keys: [String], _ order: [Int]) -> [String] {
    var slugs = [String](repeating: "", count: keys.count)
    var taken: Set<String> = []
    for row in order {
      let wanted = String(keys[row].slug.prefix(80))
      let base = wanted.contains(where: { $0 != "-" && $0 != "." }) ? wanted : "record"
      var slug = base
      var number = 1
      while !taken.insert(slug).inserted {
        number += 1
        slug = "\(base)-\(number)"
      }
      slugs[row] = slug
    }
    return slugs
  }

  /// Without a list the register has one page all the same.
  var pageCount: Int {
    register.pages == .none
      ? 1 : max(1, (order.count + RegisterPlaces.recordsOnPage - 1) / RegisterPlaces.recordsOnPage)
  }

  var hasWaysIn: Bool { pageCount > 1 }

  var namePageCount: Int { (order.count + RegisterPlaces.namesOnPage - 1) / RegisterPlaces.namesOnPage }

  /// - Parameter page: from 1.
  func list(_ page: Int) -> String { page == 1 ? folder : "\(folder)/page-\(page)" }

  var codes: String { "\(folder)/codes" }

  /// - Parameter page: from 1.
  func names(_ page: Int) -> String { page == 1 ? "\(folder)/names" : "\(folder)/names-\(page)" }

  func record(_ row: Int) -> String? { slugs.isEmpty ? nil : "\(folder)/records/\(slugs[row])" }

  /// The rows of a page of the list.
  func rows(onPage page: Int) -> ArraySlice<Int> {
    let start = (page - 1) * RegisterPlaces.recordsOnPage
    return order[start..<min(start + RegisterPlaces.recordsOnPage, order.count)]
  }

  /// The page of the list that has the record.
  func page(of row: Int) -> Int { positions[row] / RegisterPlaces.recordsOnPage + 1 }

  /// What stands for the record in addresses within its page.
  func anchor(_ row: Int) -> String { "r\(positions[row] + 1)" }

  /// Every page of a register, below the language's folder.
  static func all(_ published: PublishedRegister) -> [String] {
    // Without pages of records the order of the list does not matter.
    let isList = published.register.pages != .records
    let places = RegisterPlaces(published, order: isList ? Array(0..<published.table.count) : nil)
    var all = (1...places.pageCount).map(places.list)
    if places.hasWaysIn { all += [places.codes] + (1...max(1, places.namePageCount)).map(places.names) }
    return all + places.order.compactMap(places.record)
  }
}

extension PublishedRegister {
  /// What readers call a record: the field that names it, else its key, else its number in the file.
  func name(ofRow row: Int) -> String {
    register.name.flatMap { table[row, $0]?.text } ?? table.key(ofRow: row, register.key) ?? String(row + 1)
  }
}
