import MilepostLanguage
import MilepostModel
import Testing

/// A text in which numbers stand between ‹ and ›.
struct PlantedText: Sendable {
  let language: String
  /// Without the marks.
  let text: String
  let numbers: [String]
  /// In Unicode scalars of the text.
  let ranges: [Range<Int>]

  init(_ language: String, _ marked: String) {
    self.language = language
    var (plain, number) = (String.UnicodeScalarView(), String.UnicodeScalarView())
    var (numbers, ranges): ([String], [Range<Int>]) = ([], [])
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "‹": number = String.UnicodeScalarView()
      case "›":
        numbers.append(String(number))
        ranges.append(plain.count - number.count..<plain.count)
      default:
        plain.append(scalar)
        number.append(scalar)
      }
    }
    text = String(plain)
    self.numbers = numbers
    self.ranges = ranges
  }
}

@Suite struct PlantedNumberTests {
  @Test(arguments: [
    (plantedEnglish, 200),
    (french, 25),
    (spanish, 25),
    (russian, 25),
    (chinese, 25),
    (arabic, 25),
  ])
  func `every planted number is found, and nothing else is a number`(_ planted: PlantedText, atLeast count: Int) {
    let finder = NumeralFinder(LanguageTag(planted.language), counted: ["participants"])
    let found = finder.numerals(in: planted.text).filter { $0.kind == .number }
    #expect(found.map(\.text) == planted.numbers)
    #expect(found.map(\.range) == planted.ranges)
    #expect(planted.numbers.count >= count)
  }

}

private let french = PlantedText(
  "fr",
  """
  En 2019, ‹plus de 53 pour cent› de la population était en ligne, contre ‹près de 17 %› en 2005.
  L’Union compte ‹193› États Membres et ‹plus de 900› autres membres, soit ‹1 093› en tout.
  Le 1er mars 2020, ‹4,1 milliards› de personnes et ‹1 234,5› unités étaient recensées ; ‹vingt-quatre›
  pays manquaient.
  La Résolution 71 fixe ‹24› cibles ; ‹la moitié› est atteinte, ‹deux tiers› dans l’article 12, ‹un quart›
  ailleurs.
  Le trafic a ‹doublé› puis ‹triplé›, et coûte ‹trois fois plus› qu’en 1990, ‹1,5 fois› ailleurs.
  Il faut ‹5 millions de francs suisses›, ‹2,5 millions d’euros› et ‹au moins 100› écoles.
  L’écart est de ‹6,6 points de pourcentage› ; ‹quatre-vingt-onze› délégués, ‹deux cent trente› observateurs.
  ‹Environ 1 200› réponses, ‹quelque 45› refus et ‹moins de 40› retards ont été notés au 4e trimestre.
  Une personne sur cinq ne répond pas, mais ‹trois sur quatre› répondent ; ‹mille› lettres sont parties.
  L’enquête de 2019 a touché ‹7 412› ménages dans ‹14› provinces ; le taux de réponse est de ‹81,3 %›,
  soit ‹2,1 points de pourcentage› de plus qu’en 2016.
  Au Sahel, moins d’un village sur ‹dix› a une antenne. ‹Une douzaine› d’ingénieurs (‹9› en 2018)
  entretient ‹plus de 1 800› sites pour ‹environ 3,4 millions USD›.
  Entre 2015 et 2020, les abonnements sont passés de ‹1,2 million› à ‹près de 5 millions› : ils ont
  ‹quadruplé›. Le chapitre 3 et l’annexe 4 donnent les détails.
  Le 30 juin 2021, ‹au moins 60 pour cent› des écoles devraient être équipées ; ‹quarante› ne le sont pas,
  ‹deux mille› le seront le 31 décembre 2022.
  La 3e édition, du 2 au 5 mai 2018, a réuni ‹quatre cents› personnes, dont ‹cent six› femmes (‹26,5 %›),
  dans les salles 3 et 4.
  """)

