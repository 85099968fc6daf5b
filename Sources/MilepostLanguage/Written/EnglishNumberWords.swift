extension NumberWords {
  static let english = NumberWords(
    decimalMarks: ["."],
    thousandsMarks: [","],
    numerals: [
      (0, "zero"), (1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five"), (6, "six"), (7, "seven"),
      (8, "eight"), (9, "nine"), (10, "ten"), (11, "eleven"), (12, "twelve"), (13, "thirteen"), (14, "fourteen"),
      (15, "fifteen"), (16, "sixteen"), (17, "seventeen"), (18, "eighteen"), (19, "nineteen"), (20, "twenty"),
      (30, "thirty"), (40, "forty"), (50, "fifty"), (60, "sixty"), (70, "seventy"), (80, "eighty"), (90, "ninety"),
    ],
    hundred: "hundred",
    and: "and, -",
    articles: "a, an",
    amounts: [(WrittenAmount("12", 0), "dozen")],
    scales: [
      (3, "thousand, k"), (6, "million, mn, mln"), (9, "billion, bn"), (12, "trillion, tn, trn"),
    ],
    moneyScales: [(6, "m"), (9, "b")],
    andHalf: "and a half, and one half, and one-half",
    minus: "minus",
    parts: [
      (0.5, "half, one half, one-half, a half, one in two, ½"), (1.0 / 3, "⅓"), (2.0 / 3, "⅔"),
      (0.25, "¼"), (0.75, "¾"), (0.2, "⅕"),
    ],
    denominators: [
      (3, "third, thirds"), (4, "quarter, quarters, fourth, fourths"), (5, "fifth, fifths"), (6, "sixth, sixths"),
      (7, "seventh, sevenths"), (8, "eighth, eighths"), (9, "ninth, ninths"), (10, "tenth, tenths"),
      (20, "twentieth, twentieths"), (100, "hundredth, hundredths"),
    ],
    outOf: "in, in every, out of, out of every, of every, of each",
    multiples: [
      (0.5, "halved, halving"),
      (2, "doubled, doubling, double, twice, twofold, two-fold, twice as many, twice as much, double the number of"),
      (3, "tripled, trebled, tripling, triple, thrice, threefold, three-fold"),
      (4, "quadrupled, quadrupling, quadruple, fourfold, four-fold"),
      (5, "quintupled, fivefold, five-fold"), (6, "sixfold, six-fold"), (7, "sevenfold, seven-fold"),
      (8, "eightfold, eight-fold"), (9, "ninefold, nine-fold"), (10, "tenfold, ten-fold"),
      (20, "twentyfold, twenty-fold"), (100, "hundredfold, a hundredfold"),
    ],
    times: "x, ×, times, times as many, times as much, times as high, -fold, fold",
    leads: "has, have, had, has been, have been, had been, was, were, is, are, by, the",
    percent: "%, ٪, ％, per cent, percent, per-cent",
    percentagePoints: "percentage point, percentage points, per cent points, pp, p.p., %-points",
    currencies: [
      ("USD", "US$, $US, US $, USD, $, US dollar, US dollars, United States dollars, dollar, dollars"),
      ("EUR", "EUR, €, euro, euros"), ("CHF", "CHF, SFr, Swiss franc, Swiss francs"),
      ("GBP", "GBP, £, pounds sterling"), ("JPY", "JPY, ¥, yen"), ("CNY", "CNY, RMB, CN¥, yuan, renminbi"),
      ("RUB", "RUB, ₽, rouble, roubles"), ("SDR", "SDR"), ("CAD", "CAD, C$"), ("AUD", "AUD, A$"), ("INR", "INR, ₹"),
    ],
    hedges: [
      (
        .above,
        """
        over, more than, above, exceeding, exceeds, exceeded, upwards of, upward of, greater than, higher than, just over, \
        just above, slightly over, slightly above, slightly more than, a little over, a little more than, well over, \
        in excess of, beyond, >
        """
      ),
      (
        .below,
        """
        nearly, almost, just under, just below, slightly under, slightly below, slightly less than, a little under, \
        a little less than, well under, less than, fewer than, under, below, not quite, approaching, lower than, <
        """
      ),
      (
        .around,
        """
        close to, about, around, some, approximately, roughly, circa, c., ca., approx., in the order of, of the order of, \
        in the region of, an estimated, estimated at, ~, ≈, ±
        """
      ),
      (.atLeast, "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, >=, ≥"),
      (.atMost, "at most, up to, no more than, not more than, a maximum of, as many as, as much as, <=, ≤"),
      (.exactly, "exactly, precisely, a total of, fully, only"),
    ],
    hedgesAfter: [
      (.atLeast, "+, or more, or over, or above, and over, and above, or higher, at least"),
      (.atMost, "or less, or fewer, or under, at most, or lower"),
      (.around, "or so, approximately, or thereabouts"),
    ])
}
