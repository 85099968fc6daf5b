import MilepostModel

/// Which language names are in, as an Accept-Language header asks.
enum LanguageChoice {
  /// The best of the languages that there are: the same, then one of the same primary language; the first where none is.
  ///
  /// - Parameters:
  ///   - header: nil where there is none.
  ///   - languages: at least one, the standard one first.
  static func best(_ header: String?, of languages: [LanguageTag]) -> LanguageTag {
    precondition(!languages.isEmpty, "a workspace has a language")
    let asked = (header ?? "").split(separator: ",").enumerated().compactMap { place, part in
      Wish(part).map { (place: place, wish: $0) }
    }
    let wishes = asked.filter { $0.wish.quality > 0 }.sorted { one, other in
      one.wish.quality != other.wish.quality ? one.wish.quality > other.wish.quality : one.place < other.place
    }.map(\.wish)
    for wish in wishes {
      if wish.name == "*" { return languages[0] }
      if let same = languages.first(where: { $0.text.lowercased() == wish.name }) { return same }
      if let related = languages.first(where: { Wish.primary($0.text.lowercased()) == Wish.primary(wish.name) }) {
        return related
      }
    }
    return languages[0]
  }

  private struct Wish {
    let name: String
    let quality: Double

    /// `zh` of `zh-hans`.
    static func primary(_ name: String) -> Substring { name.prefix { $0 != "-" } }

    init?(_ text: Substring) {
      let parts = text.split(separator: ";")
      guard let name = parts.first?.filter({ $0 != " " }), !name.isEmpty else { return nil }
      let stated = parts.dropFirst().map { $0.filter { $0 != " " } }.first { $0.hasPrefix("q=") }
      self.name = name.lowercased()
      quality = stated.flatMap { Double($0.dropFirst(2)) } ?? 1
    }
  }
}
