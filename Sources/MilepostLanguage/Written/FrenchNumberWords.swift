extension NumberWords {
  static let french = NumberWords(
    decimalMarks: [","],
    thousandsMarks: [],
    numerals: [
      (0, "zéro"), (1, "un, une"), (2, "deux"), (3, "trois"), (4, "quatre"), (5, "cinq"), (6, "six"), (7, "sept"),
      (8, "huit"), (9, "neuf"), (10, "dix"), (11, "onze"), (12, "douze"), (13, "treize"), (14, "quatorze"),
      (15, "quinze"), (16, "seize"), (17, "dix-sept, dix sept"), (18, "dix-huit, dix huit"),
      (19, "dix-neuf, dix neuf"), (20, "vingt"), (30, "trente"), (40, "quarante"), (50, "cinquante"),
      (60, "soixante"), (70, "septante"), (80, "quatre-vingt, quatre-vingts, quatre vingts, huitante, octante"),
      (90, "nonante"),
    ],
    hundred: "cent, cents",
    hundredAlone: true,
    and: "et, -",
    amounts: [
      (WrittenAmount("1", 3), "mille"), (WrittenAmount("12", 0), "une douzaine, douzaine"),
      (WrittenAmount("0.5", 6), "un demi-million, demi-million, un demi million"),
      (WrittenAmount("0.5", 9), "un demi-milliard, demi-milliard, un demi milliard"),
    ],
    rounds: [
      (10, "une dizaine, dizaine"), (20, "une vingtaine, vingtaine"), (30, "une trentaine, trentaine"),
      (50, "une cinquantaine, cinquantaine"), (60, "une soixantaine"), (100, "une centaine, centaine"),
    ],
    scales: [
      (3, "mille, millier, milliers, k"), (6, "million, millions, mio"),
      (9, "milliard, milliards, md, mds, mrd"), (12, "billion, billions"),
    ],
    links: "de, d'",
    andHalf: "et demi, et demie",
    minus: "moins",
    parts: [
      (0.5, "moitié, la moitié, une moitié, un demi, une demie, ½"), (1.0 / 3, "le tiers, ⅓"), (2.0 / 3, "⅔"),
      (0.25, "le quart, ¼"), (0.75, "¾"), (0.2, "⅕"),
    ],
    denominators: [
      (3, "tiers"), (4, "quart, quarts"), (5, "cinquième, cinquièmes"), (6, "sixième, sixièmes"),
      (7, "septième, septièmes"), (8, "huitième, huitièmes"), (9, "neuvième, neuvièmes"), (10, "dixième, dixièmes"),
      (20, "vingtième, vingtièmes"), (100, "centième, centièmes"),
    ],
    outOf: "sur",
    multiples: [
      (
        0.5,
        "diminué de moitié, réduit de moitié, réduite de moitié, réduits de moitié, réduites de moitié, baissé de moitié"
      ),
      (2, "doublé, doublée, doublés, doublées, doubler, double, le double, du double"),
      (3, "triplé, triplée, triplés, triplées, tripler, triple, le triple, du triple"),
      (4, "quadruplé, quadruplée, quadrupler, quadruple, le quadruple"),
      (5, "quintuplé, quintuplée, quintupler, le quintuple"), (10, "décuplé, décuplée, décupler, le décuple"),
    ],
    times: "fois, fois plus, fois plus de, fois le nombre de",
    beforeTimes: "multiplié par, multipliée par, multipliés par, multipliées par",
    leads: "a, ont, avait, avaient, est, sont, a été, ont été, s'est, les, de",
    percent: "%, ٪, ％, pour cent, pourcent, p. cent, p. 100",
    percentagePoints: "point de pourcentage, points de pourcentage, point de %, points de %, pp",
    currencies: [
      (
        "USD",
        "USD, $, US$, $US, $ US, $ É.-U., dollar, dollars, dollars US, dollars des États-Unis, dollars américains"
      ),
      ("EUR", "EUR, €, euro, euros"), ("CHF", "CHF, franc suisse, francs suisses"),
      ("GBP", "GBP, £, livres sterling"), ("JPY", "JPY, ¥, yen, yens"), ("CNY", "CNY, RMB, yuan, yuans"),
      ("RUB", "RUB, ₽, rouble, roubles"), ("SDR", "DTS"),
    ],
    hedges: [
      (
        .above,
        """
        plus de, plus d', plus que, au-delà de, au delà de, supérieur à, supérieure à, un peu plus de, un peu plus d', \
        bien plus de, dépassant, dépasse, dépassent, >
        """
      ),
      (
        .below,
        """
        presque, moins de, moins d', un peu moins de, un peu moins d', à peine moins de, inférieur à, inférieure à, \
        pas tout à fait, <
        """
      ),
      (
        .around,
        """
        près de, près d', environ, quelque, quelques, autour de, autour d', aux alentours de, aux environs de, à peu près, \
        approximativement, de l'ordre de, proche de, ~, ≈, ±
        """
      ),
      (.atLeast, "au moins, au minimum, pas moins de, pas moins d', un minimum de, >=, ≥"),
      (.atMost, "au plus, tout au plus, au maximum, jusqu'à, pas plus de, pas plus d', un maximum de, <=, ≤"),
      (.exactly, "exactement, précisément, un total de, au total"),
    ],
    hedgesAfter: [
      (.atLeast, "+, ou plus, et plus, au moins, au minimum"), (.atMost, "ou moins, au plus, au maximum"),
      (.around, "environ, approximativement"),
    ])
}
