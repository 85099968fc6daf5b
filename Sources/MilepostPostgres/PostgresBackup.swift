#if Postgres
  package import MilepostStore

  extension PostgresStore {
    /// Writes all that was published into a new file of SQLite, which any store can be restored from.
    ///
    /// - Throws: `exists` when there is a file already.
    package func backUp(to target: String) throws(StoreError) { try SQLiteStore.keep(self, in: target) }

    /// Makes a store what a backup is, in one transaction: a reader sees the old store or the new one.
    ///
    /// - Parameter isReplacing: whether a store that is there gives way.
    /// - Throws: `exists` when there is one and it must not; `damaged` when the backup is.
    package static func restore(
      _ backup: String, to address: PostgresAddress, replacing isReplacing: Bool
    ) throws(StoreError) {
      let source = try SQLiteStore.open(backup)
      if let damage = try source.verify().damages.first { throw .damaged(backup, what: damage.description) }
      let store = try openOrMake(address)
      let publishing = try store.beginPublishing()
      if try store.publication(asOf: nil) != nil {
        guard isReplacing else { throw .exists(store.name) }
        try publishing.clear()
      }
      var reader = PublicationReader(source)
      try reader.copyAll { (publication, parts, files) throws(StoreError) in
        for file in files { try publishing.add(file.path, file.contents) }
        return try publishing.publish(parts, at: publication.published).publication
      }
      try publishing.commit()
    }
  }
#endif
