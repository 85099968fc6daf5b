package import MilepostModel

extension SDMX {
  /// How the names of a workspace become ids of SDMX, where a point is no part of an id.
  package enum WorkspaceID {
    /// `R.1-a` becomes `R_1_a`: points and hyphens become underscores, which ids of the workspace do not have.
    package static func code(_ id: String) -> String {
      String(id.map { $0 == "." || $0 == "-" ? "_" : $0 })
    }

    /// The id of an artefact, which begins with a letter.
    package static func artefact(_ id: String, prefix: String) -> String {
      let code = code(id)
      return code.first.map { $0.isLetter && $0.isASCII } == true ? code : prefix + code
    }

    /// The id of a codelist of the workspace: `SEX` becomes `CL_SEX`.
    static func codelist(_ id: String) -> String { id.hasPrefix("CL_") ? code(id) : "CL_" + code(id) }

    /// The code of a unit: `PT` for percent, `PER_100_INHABITANTS`, `USD_PPP_2015`.
    static func unit(_ unit: UnitOfMeasure) -> String {
      var parts = [known[unit.measure] ?? words(unit.measure)]
      if let currency = unit.currency { parts.append(currency) }
      if unit.isPurchasingPowerParity { parts.append("PPP") }
      if let base = unit.priceBase { parts.append(String(base)) }
      return parts.joined(separator: "_")
    }

    private static let known = [
      "percent": "PT", "percentage points": "PP", "ratio": "RO", "index": "IX", "persons": "PS",
    ]

    /// The unit that a code of a message stands for: `PER_100_INHABITANTS` is `per 100 inhabitants`.
    package static func unit(ofCode code: String, multiplier: Int) -> UnitOfMeasure {
      let measure = known.first { $0.value == code }?.key ?? code.lowercased().replacing("_", with: " ")
      return UnitOfMeasure(measure, multiplier: multiplier)
    }

    /// Whether a unit of a workspace has a name without one of its own.
    package static func hasName(unit measure: String) -> Bool {
      known[measure] != nil || unitPhrases[measure] != nil
    }

    /// The words of a text in capitals with `_` between; other signs by their number, so that different texts stay apart.
    private static func words(_ text: String) -> String {
      var code = ""
      for scalar in text.uppercased().unicodeScalars {
        switch scalar {
        case "A"..."Z", "0"..."9": code.unicodeScalars.append(scalar)
        case " ", "-", "_", "/": if code.last != "_" { code += "_" }
        default: code += "U" + String(scalar.value, radix: 16, uppercase: true)
        }
      }
      return code.isEmpty ? "_Z" : code
    }
  }

  /// The names in all languages that a workspace has.
  struct WorkspaceNames {
    let languages: [LanguageTag]

    /// A phrase of ours in the languages of the workspace that it is known in; in English where it is known in none.
    func phrase(_ phrase: SDMXPhrase) -> LocalizedText {
      let entries = languages.compactMap { language in
        phrase.text(in: language).map { LocalizedText.Entry(language, $0) }
      }
      return LocalizedText(entries) ?? LocalizedText(phrase.english, LanguageTag("en"))
    }
  }
}
