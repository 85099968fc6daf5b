import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// The script that the search reads when a reader first uses it: it sets `milepostIndex`.
  ///
  /// An entry is an array of the places of its kind, its place in the site, id, title, further words, and then, where
  /// there are any, the place of its status and the language of its title where that is not the page's.
  func searchIndex() -> [UInt8] {
    let phrases = Phrases(release, language)
    var script = ScriptWriter()
    script.raw("milepostIndex={\"kinds\":")
    script.list(SiteEntry.Kind.allCases) { $0.string(phrases.label(of: $1, id: "{id}")) }
    script.raw(",\n\"statuses\":")
    script.list(SearchStatus.all) { $0.string(word(for: $1, phrases)) }
    script.raw(",\n\"words\":")
    script.list([IndexPhrase.resultsFound, .resultsFoundMore, .nothingFound, .slashKey]) { $0.string(phrases($1)) }
    script.raw(",\n\"entries\":")
    script.list(release.siteEntries(menu: searchedPages, phrases) + recordEntries, separator: ",\n") {
      write($1, phrases, into: &$0)
    }
    script.raw("};\n")
    return script.bytes
  }

  /// A register with more records is searched on its own pages.
  private static let mostRecordsSearched = 2000

  private var recordEntries: [SiteEntry] {
    registers.filter {
      $0.published.register.pages != .none && $0.published.table.count <= SiteContext.mostRecordsSearched
    }.flatMap { entry in
      entry.places.order.map { row in
        SiteEntry(
          .record, entry.published.table.key(ofRow: row, entry.published.register.key) ?? String(row + 1),
          entry.address(row), LocalizedText(entry.published.name(ofRow: row), languages[0]),
          words: [text(entry.published.register.title)])
      }
    }
  }

  /// The pages that stand for no element.
  var searchedPages: [(name: String, place: String)] {
    menu + [(phrases(.indexTitle), "a-z"), (phrases(.missingTitle), "missing")].filter { pages.contains($0.1) }
  }

  private func word(for status: SearchStatus, _ phrases: Phrases) -> String {
    switch status {
    case .target(let status): release.word(for: status, phrases)
    case .outcome(let status): phrases.name(of: status)
    }
  }

  func write(_ entry: SiteEntry, _ phrases: Phrases, into script: inout ScriptWriter) {
    let title = phrases.entry(of: entry.title)
    let isForeign = title.language != phrases.catalogueLanguage
    script.raw("[")
    script.number(SiteEntry.Kind.allCases.firstIndex(of: entry.kind))
    for text in [entry.place, entry.id, title.text, entry.words.joined(separator: " ")] {
      script.raw(",")
      script.string(text)
    }
    if entry.status != nil || isForeign {
      script.raw(",")
      script.number(entry.status.flatMap(SearchStatus.all.firstIndex))
    }
    if isForeign {
      script.raw(",")
      script.string(title.language.markupTag)
    }
    script.raw("]")
  }
}

/// Writes values as JavaScript and JSON both read them.
struct ScriptWriter {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  /// - Parameter number: nil is written as `null`.
  mutating func number(_ number: Int?) { bytes.append(contentsOf: (number.map(String.init) ?? "null").utf8) }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      // Texts have no control character that means anything to a reader.
      case 0..<0x20: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func list<Item>(
    _ items: [Item], separator: StaticString = ",", _ write: (inout ScriptWriter, Item) -> Void
  ) {
    raw("[")
    for (index, item) in items.enumerated() {
      if index > 0 { raw(separator) }
      write(&self, item)
    }
    raw("]")
  }
}
