extension SDMX.ItemScheme {
  /// The scheme with some of its items, and partial where that leaves any out.
  func keeping(where isWanted: (Item) -> Bool) -> SDMX.ItemScheme<Item> {
    let kept = items.filter(isWanted)
    return SDMX.ItemScheme(maintenance, kind: kind, isPartial: isPartial || kept.count < items.count, items: kept)
  }
}

extension SDMX.ItemScheme<SDMX.Code> {
  /// The codes that are wanted, with those above them.
  package func keeping(_ ids: Set<String>) -> SDMX.Codelist {
    var wanted = ids
    let parents = Dictionary(items.map { ($0.id, $0.parent) }) { first, _ in first }
    for id in ids {
      var next = parents[id] ?? nil
      while let parent = next, wanted.insert(parent).inserted { next = parents[parent] ?? nil }
    }
    return keeping { wanted.contains($0.id) }
  }
}

extension SDMX.Structures {
  /// The schemes with the items that are wanted, and those around them.
  ///
  /// - Parameter paths: ids of items from the outermost in.
  /// - Returns: nil where a scheme that is there has none of them.
  package func keeping(items paths: [[String]]) -> SDMX.Structures? {
    let ids = Set(paths.compactMap(\.last))
    var kept = SDMX.Structures()
    kept.codelists = codelists.map { $0.keeping(ids) }.filter { !$0.items.isEmpty }
    kept.valueLists = valueLists.map { $0.keeping(ids) }.filter { !$0.items.isEmpty }
    kept.conceptSchemes = conceptSchemes.map { $0.keeping { ids.contains($0.id) } }.filter { !$0.items.isEmpty }
    kept.agencySchemes = agencySchemes.map { $0.keeping { ids.contains($0.id) } }.filter { !$0.items.isEmpty }
    kept.dataProviderSchemes = dataProviderSchemes.map { $0.keeping { ids.contains($0.id) } }
      .filter { !$0.items.isEmpty }
    kept.categorySchemes = categorySchemes.compactMap { scheme in
      let items = scheme.items.compactMap { $0.keeping(paths) }
      return items.isEmpty
        ? nil : SDMX.CategoryScheme(scheme.maintenance, kind: scheme.kind, isPartial: true, items: items)
    }
    return kept.references.isEmpty ? nil : kept
  }

  /// The lists with only those codes, and the concepts that the data structures here use.
  ///
  /// - Parameters:
  ///   - codes: of each codelist that is to be cut.
  ///   - whole: concept schemes that stay as they are.
  package func cut(
    to codes: [SDMX.Reference: Set<String>], except whole: Set<SDMX.Reference> = []
  ) -> SDMX.Structures {
    var cut = self
    cut.codelists = codelists.map { list in codes[list.reference].map { list.keeping($0) } ?? list }
    let used = Set(dataStructures.flatMap(\.components).flatMap { [$0.concept] + $0.roles })
    guard !used.isEmpty else { return cut }
    cut.conceptSchemes = conceptSchemes.map { scheme in
      whole.contains(scheme.reference) ? scheme : scheme.keeping { used.contains(scheme.reference.item($0.id)) }
    }
    return cut
  }
}

extension SDMX.Category {
  /// The category with those below it that lead to an item; nil where none does. One that is meant is whole.
  fileprivate func keeping(_ paths: [[String]]) -> SDMX.Category? {
    let own = paths.filter { $0.first == id }
    guard !own.isEmpty else { return nil }
    if own.contains(where: { $0.count == 1 }) { return self }
    let inner = categories.compactMap { $0.keeping(own.map { Array($0.dropFirst()) }) }
    return inner.isEmpty ? nil : SDMX.Category(naming, categories: inner)
  }
}
