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
  """)