private let spanish = PlantedText(
  "es",
  """
  En 2019, ‹más del 53 por ciento› de la población estaba en línea, frente a ‹casi el 17 %› en 2005.
  La Unión tiene ‹193› Estados Miembros y ‹más de 900› miembros de otro tipo, ‹unas 160› universidades.
  El 29 de abril de 2020 había ‹4.100,5› registros, ‹1 234› cables y ‹4,1 millones› de usuarios en
  ‹veinticuatro› países.
  La Resolución 71 fija ‹24› metas; ‹la mitad› se cumplió, ‹dos tercios› según el artículo 12 y
  ‹un tercio› en otras partes.
  El tráfico se ‹duplicó›, los costes se ‹triplicaron› y ahora es ‹tres veces mayor› que en 1990.
  Hacen falta ‹5 millones de dólares›, ‹mil millones de euros› y ‹al menos 100› escuelas.
  La diferencia es de ‹6,6 puntos porcentuales›; ‹treinta y cuatro› delegados y ‹doscientas› cartas llegaron.
  ‹Alrededor de 1200› respuestas, ‹menos de 40› retrasos, ‹uno de cada cinco› hogares y
  ‹tres de cada cuatro› jóvenes.
  ‹Cerca de la mitad› de los envíos y ‹el doble› de las visitas.
  La encuesta de 2019 llegó a ‹7 412› hogares de ‹14› provincias; la tasa de respuesta fue del ‹81,3 %›,
  es decir, ‹2,1 puntos porcentuales› más que en 2016.
  ‹Una docena› de ingenieros (‹9› en 2018) mantiene ‹más de 1 800› sitios por ‹unos 3,4 millones de USD›.
  Entre 2015 y 2020 los abonos pasaron de ‹1,2 millones› a ‹casi 5 millones›: se ‹cuadruplicaron›. El
  capítulo 3 y el anexo 4 dan los detalles.
  El 30 de junio de 2021 ‹al menos el 60 por ciento› de las escuelas debería estar conectado; ‹cuarenta›
  no lo están y ‹dos mil› lo estarán.
  La 3.ª edición, del 2 al 5 de mayo de 2018, reunió a ‹cuatrocientas› personas, entre ellas ‹ciento seis›
  mujeres (‹26,5 %›), en las salas 3 y 4.
  """)

private let russian = PlantedText(
  "ru",
  """
  В 2019 году ‹более 53 процентов› населения пользовались интернетом, в 2005 году – ‹почти 17%›.
  В Союзе ‹193› Государства-Члена и ‹свыше 900› других членов, ‹около 160› из них – университеты.
  29 апреля 2020 года насчитывалось ‹4,1 млрд› пользователей, ‹1 234,5› единицы и ‹2 млн 300 тыс.› точек.
  В Резолюции 71 названы ‹24› задачи; ‹половина› выполнена, ‹две трети› – по статье 12, ‹четверть› – в
  других местах.
  Объем ‹удвоился›, цена выросла ‹в три раза›, а спрос – ‹в 1,5 раза›; расходы сократились ‹втрое›.
  Нужны ‹5 млн долл. США›, ‹полтора миллиона евро› и ‹не менее 100› школ.
  Разрыв – ‹6,6 процентного пункта›; ‹двадцать четыре› делегата, ‹двести тридцать› наблюдателей и ‹тысяча›
  писем.
  ‹Примерно 1200› ответов, ‹менее 40› отказов, ‹один из пяти› домов и ‹три четверти› молодежи.
  ‹Миллион долларов› и ‹двадцати четырёх› стран, ‹3-5%› всего.
  Опрос 2019 года охватил ‹7412› домохозяйств в ‹14› провинциях; доля ответивших составила ‹81,3%›, что на
  ‹2,1 процентного пункта› больше, чем в 2016 году.
  ‹Дюжина› инженеров обслуживает ‹более 1800› объектов за ‹примерно 3,4 млн долл. США› в год.
  С 2015 по 2020 год число абонентов выросло с ‹1,2 млн› до ‹почти 5 млн›, то есть ‹вчетверо›. См. главу 3
  и приложение 4.
  К 30 июня 2021 года ‹не менее 60 процентов› школ должны быть подключены; ‹сорок› не подключены,
  ‹две тысячи› будут подключены 31 декабря 2022 года.
  На 3-м форуме 2–5 мая 2018 года было ‹четыреста› человек, в том числе ‹сто шесть› женщин (‹26,5%›), в
  залах 3 и 4.
  """)

