import MilepostLanguage
import MilepostModel

extension Phrases {
  /// The name of a unit of measure, for subtitles and lists; the author's word where it has no name in the language.
  func name(ofUnit measure: String) -> String {
    switch measure {
    case UnitOfMeasure.percent.measure: self(.unitPercent)
    case UnitOfMeasure.percentagePoints.measure: self(.unitPercentagePoints)
    case UnitOfMeasure.ratio.measure: self(.unitRatio)
    case "index": self(.unitIndex)
    default: unitForms[measure]?.first ?? untranslatedName(ofUnit: measure)
    }
  }

  /// The form of a unit that goes with a number as it is printed.
  func form(ofUnit measure: String, with value: Double, decimals: Int) -> String {
    form(ofUnit: measure, PluralCategory(value, decimals: decimals, in: catalogueLanguage))
  }

  /// The form of a unit that goes with thousands, millions and the like: `subscriptions`, `d’abonnements`, `контрактов`.
  func form(ofUnit measure: String, afterPowerOfTen power: Int) -> String {
    let category: PluralCategory =
      switch catalogueLanguage.primary {
      case "ru": .many
      default: .other
      }
    let form = form(ofUnit: measure, category)
    return power < 6 ? form : withPreposition(form)
  }

  /// A unit in a label that names its power of ten: `млн контрактов`.
  func label(ofUnit measure: String) -> String {
    switch catalogueLanguage.primary {
    case "ar": form(ofUnit: measure, .other)
    case "ru": form(ofUnit: measure, .many)
    default: name(ofUnit: measure)
    }
  }

  /// The form of a noun of the workspace that goes with a number, in each language that it is in.
  ///
  /// - Returns: nil where no language has one.
  func form(ofNoun noun: LocalizedText, for number: Int) -> LocalizedText? {
    LocalizedText(
      noun.texts.map { entry in
        let forms = entry.text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let category = PluralCategory(number, in: entry.language)
        let place = PluralCategory.forms(in: entry.language).firstIndex(of: category) ?? forms.count - 1
        return LocalizedText.Entry(entry.language, forms[min(place, forms.count - 1)])
      })
  }

  /// A figure and its unit: without a blank in Chinese where the unit is Chinese.
  func joins(_ figure: String, _ unit: String, _ blank: String) -> String {
    let isHan = unit.unicodeScalars.first.map { ("\u{4E00}"..."\u{9FFF}").contains($0) } ?? false
    return figure + (isHan ? "" : blank) + unit
  }

  /// A figure that counts powers of ten, with their word: `7,524 million`. Chinese counts by ten thousands.
  func multiplied(_ value: Double, power: Int, decimals: Int) -> String {
    if let myriad = Myriad(nearestTo: power, in: catalogueLanguage) {
      if power == 6, value.magnitude < myriad.steps, value != 0 { return inTenThousands(ofMillions: value, decimals) }
      let steps = value / myriad.steps
      return numbers.text(steps, decimals: max(decimals + myriad.shift, 0)) + myriad.word
    }
    let number = numbers.text(value, decimals: decimals)
    let phrase: Phrase
    switch power {
    case 0: return number
    case 3: phrase = .thousand
    case 6: phrase = .million
    case 9: phrase = .billion
    case 12: phrase = .trillion
    default:
      return self(
        .powerOfTen, ["value": number, "power": numbers.text(Double(power), decimals: 0)])
    }
    return text(phrase, number: value, decimals: decimals, ["value": number])
  }

  /// Below a hundred million: as exact as the figure in millions, `600万` for 5.7 without digits after the point.
  private func inTenThousands(ofMillions value: Double, _ decimals: Int) -> String {
    let scale = Double.power(ofTen: decimals)
    let rounded = (value * scale).rounded(.toNearestOrAwayFromZero) / scale
    return numbers.text(rounded * 100, decimals: max(decimals - 2, 0)) + "万"
  }

  private func form(ofUnit measure: String, _ category: PluralCategory) -> String {
    guard let forms = unitForms[measure], forms.count > 1 else { return name(ofUnit: measure) }
    return forms[1 + place(of: category, among: forms.count - 1)]
  }

  /// French and Spanish put a preposition between millions and what they are millions of.
  private func withPreposition(_ unit: String) -> String {
    switch catalogueLanguage.primary {
    case "fr": unit.first.map { "aàâeéèêëhiîoôuyœ".contains($0.lowercased()) } == true ? "d’\(unit)" : "de \(unit)"
    case "es": "de \(unit)"
    default: unit
    }
  }

  /// The name in another language of the workspace, else the author's word.
  private func untranslatedName(ofUnit measure: String) -> String {
    guard let name = units[measure], !fallbacks.isEmpty else { return written(name: measure) }
    let firsts = name.texts.map { LocalizedText.Entry($0.language, String($0.text.prefix { $0 != "|" })) }
    return LocalizedText(firsts).map { written($0) } ?? measure
  }
}
