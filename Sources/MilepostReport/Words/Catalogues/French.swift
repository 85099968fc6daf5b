extension Phrase {
  /// Explanations in French.
  package var french: String {
    switch self {
    // Statuses
    case .achieved: "Atteinte"
    case .missed: "Non atteinte"
    case .onTrack: "En bonne voie"
    case .atRisk: "À risque"
    case .offTrack: "En retard"
    case .movingAway: "En sens contraire"
    case .benchmarked: "Valeur unique"
    case .notMeasured: "Sans mesure"
    case .notMeasurable: "Non mesurable"
    case .improving: "Amélioration"
    case .stable: "Stabilité"
    case .worsening: "Dégradation"

    // Units and words
    case .points: "{value} point de pourcentage|{value} points de pourcentage"
    case .thousand: "{value} mille|{value} mille"
    case .million: "{value} million|{value} millions"
    case .billion: "{value} milliard|{value} milliards"
    case .trillion: "{value} mille milliards|{value} mille milliards"
    case .powerOfTen: "{value} × 10^{power}"
    case .yes: "oui"
    case .no: "non"
    case .outOfTwenty: "{count} sur 20"
    case .lessThanOneInTwenty: "moins de 1 sur 20"
    case .moreThanNineteenInTwenty: "plus de 19 sur 20"

    // What is measured
    case .subject: "{indicator} ({area})"
    case .subjectShareOfAreas:
      "Part des membres pour lesquels la valeur de « {indicator} » est {comparison} {threshold} ({area})"
    case .subjectAllAreas: "Part des membres répondant à « {indicator} » ({area})"
    case .subjectParity: "{indicator}, rapport femmes/hommes ({area})"
    case .subjectGap: "Écart pour « {indicator} » ({better} et {worse})"
    case .subjectTarget: "Cette cible"
    case .above: "supérieure à"
    case .atLeast: "supérieure ou égale à"
    case .below: "inférieure à"
    case .atMost: "inférieure ou égale à"

    // Answers
    case .answerWithStatus: "{status}. {answer}"
    case .answerStatusOnly: "{status}."
    case .answerVerdictMet: "{subject} : {value} en {period} ; la cible était de {target}."
    case .answerVerdictMissed: "{subject} : {value} en {period}, à {gap} de la cible de {target}."
    case .answerYesNo: "{subject} : {value} en {period} ; échéance : {due}."
    case .answerMetEarly:
      "{subject} : {value} en {period}, ce qui satisfait déjà à la cible de {target} fixée pour {due}."
    case .answerNow: "{subject} : {value} en {period} ; la cible est de {target} d’ici à {due}."
    case .answerPaceOnTrack: "La valeur varie de {pace} par an depuis {from} ; il suffit désormais de {needed} par an."
    case .answerPaceShort: "La valeur varie de {pace} par an depuis {from} ; il faut désormais {needed} par an."
    case .answerWrongWay: "La valeur varie de {pace} par an depuis {from}, dans le mauvais sens."
    case .answerProjected:
      "Au rythme observé de {from} à {to}, la valeur serait alors de {value}, avec une probabilité de {chance} d’atteindre la cible."
    case .answerOverdue:
      "L’échéance est passée et aucune valeur n’a été reçue pour cette date ; au rythme observé de {from} à {to}, la valeur était alors de {value}, avec une probabilité de {chance} que la cible ait été atteinte."
    case .answerOverduePlain: "L’échéance est passée et aucune valeur n’a été reçue pour cette date."
    case .answerProjectedPlain: "Au rythme observé de {from} à {to}, la valeur serait alors de {value}."
    case .answerOnePoint: "Une seule valeur ne dit rien du rythme ; il faut désormais {needed} par an."
    case .answerOnePointPlain: "Une seule valeur ne dit rien du rythme."
    case .answerNoMeasure: "Rien ne mesure encore cette cible."
    case .answerNoValue: "{subject} : aucune valeur au {date}."
    case .answerTooOld:
      "{subject} : dernière mesure en {period}, plus ancienne que la limite admise ({count} an).|{subject} : dernière mesure en {period}, plus ancienne que la limite admise ({count} ans)."
    case .answerNoBaseline:
      "Aucune valeur de référence n’a pu être trouvée, et cette cible se calcule à partir d’une telle valeur."
    case .answerRefused: "La méthode « {method} » ne donne pas de réponse, car {reason}."
    case .answerNotSustained:
      "La cible de {target} avait été atteinte, mais ne l’est pas restée. {subject} : {value} en {period}."
    case .answerDirection: "{subject} : {first} en {from}, {value} en {period}."
    case .answerStayed: "{subject} : {value}, sans changement de {from} à {period}."
    case .answerWorstPart:
      "Le volet unique, « {part} », est déterminant.|Sur {count} volets, le moins bon est déterminant : « {part} »."
    case .directionNoMeasure: "Aucune mesure n’est encore disponible."
    case .directionNoValue: "{subject} : aucune valeur."
    case .directionTooOld: "{subject} : dernière mesure en {period}, trop ancienne pour être prise en compte."
    case .directionOnePoint: "{subject} : {value} en {period} ; une seule valeur n’indique pas de sens d’évolution."
    case .directionInterval:
      "Avec une certitude de 80 %, la variation dans le sens souhaité est comprise entre {low} et {high}."
    case .directionSource: "Source : {source}, millésime du {vintage}."

    // Goals, objectives, outcomes, enablers
    case .elementTargets: "{count} cible : {counts}.|{count} cibles : {counts}."
    case .elementOutcomes: "{count} résultat : {counts}.|{count} résultats : {counts}."
    case .elementCount: "{status} ({count})"
    case .elementPart: "{id}, « {title} » : {status}"
    case .elementValue: "{subject} : {value} en {period}."
    case .outcomeThresholds:
      "Amélioration lorsque l’intervalle à 80 % de la variation sur la fenêtre se situe tout entier dans le sens souhaité, dégradation lorsqu’il se situe tout entier dans le sens contraire, stabilité entre les deux ; à moins de cinq points, le signe de la variation est déterminant. S’il y a plusieurs mesures, la moins bonne est déterminante."

    // The paragraph
    case .paragraphStatus: "Cible {id}, « {title} » : {status}."
    case .judgedBy: "Le statut est « {computed} » ; le plan le désigne par « {label} »."
    case .baselineIs: "Valeur de référence : {value} en {period}."
    case .baselineChosen: "Valeur de référence : {value} en {period}, choisie par {name}. Motif : {reason}"
    case .baselineNone: "Il n’y a pas de valeur de référence."
    case .currentIs: "Valeur actuelle : {value} en {period} ({status}) ; source : {source}, millésime du {vintage}."
    case .currentComputed:
      "Valeur actuelle : {value} en {period}, calculée ; source : {source}, millésime du {vintage}."
    case .currentNone: "Il n’y a pas de valeur actuelle."
    case .coverageIs:
      "Répartition du poids : valeurs communiquées, {reported} ; estimées à la source, {estimated} ; imputées, {imputed} ; manquantes, {missing}."
    case .targetIs: "Cible : {value} d’ici à {period}."
    case .targetNoValue: "La cible indique un sens d’évolution, sans valeur, d’ici à {period}."
    case .targetDue: "Échéance : {period}."
    case .methodIs: "Méthode : {method}, sur {window}."
    case .methodTwoPoints: "Méthode : {method}, sur la valeur de référence et la valeur actuelle."
    case .methodIdle: "Méthode : {method} ; il n’y a encore rien à quoi l’appliquer."
    case .methodOnePoint: "Méthode : {method} ; une seule valeur ne donne pas de tendance."
    case .judgedByParts:
      "La cible comporte {count} volet, qui est déterminant.|La cible comporte {count} volets ; le moins bon est déterminant."
    case .targetUnknown: "La valeur à atteindre ne peut pas encore être calculée ; échéance : {period}."
    case .windowLast: "le dernier point (de {from} à {to})|les {count} derniers points (de {from} à {to})"
    case .windowAll: "le seul point disponible (de {from} à {to})|la totalité des {count} points (de {from} à {to})"
    case .windowEmpty: "aucun point"
    case .windowLastShort: "dernier point|{count} derniers points"
    case .windowAllShort: "tous les points"
    case .paceBoth: "Rythme à ce jour : {so} par an depuis {from} ; rythme nécessaire : {needed} par an d’ici à {due}."
    case .paceSoFarOnly: "Rythme à ce jour : {so} par an depuis {from} ; pas de rythme nécessaire, car {why}."
    case .paceNeededOnly: "Pas de rythme à ce jour, car {why} ; rythme nécessaire : {needed} par an d’ici à {due}."
    case .paceNone: "Ni rythme à ce jour ni rythme nécessaire, car {why}."
    case .whyNoBaseline: "aucune valeur de référence ne précède la valeur actuelle"
    case .whyNoCurrent: "il n’y a pas de valeur actuelle"
    case .whyNoGoal: "la cible n’a pas de valeur à atteindre"
    case .whyDue: "l’échéance est arrivée"
    case .whyMet: "la cible est atteinte"
    case .whyNoDirection: "la cible n’est pas au-delà de la valeur actuelle"
    case .projectionIs:
      "Projection pour {period} : {value}, entre {low} et {high} avec une certitude de {level} ; probabilité d’atteindre la cible : {probability} ({chance})."
    case .projectionPlain: "Projection pour {period} : {value} ; la méthode ne donne pas d’intervalle."
    case .projectionNone: "Il n’y a pas de projection, car {why}."
    case .whyTooFew: "les points sont trop peu nombreux pour une projection"
    case .whyVerdict: "il existe une valeur pour l’échéance de la cible"
    case .methodCompared: "Méthode : la valeur est comparée à la cible ; aucune tendance n’est nécessaire."
    case .whyNoTrend: "il n’y a pas de tendance à prolonger"
    case .calibrated:
      "L’intervalle a été multiplié par {factor}, facteur tiré de {errors} erreurs passées de {series} séries à un horizon de {years} : les intervalles censés contenir {level} des valeurs en contenaient {before} sans ce facteur et en contiennent {after} avec lui."
    case .yearWord: "an|ans"
    case .notCalibrated:
      "L’intervalle n’est pas calibré, car les séries dont on pourrait tirer un facteur sont trop peu nombreuses."
    case .evidenceLow: "Les données probantes sont limitées : moins de cinq points."
    case .sensitive: "La réponse dépend de la méthode : {others}."
    case .sensitiveSays: "« {status} » selon la méthode {methods}|« {status} » selon les méthodes {methods}"
    case .sensitiveWindow: "{method} ({window})"
    case .differ: "Origine de la différence : le statut repose sur le rythme observé de {from} à {to} ; {others}."
    case .differWindow: "pour la fenêtre « {window} », le rythme est celui de {from} à {to}"
    case .differGrowth:
      "la méthode {methods} suppose une croissance du même pourcentage chaque année depuis {from}|les méthodes {methods} supposent une croissance du même pourcentage chaque année depuis {from}"
    case .differLine:
      "la méthode {methods} suppose une variation de la même quantité chaque année|les méthodes {methods} supposent une variation de la même quantité chaque année"
    case .clauseMark: " ; "
    case .notSensitive:
      "Toutes les autres méthodes et fenêtres qui donnent une réponse concordent sur l’atteinte ou non de la cible."
    case .counts:
      "Sur {total} membres, condition remplie : {yes} ; non remplie : {no} ; inconnue : {unknown}. Part : {low} au moins, {high} au plus."
    case .countsAnswered: "Part parmi les membres dont la situation est connue : {value}."
    case .countsNear: "{count} se situe à un point au plus du seuil.|{count} se situent à un point au plus du seuil."
    case .laterIs: "Une valeur plus récente, {value} en {period}, est présentée sans être évaluée."
    case .overrideIs: "{name} a fixé le statut à « {status} » le {date}, jusqu’au {expires}. Motif : {reason}"
    case .printedIs: "Statut imprimé ({source}) : « {label} »."
    case .printedDiffers:
      "Statut imprimé ({source}) : « {label} ». Calculé ici selon la méthode indiquée : « {word} »."
    case .amended: "Modification du {date} : {decision}"
    case .amendedOldValue: "Auparavant, la valeur était de {value}."
    case .amendedOldBoth: "Auparavant, la cible était de {value} d’ici à {period}."
    case .amendedOldDue: "Échéance antérieure : {period}."
    case .partIs: "Volet {number}, « {title} » : {answer}"
    case .responseReason: "Motif : {reason}"
    case .responseAction: "Action menée : {action}"
    case .responseBy: "Par {name} ; échéance : {date}."

    // Observation statuses and missing reasons
    case .reported: "communiquée"
    case .breakInSeries: "rupture de série"
    case .differentDefinition: "définition différente"
    case .estimated: "estimée à la source"
    case .forecast: "prévision à la source"
    case .imputed: "imputée"
    case .provisional: "provisoire"
    case .lowReliability: "faible fiabilité"
    case .belowUnit: "plus de zéro, moins de la moitié de l’unité"
    case .missingNotCollected: "non collectée"
    case .missingNotApplicable: "sans objet"
    case .missingRefused: "refus de réponse"
    case .missingNotDue: "échéance à venir"
    case .missingUnknown: "inconnue"
    case .missingSuppressed: "supprimée, couverture trop faible"
    case .missingConfidential: "confidentielle"

    // Refusals
    case .refusedTooFewPoints:
      "la série compte {have} point et il en faut {need}|la série compte {have} points et il en faut {need}"
    case .refusedTooFewChanges:
      "la série compte {have} variation annuelle et il en faut {need}|la série compte {have} variations annuelles et il en faut {need}"
    case .refusedBaseNotPositive:
      "la valeur de base {value} n’est pas supérieure à zéro et n’a donc pas de taux de croissance"
    case .refusedSignChange: "la valeur a changé de signe et n’a donc pas de taux de croissance"
    case .refusedTargetIsZero: "la cible est zéro, valeur qu’aucun taux de croissance n’atteint"
    case .refusedRateOrGap: "l’indicateur est lui-même un taux de croissance ou un écart"
    case .refusedNearLimit: "la valeur {value} se situe à 5 points au plus de la limite naturelle {limit}"
    case .refusedTransform: "l’échelle de la méthode n’est pas définie pour {value}"
    case .refusedBaseYear: "il n’y a pas de valeur pour l’année de base {period}"
    case .refusedTargetNotAhead: "la cible n’est pas au-delà de la valeur de base"
    case .refusedNoTargetValue: "la cible n’a pas de valeur"
    case .refusedNoDirection: "aucun sens d’évolution n’est déclaré"
    case .refusedNotParityOrLevel: "la méthode ne s’applique qu’aux niveaux et à la parité"
    case .refusedLessThanOneYear: "moins d’un an sépare la valeur de base de la valeur actuelle"
    case .refusedPowerNotReal: "le taux de croissance n’est pas un nombre réel"
    case .refusedYesNo: "une réponse par oui ou par non n’a pas de rythme"
    case .refusedNothingOfTheFuture: "la méthode indique où en est l’indicateur, et non si la cible sera atteinte"
    case .refusedNoBaseline: "le plan n’indique pas de valeur de référence à partir de laquelle calculer la croissance"
    case .refusedBaseBeforeBreak: "la valeur de référence est antérieure à la rupture de série survenue en {period}"
    case .refusedTooLarge: "le résultat est trop grand pour être exprimé en chiffres"

    // Milestones and notes
    case .milestoneMet: "Étape pour {period} : {value}, franchie avec {actual}."
    case .milestoneMissed: "Étape pour {period} : {value}, non franchie avec {actual}."
    case .milestoneOpen: "Étape pour {period} : {value}."
    case .headcounts: "En {period}, cela représente {women} pour les femmes et {men} pour les hommes."
    case .gapSides: "{better} : de {betterFirst} à {betterLast} ; {worse} : de {worseFirst} à {worseLast}."
    case .gapClosesByFall: "L’écart se resserre du fait d’une baisse ({area})."
    case .baselineBeforeBreak:
      "La valeur de référence est antérieure à la rupture de série survenue en {period} ; elle n’est donc pas le point de départ de la tendance."
    case .onlyAreasThatAnsweredTwice:
      "Le rythme et la tendance ne tiennent compte que des membres ayant une valeur aux deux dates, afin qu’un plus grand nombre de réponses ne passe pas pour un progrès."
    case .projectionAtLimit: "La projection va au-delà de {limit}, limite qui ne peut être dépassée, et s’y arrête."

    // Methods
    case .methodStatcan: "Statistique Canada 2024"
    case .methodDestatis: "symboles météorologiques de Destatis"
    case .methodUNSD: "Division de statistique de l’ONU 2023"
    case .methodEurostat: "ratio de croissance d’Eurostat"
    case .methodESCAP: "indice de situation actuelle (commissions régionales)"
    case .methodLinear: "droite des moindres carrés"
    case .methodDrift: "marche aléatoire avec dérive"
    case .methodLogistic: "marche aléatoire avec dérive sur l’échelle logistique"
    case .methodPace: "rythme à ce jour rapporté au rythme nécessaire"

    // Sections of the explanation
    case .sectionInputs: "Données de départ"
    case .sectionMethod: "Méthode, rythme et projection"
    case .sectionFormula: "Formule avec les chiffres"
    case .sectionThresholds: "Seuils"
    case .sectionOthers: "Ce que disent les autres méthodes et fenêtres"
    case .sectionNeeded: "Ce qui maintiendrait la cible en bonne voie"
    case .sectionParts: "Volets"
    case .sectionStatuses: "Déclaré par des personnes"
    case .formulaPace: "{so} ÷ {needed} = {ratio}"
    case .formulaGrowth:
      "({value} ÷ {base})^(1/{years}) − 1 = {growth} par an ; nécessaire : ({target} ÷ {base})^(1/{whole}) − 1 = {wanted} par an"
    case .formulaScaled:
      "{scale} : de {first} ({from}) à {last} ({to}), {mean} par an ; {span} plus tard : {end}, soit {value}"
    case .scaleLogit: "Logit entre {lower} et {upper}"
    case .scaleLog: "ln y"
    case .scaleParity: "|ln y|"
    case .formulaDrift: "Valeur : de {first} ({from}) à {last} ({to}), {mean} par an ; {span} plus tard : {value}"
    case .formulaLine:
      "Une droite des moindres carrés ajustée à {count} points, de {from} à {to}, donne {value} en {due}"
    case .formulaCompare: "{value} en {period}, pour une cible de {target}"
    case .formulaMeasure: "{method} : {value}"
    case .thresholdsProbability:
      "Probabilité d’atteindre la cible : en bonne voie à partir de 0,5 ; à risque à partir de 0,1 ; en retard en deçà ; en sens contraire lorsque l’intervalle à 80 % de la variation se situe tout entier dans le mauvais sens."
    case .thresholdsPace:
      "Rythme à ce jour rapporté au rythme nécessaire : en bonne voie à partir de 1 ; à risque à partir de 0,6 ; en retard au-dessus de 0 ; sinon, en sens contraire."
    case .thresholdsGrowth:
      "Rapport des taux de croissance : en bonne voie à partir de 0,95 ; à risque à partir de 0,60 ; en retard à partir de 0 ; sinon, en sens contraire."
    case .thresholdsUNSD:
      "Part du chemin parcourue à l’échéance de la cible : en bonne voie à partir de 0,95 ; à risque à partir de 0,10 ; en retard en deçà."
    case .thresholdsDestatis:
      "Manque rapporté à l’écart à combler : en bonne voie si la cible est atteinte, si la projection l’atteint ou jusqu’à 20 % ; en retard au-delà ; en sens contraire si l’évolution va dans le mauvais sens."
    case .thresholdsDirection:
      "Sens d’évolution sans valeur : en bonne voie lorsque l’intervalle à 80 % de la variation sur la fenêtre se situe tout entier dans le sens souhaité ; en sens contraire lorsqu’il se situe tout entier dans l’autre sens ; à risque entre les deux ; à moins de cinq points, le signe de la variation est déterminant."
    case .thresholdsVerdict: "La valeur à l’échéance de la cible est déterminante : atteinte ou non atteinte."
    case .thresholdsMetEarly: "Une cible à laquelle la dernière valeur satisfait avant l’échéance est atteinte."
    case .thresholdsRefused: "La méthode ne donne pas de réponse ici ; seul le niveau est donc indiqué."
    case .thresholdsOnePoint:
      "Un seul point donne le statut « Valeur unique » ; de deux à quatre, l’évaluation se fonde sur le rythme, et à partir de cinq, sur la probabilité."
    case .thresholdsOrder:
      "Une cible sans valeur, ou sans la valeur de référence à partir de laquelle elle se calcule, n’est pas évaluée."
    case .otherSays: "{method} : {status} ({detail})"
    case .otherSaysPlain: "{method} : {status}"
    case .otherRefused: "{method} : pas de réponse, car {reason}"
    case .otherOver: "{method}, {window}"
    case .otherProbability: "probabilité {probability}"
    case .otherNone: "Aucune autre méthode ne s’applique."
    case .neededYear: "{period} : {value}"
    case .neededMet: "Rien de plus : la cible est atteinte."
    case .neededPast: "L’échéance est passée."
    case .neededUnknown: "Impossible à déterminer, car {why}."

    // What is missing or due
    case .todoMeasure: "désigner un indicateur pour la mesure"
    case .todoData: "transmettre des données : aucune n’a été reçue"
    case .todoNewerData:
      "transmettre des données plus récentes : les dernières portent sur {period} et valent {count} an|transmettre des données plus récentes : les dernières portent sur {period} et valent {count} ans"
    case .todoYearlyValue: "transmettre la valeur pour {period} ({area})"
    case .todoReturns:
      "demander les réponses manquantes pour {period} ({group}, zones sans valeur : {missing} sur {total})"
    case .todoResponse: "indiquer le motif et l’action : le statut est « {status} »"
    case .todoAction: "rendre compte de l’action promise"
    case .todoOverride: "renouveler ou retirer le statut fixé"
    case .todoBaseline: "trouver une valeur de référence ou redéfinir la cible"
    case .todoTarget: "Cible {id}"
    case .todoOutcome: "Résultat {id}"
    case .todoIndicator: "Indicateur {id}"
    case .todoNoOwner: "Sans responsable"
    case .todoNothing: "Rien ne manque et rien n’est attendu."
    }
  }
}
