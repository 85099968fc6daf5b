package import MilepostModel

extension SDMX {
  /// How a JSON message is written.
  package struct JSONForm: Hashable, Sendable {
    package enum Version: String, Hashable, Sendable, CaseIterable {
      case one = "1.0.0"
      case two = "2.0.0"
      case twoOne = "2.1.0"
    }

    package let version: Version
    /// In which languages names are wanted, the first first; all languages of a name are in `names`.
    package let languages: [LanguageTag]

    package init(_ version: Version, languages: [LanguageTag] = []) {
      self.version = version
      self.languages = languages
    }

    /// The address of the schema, by which readers know the message.
    func schema(_ kind: String) -> String {
      let folder =
        switch version {
        case .one: "master/\(kind)-message/tools/schemas/1.0"
        case .two: "develop/\(kind)-message/tools/schemas/2.0.0"
        case .twoOne: "develop/\(kind)-message/tools/schemas/2.1"
        }
      return "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/\(folder)/sdmx-json-\(kind)-schema.json"
    }
  }
}

extension JSONWriter {
  /// The best name, and all names by language.
  mutating func names(
    _ text: LocalizedText?, _ form: SDMX.JSONForm, key: StaticString = "name", all: StaticString = "names"
  ) {
    guard let text else { return }
    member(key, text.best(of: form.languages).text)
    member(all, text)
  }

  mutating func meta(_ header: SDMX.Header, _ form: SDMX.JSONForm, _ kind: String) {
    key("meta")
    object { json in
      json.member("schema", form.schema(kind))
      json.member("id", header.id)
      json.member("prepared", header.prepared)
      json.member("test", header.isTest)
      if !form.languages.isEmpty {
        json.key("contentLanguages")
        json.array(form.languages) { $0.string($1.text) }
      }
      json.names(header.name, form)
      json.key("sender")
      json.party(header.sender, form)
      if !header.receivers.isEmpty {
        json.key("receivers")
        json.array(header.receivers) { $0.party($1, form) }
      }
    }
  }

  private mutating func party(_ party: SDMX.Party, _ form: SDMX.JSONForm) {
    object { json in
      json.member("id", party.id)
      json.names(party.name, form)
    }
  }
}