private let chinese = PlantedText(
  "zh",
  """
  2019年，‹超过53%›的人口使用互联网，2005年为‹近17%›。
  国际电联有‹193›个成员国和‹900多›个其他成员，其中‹约160›所大学。
  2020年4月29日‹共有41亿›用户、‹1,234.5›个单位和‹四十一亿›个账户。
  第71号决议确定了‹24›项具体目标；‹一半›已经实现，‹三分之二›正在进行，‹百分之五›尚未开始。
  流量‹翻了一番›，价格是‹两倍›，需求是‹1.5倍›，第四季度增加‹６７›个。
  需要‹500万美元›、‹三百万欧元›和‹至少100›所学校。
  差距为‹6.6个百分点›；‹二十四›名代表、‹一百二十›名观察员出席。
  ‹1200左右›份答复、‹不到40›份拒绝、‹五分之一›的家庭和‹四分之三›的青年。
  ‹３５％›的人、‹十二›个国家、‹2 万亿›条信息，‹近三分之一›未答。
  2019年的调查覆盖‹14›个省的‹7,412›户家庭，答复率为‹81.3%›，比2016年高‹2.1个百分点›。
  ‹十二›名工程师以每年‹约340万美元›的费用维护‹1,800多›个站点。
  2015年至2020年，用户从‹120万›增至‹近500万›，详见第3章和附件4。
  到2021年6月30日，‹至少60%›的学校应联网；‹四十›所尚未联网，‹两千›所将于2022年12月31日前联网。
  第三届论坛于2018年5月2日至5日举行，有‹四百›人参加，其中‹一百零六›人为女性（‹26.5%›）。
  """)

private let arabic = PlantedText(
  "ar",
  """
  في عام 2019، كان ‹أكثر من 53 في المائة› من السكان يستخدمون الإنترنت، مقابل ‹ما يقرب من 17%› في عام 2005.
  يضم الاتحاد ‹193› دولة عضواً و‹أكثر من 900› عضو آخر، منها ‹نحو 160› جامعة.
  في 29 أبريل 2020 كان هناك ‹4.1 مليار› مستخدم و‹٤٫١› وحدة و‹١٬٢٣٤› نقطة.
  يحدد القرار 71 ‹24› مقصداً؛ تحقق ‹نصف› المقاصد، و‹ثلثي› الأهداف وفق المادة 12، و‹ربع› غيرها.
  ‹تضاعف› عدد الشبكات، وزاد السعر ‹ثلاثة أضعاف›، ووصل الطلب إلى ‹1.5› ضعف.
  يلزم ‹5 ملايين دولار› و‹مليوني يورو› و‹ما لا يقل عن 100› مدرسة.
  الفجوة ‹6.6 نقاط مئوية›؛ وحضر ‹أربعة وعشرون› مندوباً و‹مائة وعشرون› مراقباً.
  ‹حوالي 1,200› رد، و‹أقل من 40› رفضاً، و‹ثلاثة أرباع› الشباب، و‹٥٣٪› من البيوت.
  ‹خمسة عشر› بلداً و‹ثلاثة آلاف› مدرسة.
  شملت الدراسة الاستقصائية لعام 2019 ‹7412› أسرة في ‹14› مقاطعة، وبلغ معدل الاستجابة ‹81.3 في المائة›، أي
  بزيادة ‹2.1 نقطة مئوية› عن عام 2016.
  ويتولى ‹اثنا عشر› مهندساً صيانة ‹أكثر من 1800› موقع بتكلفة ‹نحو 3.4 مليون دولار› سنوياً.
  وبين عامي 2015 و2020 ارتفع عدد الاشتراكات من ‹1.2 مليون› إلى ‹ما يقرب من 5 ملايين›. انظر الفصل 3 والملحق 4.
  وبحلول 30 يونيو 2021 ينبغي توصيل ‹ما لا يقل عن 60 في المائة› من المدارس؛ و‹أربعون› غير موصولة و‹ألفي›
  مدرسة ستوصل.
  وفي الدورة الثالثة، من 2 إلى 5 مايو 2018، شارك ‹أربعمائة› شخص، منهم ‹مائة وست› نساء (‹26.5%›).
  """)
