extension CompositeIndexPhrase {
  var french: String {
    switch self {
    case .indices: "Indices"
    case .indicesLead: "Plusieurs indicateurs ramenés à une même échelle donnent une note à chaque zone."
    case .indicesCaption: "Les indices composites et ce qu’ils disent"
    case .oneIndex: "Indice"
    case .saying: "Ce qu’il dit"
    case .indexLeads:
      "{area} est en tête en {period} avec {score} ; la médiane de {count} zone est de {median}.|{area} est en tête en {period} avec {score} ; la médiane de {count} zones est de {median}."
    case .indexLeadTogether:
      "{areas} partagent le rang 1 en {period} avec {score} ; la médiane de {count} zone est de {median}.|{areas} partagent le rang 1 en {period} avec {score} ; la médiane de {count} zones est de {median}."
    case .roseMost:
      "Depuis {since}, c’est {area} qui a le plus progressé : de {count} rang, au rang {place}.|Depuis {since}, c’est {area} qui a le plus progressé : de {count} rangs, au rang {place}."
    case .noneMoved: "Depuis {since}, aucune zone n’a changé de rang."
    case .indexWithoutScores: "Défini, mais sans notes : cette édition n’a aucune valeur de ce qui le compose."
    case .ranking: "Classement"
    case .rankTitle: "{areas} : en tête dans {share} des tirages"
    case .rankMeasure: "Rang en {period} et son étendue dans neuf tirages sur dix ; la note en fin de ligne"
    case .rankKey: "Point : le rang. Trait : les rangs entre lesquels la zone se trouve dans neuf tirages sur dix."
    case .describeRanks: "{count} zone par rang, de {first} à {last}.|{count} zones par rang, de {first} à {last}."
    case .rankReading: "{area} : rang {place}, note {score}"
    case .rankReadingRange: "{area} : rang {place}, de {low} à {high} dans neuf tirages sur dix, note {score}"
    case .scoresTitle: "{areas} : la note la plus élevée, {score}"
    case .scoresMeasure: "Note en {period}"
    case .shownFirst:
      "Le dessin montre les {shown} premières de {count} zone ; le tableau les a toutes.|Le dessin montre les {shown} premières de {count} zones ; le tableau les a toutes."
    case .rankingCaption: "{title} : notes et rangs en {period}"
    case .score: "Note"
    case .rankRange: "Étendue des rangs"
    case .tier: "Catégorie"
    case .rankChange: "Rangs depuis {period}"
    case .ranksFromTo: "{low} à {high}"
    case .ranksUp: "gagne {ranks}"
    case .ranksDown: "perd {ranks}"
    case .ranksSame: "inchangé"
    case .notRankedThen: "sans rang alors"
    case .unscored: "sans note"
    case .rangeKey: "Étendue : les rangs entre lesquels une zone se trouve dans neuf tirages sur dix."
    case .indexProfile: "Profil"
    case .profileTitle: "{area} : se distingue surtout par {part}, {effect}"
    case .profileMeasure: "Note de chaque partie en {period}"
    case .profileCaption: "{title} : notes des parties en {period}"
    case .profileKey:
      "En petit à côté de chaque note : ce que la partie ajoute à l’écart avec une zone qui aurait la médiane de chaque indicateur, et donc une note de {score}."
    case .profileKeyArea:
      "En petit à côté de chaque note : ce que la partie ajoute à l’écart avec {area}, dont la note est {score}."
    case .areaInIndex: "Dans l’indice : {title}"
    case .areaStands: "Rang {place} sur {total} en {period}, avec une note de {score}."
    case .areaRange: "Dans neuf tirages sur dix, il se situe entre {low} et {high}."
    case .areaTier: "Catégorie : {tier}."
    case .areaUnscored: "Pas de note en {period}."
    case .areaBars: "{area} : mieux placée en {best} ({first}), moins bien en {worst} ({last})"
    case .areaBarsOne: "{area} : rang {place} en {part}"
    case .middleOfAll: "Médiane des zones"
    case .partsCaption: "{area} : parties de l’indice en {period}"
    case .indexPart: "Partie"
    case .contribution: "Apport à la note"
    case .effectMiddle: "Par rapport à la médiane"
    case .effectArea: "Par rapport à {area}"
    }
  }

