extension AreaPagePhrase {
  var arabic: String {
    switch self {
    case .betterThanGroup:
      "أفضل من {group} في {better} من أصل {count} مؤشر.|أفضل من {group} في {better} من أصل مؤشر واحد.|أفضل من {group} في {better} من أصل مؤشرين.|أفضل من {group} في {better} من أصل {count} مؤشرات.|أفضل من {group} في {better} من أصل {count} مؤشراً.|أفضل من {group} في {better} من أصل {count} مؤشر."
    case .bestRank: "أفضل ترتيب: {rank} ({indicator})."
    case .becameBetter:
      "خلال خمس سنوات، من أصل {count} مؤشر، تحسّن {better} وتراجع {worse}.|خلال خمس سنوات، من أصل مؤشر واحد، تحسّن {better} وتراجع {worse}.|خلال خمس سنوات، من أصل مؤشرين، تحسّن {better} وتراجع {worse}.|خلال خمس سنوات، من أصل {count} مؤشرات، تحسّن {better} وتراجع {worse}.|خلال خمس سنوات، من أصل {count} مؤشراً، تحسّن {better} وتراجع {worse}.|خلال خمس سنوات، من أصل {count} مؤشر، تحسّن {better} وتراجع {worse}."
    case .holdsValues:
      "{area}: قيم {count} مؤشر.|{area}: قيم مؤشر واحد.|{area}: قيم مؤشرين.|{area}: قيم {count} مؤشرات.|{area}: قيم {count} مؤشراً.|{area}: قيم {count} مؤشر."
    case .areaCaption: "{area}: أحدث قيمة لكل مؤشر"
    case .changesKey: "تغيرات النسب المئوية بالنقاط المئوية، وتغيرات الكميات بالنسبة المئوية، وسائرها بوحدة المؤشر."
    case .groupsKey: "قيم المجموعات تخص الفترة نفسها."
    case .changeFivePlain: "التغير في خمس سنوات"
    case .changeTenPlain: "التغير في عشر سنوات"
    case .betterThan: "أفضل من {value}"
    case .worseThan: "أسوأ من {value}"
    case .equalTo: "مساوية لـ {value}"
    case .overTime: "عبر الزمن"
    case .overTimeTitle: "{area}: المؤشرات على مقياس واحد"
    case .overTimeCaption: "{area} ومجموعتها عبر الزمن، {unit}"
    case .memberOf: "المجموعات التي تنتمي إليها"
    case .membersHeading: "الأعضاء في {date}"
    case .memberCount: "عدد الأعضاء"
    case .notGiven: "غير مذكور"
    }
  }

  var chinese: String {
    switch self {
    case .betterThanGroup: "{count}项指标中有{better}项优于{group}。"
    case .bestRank: "最佳排名：{rank}（{indicator}）。"
    case .becameBetter: "五年来，{count}项指标中有{better}项改善，{worse}项变差。"
    case .holdsValues: "{area}：有{count}项指标的数值。"
    case .areaCaption: "{area}：各项指标的最新数值"
    case .changesKey: "百分比的变化以百分点表示，数量的变化以百分比表示，其余以指标单位表示。"
    case .groupsKey: "组别的数值为同一时期的数值。"
    case .changeFivePlain: "五年变化"
    case .changeTenPlain: "十年变化"
    case .betterThan: "优于{value}"
    case .worseThan: "逊于{value}"
    case .equalTo: "等于{value}"
    case .overTime: "历年情况"
    case .overTimeTitle: "{area}：使用同一刻度的指标"
    case .overTimeCaption: "{area}及其组别的历年数值，{unit}"
    case .memberOf: "所属组别"
    case .membersHeading: "{date}的成员"
    case .memberCount: "成员数"
    case .notGiven: "未说明"
    }
  }

