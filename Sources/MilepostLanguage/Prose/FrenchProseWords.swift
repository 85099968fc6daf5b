extension ProseWords {
  static let french = ProseWords(
    ordinary: [
      ("doubler, tripler, quadrupler", ""), ("double, triple, quadruple", "de, du"),
      (
        """
        un demi, une demie, moitié, un cinquième, un sixième, un septième, un huitième, un neuvième, un dixième, \
        un vingtième, un centième, le quart, le tiers
        """, "de, des, du, d'"
      ),
    ],
    companions: "de, des, du, d', plus",
    takers: "pour, première, seconde, deuxième, dernière, prochaine, chaque, premier, second",
    quantityHedges: """
      plus de, moins de, près de, au moins, au plus, presque, quelque, pas moins de, pas plus de, au total, environ
      """,
    ordinalEndings:
      "er, re, ère, e, es, è, ème, èmes, ième, ièmes, nd, nde, <sup>e</sup>, <sup>er</sup>, <sup>ème</sup>",
    ordinalWords: """
      unième, deuxième, troisième, quatrième, cinquième, sixième, septième, huitième, neuvième, dixième, onzième, douzième, \
      treizième, quatorzième, quinzième, seizième, centième, vingtième, trentième
      """,
    references: """
      résolution, rés., décision, article, art., numéro, n°, nº, n o, no, no., section, alinéa, chapitre, chap., annexe, appendice, tableau, \
      figure, fig., encadré, cible, but, objectif, résultat, produit, recommandation, rec., document, doc., question, \
      commission d'études, ce, groupe de travail, gt, page, p., paragraphe, par., §, point, point de l'ordre du jour, phase, \
      odd, omd, partie, étape, option, groupe, catégorie, niveau, volume, vol., session, région, zone, cas, classe, règle, \
      ligne, colonne, note, version, wi-fi, wifi, windows, web, industrie, iso, cei, iso/cei, ieee, rfc, grande orientation, \
      tâche, module, salle, circulaire, lettre circulaire, lettre collective, avis, rapport, supplément, amendement, \
      addendum, révision, rév., thème, pilier, priorité, indicateur, programme, projet, connect, connecter, carte, \
      graphique, loi, règlement, directive, protocole, horizon, groupe de travail du conseil
      """,
    referenceLists: """
      salles, résolutions, décisions, articles, numéros, nos, sections, chapitres, annexes, appendices, tableaux, figures, encadrés, \
      cibles, buts, objectifs, résultats, produits, recommandations, documents, questions, commissions d'études, \
      groupes de travail, pages, pp., paragraphes, §§, points, phases, parties, étapes, options, groupes, catégories, \
      niveaux, volumes, sessions, régions, zones, classes, règles, lignes, colonnes, notes, grandes orientations, avis, \
      rapports, thèmes, piliers, priorités, indicateurs, odd
      """,
    listEnds: "et, ou, ainsi que",
    rangeLinks: "à, au, -, –, —, et",
    names: "agenda 2030, programme 2030, web 2.0, industrie 4.0, 24 heures sur 24, 24h/24, 7 jours sur 7, 7j/7, 4k, 8k",
    months: [
      "janvier, janv.", "février, févr.", "mars", "avril, avr.", "mai", "juin", "juillet, juil.", "août, aout",
      "septembre, sept.", "octobre, oct.", "novembre, nov.", "décembre, déc.",
    ],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    dayArticles: "le, au, du",
    dayLinks: "de",
    yearPrefixes: "mi, pré, post, fin, après",
    decadeWords: "années, les années, la décennie",
    quarters: """
      t1, t2, t3, t4, s1, s2, q1, q2, q3, q4, 1er trimestre, 2e trimestre, 3e trimestre, 4e trimestre, 1er semestre, \
      2e semestre
      """,
    hourWords: "h, heures utc, h utc, heures précises",
    hourPrefixes: "")
}
