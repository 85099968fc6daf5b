import MilepostLanguage
import MilepostModel

extension ValueForm where Value == LocalizedText {
  /// The name of a unit of measure in each language, alone or with one form for each plural category: `day|day|days`.
  static let unitName = ValueForm(ValueForm<LocalizedText>.localized.schema) { node, reader in
    guard let name = ValueForm<LocalizedText>.localized.read(node, &reader) else { return nil }
    var isWhole = true
    for entry in name.texts {
      let forms = entry.text.split(separator: "|", omittingEmptySubsequences: false)
      let categories = PluralCategory.forms(in: entry.language)
      guard forms.count != 1, forms.count != categories.count + 1 || forms.contains(where: \.isEmpty) else { continue }
      isWhole = false
      reader.fail(.unitForms(forms.count - 1, entry.language, needs: categories, at: node.position))
    }
    return isWhole ? name : nil
  }
}

extension Diagnostic {
  fileprivate static func unitForms(
    _ count: Int, _ language: LanguageTag, needs categories: [PluralCategory], at position: SourcePosition
  ) -> Self {
    Diagnostic(
      .error, "MP0121",
      "unit name has \(count) forms for counts in \(language), expected \(categories.count) that are not empty",
      at: position,
      hint: "write the name, then the forms for \(categories.map(\.rawValue).joined(separator: ", ")), parted by '|'")
  }
}
