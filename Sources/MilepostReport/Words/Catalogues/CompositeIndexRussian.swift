extension CompositeIndexPhrase {
  var russian: String {
    switch self {
    case .indices: "Индексы"
    case .indicesLead:
      "Несколько показателей, приведенных к одной шкале, дают одну оценку для каждой страны или района."
    case .indicesCaption: "Составные индексы и их выводы"
    case .oneIndex: "Индекс"
    case .saying: "Вывод"
    case .indexLeads:
      "Лидер ({period}) – {area}: {score}; медиана {count} страны или района – {median}.|Лидер ({period}) – {area}: {score}; медиана {count} стран и районов – {median}.|Лидер ({period}) – {area}: {score}; медиана {count} стран и районов – {median}."
    case .indexLeadTogether:
      "Место 1 ({period}, {score}) делят {areas}; медиана {count} страны или района – {median}.|Место 1 ({period}, {score}) делят {areas}; медиана {count} стран и районов – {median}.|Место 1 ({period}, {score}) делят {areas}; медиана {count} стран и районов – {median}."
    case .roseMost:
      "Больше всех по сравнению с {since} поднялась позиция «{area}»: на {count} место, до места {place}.|Больше всех по сравнению с {since} поднялась позиция «{area}»: на {count} места, до места {place}.|Больше всех по сравнению с {since} поднялась позиция «{area}»: на {count} мест, до места {place}."
    case .noneMoved: "По сравнению с {since} места не изменились."
    case .indexWithoutScores: "Определен, но не рассчитан: в этом издании нет значений его составляющих."
    case .ranking: "Рейтинг"
    case .rankTitle: "{areas}: первое место в {share} случайных выборок"
    case .rankMeasure: "Место ({period}) и его разброс в девяти выборках из десяти; в конце строки – оценка"
    case .rankKey:
      "Точка – место. Линия – места, между которыми позиция находится в девяти случайных выборках из десяти."
    case .describeRanks:
      "{count} страна или район по местам, от «{first}» до «{last}».|{count} страны или района по местам, от «{first}» до «{last}».|{count} стран или районов по местам, от «{first}» до «{last}»."
    case .rankReading: "{area}: место {place}, оценка {score}"
    case .rankReadingRange: "{area}: место {place}, от {low} до {high} в девяти выборках из десяти, оценка {score}"
    case .scoresTitle: "{areas}: наивысшая оценка, {score}"
    case .scoresMeasure: "Оценка, {period}"
    case .shownFirst:
      "Показаны первые {shown} из {count} страны или района; в таблице – все.|Показаны первые {shown} из {count} стран или районов; в таблице – все.|Показаны первые {shown} из {count} стран или районов; в таблице – все."
    case .rankingCaption: "{title}: оценки и места, {period}"
    case .score: "Оценка"
    case .rankRange: "Разброс мест"
    case .tier: "Группа"
    case .rankChange: "Места, с {period}"
    case .ranksFromTo: "от {low} до {high}"
    case .ranksUp: "выше на {ranks}"
    case .ranksDown: "ниже на {ranks}"
    case .ranksSame: "без изменений"
    case .notRankedThen: "тогда без места"
    case .unscored: "без оценки"
    case .rangeKey: "Разброс: места, между которыми позиция находится в девяти случайных выборках из десяти."
    case .indexProfile: "Профиль"
    case .profileTitle: "{area}: больше всего отличает «{part}», {effect}"
    case .profileMeasure: "Оценка каждой части, {period}"
    case .profileCaption: "{title}: оценки частей, {period}"
    case .profileKey:
      "Мелко рядом с оценкой: сколько часть добавляет к расстоянию от условной позиции с медианой каждого показателя и оценкой {score}."
    case .profileKeyArea:
      "Мелко рядом с оценкой: сколько часть добавляет к расстоянию от позиции «{area}» с оценкой {score}."
    case .areaInIndex: "В индексе: {title}"
    case .areaStands: "Место {place} из {total} ({period}), оценка {score}."
    case .areaRange: "В девяти случайных выборках из десяти – между {low} и {high}."
    case .areaTier: "Группа: {tier}."
    case .areaUnscored: "Оценки нет ({period})."
    case .areaBars: "{area}: выше всего в «{best}» ({first}), ниже всего в «{worst}» ({last})"
    case .areaBarsOne: "{area}: место {place} в «{part}»"
    case .middleOfAll: "Медиана всех"
    case .partsCaption: "{area}: части индекса, {period}"
    case .indexPart: "Часть"
    case .contribution: "Вклад в оценку"
    case .effectMiddle: "По сравнению с медианой"
    case .effectArea: "По сравнению: {area}"
    case .imputedShare: "Перенесено или досчитано"
    case .partOfIndex: "его часть, {share} целого"
    case .itsScores: "это его оценки"
    case .scoresOfPart: "это оценки его части «{part}»"
    }
  }
}
