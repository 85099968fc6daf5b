import Foundation

/// The words with which a language says numbers, those of docs/written-numbers.md in the forms that reports use.
struct SaidWords {
  typealias Times = (beginning: String, ending: String)

  /// Words before hedge or number that say nothing.
  var leading: [String] = []
  let hedges: [String: SaidNumber.Hedge]
  let multiples: [String: Int]
  /// What stands before and behind a count that makes it a multiple.
  let times: [Times]
  let parts: [String: (Int, Int)]
  let counts: [String: Int]
  let scales: [String: Int]
  /// Of per cent and percentage points.
  let signs: [String]
  let point: Character
  let thousands: Character

  static let tables: [String: SaidWords] = [
    "en": english, "fr": french, "es": spanish, "ru": russian, "zh": chinese, "ar": arabic,
  ]

  /// - Parameter rows: for each hedge its forms, separated by `, `; a blank stands behind each.
  static func hedges(_ rows: [SaidNumber.Hedge: String], blank: String = " ") -> [String: SaidNumber.Hedge] {
    var hedges: [String: SaidNumber.Hedge] = [:]
    for (hedge, row) in rows {
      for form in row.components(separatedBy: ", ") { hedges[form + blank] = hedge }
    }
    return hedges
  }

  /// - Parameter row: the forms of 1, 2, 3 …, those of one number separated by `/`.
  static func counts(_ row: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for (place, forms) in row.components(separatedBy: " ").enumerated() {
      for form in forms.components(separatedBy: "/") { counts[form] = place + 1 }
    }
    return counts
  }

  private static let english = SaidWords(
    leading: ["has ", "have ", "had "],
    hedges: hedges([
      .above: "over, more than, above, exceeding, just over, well over",
      .below: "nearly, almost, less than, fewer than, under, below, just under, not quite",
      .around: "close to, about, around, some, approximately, roughly",
      .atLeast: "at least, no fewer than, no less than",
      .atMost: "at most, up to, no more than", .exactly: "exactly, precisely, only",
    ]),
    multiples: ["doubled": 2, "twice": 2, "twice as many": 2, "tripled": 3],
    times: [(beginning: "", ending: " times")],
    parts: [
      "half": (1, 2), "a half": (1, 2), "a third": (1, 3), "one third": (1, 3), "two thirds": (2, 3),
      "a quarter": (1, 4), "three quarters": (3, 4), "a fifth": (1, 5), "one in five": (1, 5), "four in five": (4, 5),
      "three in four": (3, 4), "one in three": (1, 3),
    ],
    counts: counts("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"),
    scales: ["thousand": 3, "million": 6, "billion": 9], signs: ["%", "per cent", "percentage points"], point: ".",
    thousands: ",")

  private static let french = SaidWords(
    leading: ["a ", "ont "],
    hedges: hedges([
      .above: """
      plus de, au-delà de, supérieur à, supérieure à, supérieurs à, supérieures à, dépassant, un peu plus de
      """,
      .below: """
      presque, moins de, inférieur à, inférieure à, inférieurs à, inférieures à, à peine moins de, un peu moins de
      """,
      .around: "près de, environ, quelque, autour de, à peu près, de l’ordre de, proche de",
      .atLeast: "au moins, au minimum, pas moins de", .atMost: "au plus, au maximum, jusqu’à, pas plus de",
      .exactly: "exactement, précisément, au total",
    ]),
    multiples: ["doublé": 2, "doublée": 2, "doublés": 2, "le double": 2, "triplé": 3],
    times: [(beginning: "", ending: " fois")],
    parts: [
      "la moitié": (1, 2), "un tiers": (1, 3), "le tiers": (1, 3), "deux tiers": (2, 3), "un quart": (1, 4),
      "le quart": (1, 4), "un cinquième": (1, 5),
    ],
    counts: counts("un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"),
    scales: ["mille": 3, "millions": 6, "milliards": 9], signs: ["%", "pour cent", "points de pourcentage"],
    point: ",", thousands: "\u{202F}")

  private static let spanish = SaidWords(
    leading: ["se ha ", "se han ", "ha ", "el ", "los ", "las "],
    hedges: hedges([
      .above: """
      más de, más del, por encima de, por encima del, superior a, superior al, algo más de, algo más del, supera, \
      supera el
      """,
      .below: """
      casi, menos de, menos del, por debajo de, por debajo del, inferior a, inferior al, poco menos de, \
      poco menos del, algo menos de, algo menos del
      """,
      .around: """
      cerca de, cerca del, unos, unas, alrededor de, alrededor del, aproximadamente, en torno a, en torno al
      """,
      .atLeast: "al menos, por lo menos, como mínimo, no menos de", .atMost: "como máximo, a lo sumo, hasta, no más de",
      .exactly: "exactamente, precisamente, un total de",
    ]),
    multiples: ["duplicado": 2, "el doble": 2, "triplicado": 3], times: [(beginning: "", ending: " veces")],
    parts: [
      "la mitad": (1, 2), "un tercio": (1, 3), "la tercera parte": (1, 3), "dos tercios": (2, 3),
      "un cuarto": (1, 4), "la cuarta parte": (1, 4), "una quinta parte": (1, 5),
    ],
    counts: counts("uno/una/un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"),
    scales: ["mil": 3, "millones": 6, "mil millones": 9], signs: ["%", "por ciento", "puntos porcentuales"],
    point: ",", thousands: ".")
}
