extension NumberWords {
  static let spanish = NumberWords(
    decimalMarks: [","],
    thousandsMarks: ["."],
    isGroupAmbiguous: true,
    numerals: [
      (0, "cero"), (1, "un, uno, una"), (2, "dos"), (3, "tres"), (4, "cuatro"), (5, "cinco"), (6, "seis"),
      (7, "siete"), (8, "ocho"), (9, "nueve"), (10, "diez"), (11, "once"), (12, "doce"), (13, "trece"),
      (14, "catorce"), (15, "quince"), (16, "dieciséis, dieciseis"), (17, "diecisiete"), (18, "dieciocho"),
      (19, "diecinueve"), (20, "veinte"), (21, "veintiuno, veintiún, veintiuna, veintiun"),
      (22, "veintidós, veintidos"), (23, "veintitrés, veintitres"), (24, "veinticuatro"), (25, "veinticinco"),
      (26, "veintiséis, veintiseis"), (27, "veintisiete"), (28, "veintiocho"), (29, "veintinueve"), (30, "treinta"),
      (40, "cuarenta"), (50, "cincuenta"), (60, "sesenta"), (70, "setenta"), (80, "ochenta"), (90, "noventa"),
      (100, "cien, ciento"), (200, "doscientos, doscientas"), (300, "trescientos, trescientas"),
      (400, "cuatrocientos, cuatrocientas"), (500, "quinientos, quinientas"), (600, "seiscientos, seiscientas"),
      (700, "setecientos, setecientas"), (800, "ochocientos, ochocientas"), (900, "novecientos, novecientas"),
    ],
    and: "y",
    amounts: [
      (WrittenAmount("1", 3), "mil"), (WrittenAmount("12", 0), "una docena, docena"),
      (WrittenAmount("0.5", 6), "medio millón"),
    ],
    rounds: [
      (10, "una decena, decena"), (20, "una veintena, veintena"), (30, "una treintena"),
      (100, "un centenar, centenar, una centena"),
    ],
    scales: [
      (3, "mil, millar, millares"), (6, "millón, millon, millones, mill., mm"),
      (9, "millardo, millardos"), (12, "billón, billon, billones"),
    ],
    links: "de",
    andHalf: "y medio, y media",
    minus: "menos",
    parts: [
      (0.5, "mitad, la mitad, medio, media, ½"), (1.0 / 3, "la tercera parte, ⅓"), (2.0 / 3, "⅔"),
      (0.25, "la cuarta parte, ¼"), (0.2, "la quinta parte, ⅕"), (0.1, "la décima parte"), (0.75, "¾"),
    ],
    denominators: [
      (3, "tercio, tercios, tercera parte, terceras partes"), (4, "cuarto, cuartos, cuarta parte, cuartas partes"),
      (5, "quinto, quintos, quinta parte, quintas partes"), (6, "sexto, sextos, sexta parte, sextas partes"),
      (7, "séptimo, séptimos, séptima parte, séptimas partes"), (8, "octavo, octavos, octava parte, octavas partes"),
      (9, "noveno, novenos, novena parte, novenas partes"), (10, "décimo, décimos, décima parte, décimas partes"),
    ],
    outOf: "de cada, de, sobre, por cada",
    multiples: [
      (0.5, "reducido a la mitad, reducida a la mitad, reducidos a la mitad, redujo a la mitad, redujeron a la mitad"),
      (
        2,
        """
        duplicado, duplicada, duplicó, duplicaron, duplicar, duplica, duplicando, el doble, doble, doblado, dobló, \
        doblaron
        """
      ),
      (3, "triplicado, triplicada, triplicó, triplicaron, triplicar, triplica, triplicando, el triple, triple"),
      (4, "cuadruplicado, cuadruplicó, cuadruplicaron, cuadruplicar, el cuádruple, cuádruple"),
      (5, "quintuplicado, quintuplicó, quintuplicaron, quintuplicar, el quíntuple"), (10, "decuplicado, decuplicó"),
    ],
    times: "veces, vez, veces más, veces mayor, veces superior",
    beforeTimes: "multiplicado por, multiplicada por, multiplicó por, multiplicaron por",
    leads: "se ha, se han, se había, se habían, ha, han, se, las, los, el, la",
    percent: "%, ٪, ％, por ciento, porciento, por cien",
    percentagePoints: "punto porcentual, puntos porcentuales, pp, p.p.",
    currencies: [
      (
        "USD",
        """
        USD, $, US$, $US, $EE.UU., $ EE.UU., dólar, dólares, dólares EE.UU., dólares de EE.UU., \
        dólares de los Estados Unidos, dólares estadounidenses
        """
      ),
      ("EUR", "EUR, €, euro, euros"), ("CHF", "CHF, franco suizo, francos suizos"),
      ("GBP", "GBP, £, libras esterlinas"), ("JPY", "JPY, ¥, yen, yenes"), ("CNY", "CNY, RMB, yuan, yuanes"),
      ("RUB", "RUB, ₽, rublo, rublos"), ("SDR", "DEG"),
    ],
    hedges: [
      (
        .above,
        """
        más de, más del, más que, por encima de, por encima del, superior a, superior al, algo más de, algo más del, \
        poco más de, un poco más de, superan, supera, superó, más allá de, >
        """
      ),
      (
        .below,
        """
        casi, menos de, menos del, por debajo de, por debajo del, inferior a, inferior al, algo menos de, \
        algo menos del, poco menos de, un poco menos de, <
        """
      ),
      (
        .around,
        """
        cerca de, cerca del, unos, unas, alrededor de, alrededor del, aproximadamente, en torno a, en torno al, \
        próximo a, próximo al, del orden de, más o menos, ~, ≈, ±
        """
      ),
      (.atLeast, "al menos, por lo menos, como mínimo, no menos de, no menos del, un mínimo de, >=, ≥"),
      (.atMost, "a lo sumo, como máximo, hasta, hasta el, no más de, no más del, un máximo de, <=, ≤"),
      (.exactly, "exactamente, precisamente, un total de"),
    ],
    hedgesAfter: [
      (.atLeast, "+, o más, y más, como mínimo, por lo menos, al menos"), (.atMost, "o menos, como máximo, a lo sumo"),
      (.around, "aproximadamente, más o menos"),
    ])
}
