/// How many bytes a file of the site may have, before compression, to be there at once on a slow line.
package struct ByteBudget: Hashable, Sendable {
  package let bytes: Int

  package static let page = ByteBudget(bytes: 100_000)
  /// A page that holds a table of all areas.
  package static let wholeTable = ByteBudget(bytes: 300_000)
  package static let searchIndex = ByteBudget(bytes: 300_000)
  /// All scripts together, without the search index.
  package static let script = ByteBudget(bytes: 30_000)
  package static let style = ByteBudget(bytes: 30_000)
}