  var french: String {
    switch self {
    case .betterThanGroup:
      "Meilleur que {group} pour {better} indicateur sur {count}.|Meilleur que {group} pour {better} des {count} indicateurs."
    case .bestRank: "Meilleur rang : {rank} ({indicator})."
    case .becameBetter:
      "En cinq ans, sur {count} indicateur, {better} en amélioration, {worse} en recul.|En cinq ans, sur {count} indicateurs, {better} en amélioration, {worse} en recul."
    case .holdsValues: "{area} : valeurs de {count} indicateur.|{area} : valeurs de {count} indicateurs."
    case .areaCaption: "{area} : valeur la plus récente de chaque indicateur"
    case .changesKey:
      "Les variations des pourcentages sont en points de pourcentage, celles des quantités en pourcentage, toutes les autres dans l’unité de l’indicateur."
    case .groupsKey: "Les valeurs des groupes portent sur la même période."
    case .changeFivePlain: "Variation en cinq ans"
    case .changeTenPlain: "Variation en dix ans"
    case .betterThan: "meilleur que {value}"
    case .worseThan: "moins bon que {value}"
    case .equalTo: "égal à {value}"
    case .overTime: "Au fil du temps"
    case .overTimeTitle: "{area} : indicateurs sur une même échelle"
    case .overTimeCaption: "{area} et son groupe au fil du temps, {unit}"
    case .memberOf: "Groupes d’appartenance"
    case .membersHeading: "Membres au {date}"
    case .memberCount: "Membres"
    case .notGiven: "non indiqué"
    }
  }

  var russian: String {
    switch self {
    case .betterThanGroup:
      "Лучше, чем «{group}», по {better} из {count} показателя.|Лучше, чем «{group}», по {better} из {count} показателей.|Лучше, чем «{group}», по {better} из {count} показателей."
    case .bestRank: "Лучшее место: {rank} ({indicator})."
    case .becameBetter:
      "За пять лет из {count} показателя улучшилось: {better}, ухудшилось: {worse}.|За пять лет из {count} показателей улучшилось: {better}, ухудшилось: {worse}.|За пять лет из {count} показателей улучшилось: {better}, ухудшилось: {worse}."
    case .holdsValues:
      "{area}: значения {count} показателя.|{area}: значения {count} показателей.|{area}: значения {count} показателей."
    case .areaCaption: "{area}: последнее значение каждого показателя"
    case .changesKey:
      "Изменения долей указаны в процентных пунктах, изменения количеств — в процентах, все прочие — в единицах показателя."
    case .groupsKey: "Значения групп относятся к тому же периоду."
    case .changeFivePlain: "Изменение за пять лет"
    case .changeTenPlain: "Изменение за десять лет"
    case .betterThan: "лучше, чем {value}"
    case .worseThan: "хуже, чем {value}"
    case .equalTo: "равно {value}"
    case .overTime: "Динамика"
    case .overTimeTitle: "{area}: показатели в одном масштабе"
    case .overTimeCaption: "{area} и группа: динамика, {unit}"
    case .memberOf: "Входит в группы"
    case .membersHeading: "Члены на {date}"
    case .memberCount: "Число членов"
    case .notGiven: "не указано"
    }
  }

  var spanish: String {
    switch self {
    case .betterThanGroup:
      "Mejor que {group} en {better} de {count} indicador.|Mejor que {group} en {better} de {count} indicadores."
    case .bestRank: "Mejor puesto: {rank} ({indicator})."
    case .becameBetter:
      "En cinco años, de {count} indicador, {better} ha mejorado y {worse} ha empeorado.|En cinco años, de {count} indicadores, mejoraron {better} y empeoraron {worse}."
    case .holdsValues: "{area}: valores de {count} indicador.|{area}: valores de {count} indicadores."
    case .areaCaption: "{area}: último valor de cada indicador"
    case .changesKey:
      "Las variaciones de los porcentajes se dan en puntos porcentuales, las de las cantidades en porcentaje y las demás en la unidad del indicador."
    case .groupsKey: "Los valores de los grupos corresponden al mismo período."
    case .changeFivePlain: "Variación en cinco años"
    case .changeTenPlain: "Variación en diez años"
    case .betterThan: "mejor que {value}"
    case .worseThan: "peor que {value}"
    case .equalTo: "igual a {value}"
    case .overTime: "A lo largo del tiempo"
    case .overTimeTitle: "{area}: indicadores en una misma escala"
    case .overTimeCaption: "{area} y su grupo a lo largo del tiempo, {unit}"
    case .memberOf: "Grupos a los que pertenece"
    case .membersHeading: "Miembros al {date}"
    case .memberCount: "Miembros"
    case .notGiven: "no se indica"
    }
  }
}