  var spanish: String {
    switch self {
    case .indices: "Índices"
    case .indicesLead: "Varios indicadores llevados a una misma escala dan una puntuación a cada zona."
    case .indicesCaption: "Los índices compuestos y lo que dicen"
    case .oneIndex: "Índice"
    case .saying: "Lo que dice"
    case .indexLeads:
      "{area} encabeza en {period} con {score}; la mediana de {count} zona es {median}.|{area} encabeza en {period} con {score}; la mediana de {count} zonas es {median}."
    case .indexLeadTogether:
      "{areas} comparten el puesto 1 en {period} con {score}; la mediana de {count} zona es {median}.|{areas} comparten el puesto 1 en {period} con {score}; la mediana de {count} zonas es {median}."
    case .roseMost:
      "Desde {since}, la que más sube es {area}: {count} puesto, hasta el {place}.|Desde {since}, la que más sube es {area}: {count} puestos, hasta el {place}."
    case .noneMoved: "Desde {since}, ninguna zona ha cambiado de puesto."
    case .indexWithoutScores: "Definido, pero sin puntuaciones: esta edición no tiene valores de lo que lo compone."
    case .ranking: "Clasificación"
    case .rankTitle: "{areas}: en cabeza en el {share} de los sorteos"
    case .rankMeasure:
      "Puesto en {period} y su intervalo en nueve de cada diez sorteos; la puntuación al final de la fila"
    case .rankKey: "Punto: el puesto. Línea: los puestos entre los que está la zona en nueve de cada diez sorteos."
    case .describeRanks: "{count} zona por puesto, de {first} a {last}.|{count} zonas por puesto, de {first} a {last}."
    case .rankReading: "{area}: puesto {place}, puntuación {score}"
    case .rankReadingRange:
      "{area}: puesto {place}, de {low} a {high} en nueve de cada diez sorteos, puntuación {score}"
    case .scoresTitle: "{areas}: la puntuación más alta, {score}"
    case .scoresMeasure: "Puntuación en {period}"
    case .shownFirst:
      "El dibujo muestra las {shown} primeras de {count} zona; la tabla las tiene todas.|El dibujo muestra las {shown} primeras de {count} zonas; la tabla las tiene todas."
    case .rankingCaption: "{title}: puntuaciones y puestos en {period}"
    case .score: "Puntuación"
    case .rankRange: "Intervalo de puestos"
    case .tier: "Nivel"
    case .rankChange: "Puestos desde {period}"
    case .ranksFromTo: "{low} a {high}"
    case .ranksUp: "sube {ranks}"
    case .ranksDown: "baja {ranks}"
    case .ranksSame: "igual"
    case .notRankedThen: "sin puesto entonces"
    case .unscored: "sin puntuación"
    case .rangeKey: "Intervalo: los puestos entre los que está una zona en nueve de cada diez sorteos."
    case .indexProfile: "Perfil"
    case .profileTitle: "{area}: destaca sobre todo por {part}, {effect}"
    case .profileMeasure: "Puntuación de cada parte en {period}"
    case .profileCaption: "{title}: puntuaciones de las partes en {period}"
    case .profileKey:
      "En pequeño junto a cada puntuación: lo que la parte añade a la distancia de una zona con la mediana de cada indicador y, por ello, una puntuación de {score}."
    case .profileKeyArea:
      "En pequeño junto a cada puntuación: lo que la parte añade a la distancia de {area}, cuya puntuación es {score}."
    case .areaInIndex: "En el índice: {title}"
    case .areaStands: "Puesto {place} de {total} en {period}, con una puntuación de {score}."
    case .areaRange: "En nueve de cada diez sorteos está entre {low} y {high}."
    case .areaTier: "Nivel: {tier}."
    case .areaUnscored: "No tiene puntuación en {period}."
    case .areaBars: "{area}: mejor puesto en {best} ({first}), peor en {worst} ({last})"
    case .areaBarsOne: "{area}: puesto {place} en {part}"
    case .middleOfAll: "Mediana de las zonas"
    case .partsCaption: "{area}: partes del índice en {period}"
    case .indexPart: "Parte"
    case .contribution: "Aporta a la puntuación"
    case .effectMiddle: "Frente a la mediana"
    case .effectArea: "Frente a {area}"
    }
  }
}
