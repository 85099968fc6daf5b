import MilepostLanguage
import MilepostModel
import Testing

@Suite struct OrdinaryProseTests {
  @Test(arguments: [
    ("en", english),
    ("fr", french),
    ("es", spanish),
    ("ru", russian),
    ("zh", chinese),
    ("ar", arabic),
  ])
  func `a page with dates, codes, ordinals and small numbers holds no number`(_ language: String, _ page: String) {
    let found = NumeralFinder(LanguageTag(language)).numerals(in: page)
    #expect(found.filter { $0.kind == .number }.map(\.text) == [])
    #expect(found.contains { $0.kind == .date } && found.contains { $0.kind == .code })
    #expect(found.count > 25)
  }
}

private let english = """
  # 1 Introduction

  Founded in 1865, the Union met for the 21st time in Dubai, from 29 October to 16 November 2018, and
  adopted Resolutions 71, 151 and 200. One Member State asked for a second reading; two others, after
  three days of talks, joined it. The 2030 Agenda, the Connect 2030 plan and Decision 5 guide the years 2020-2023.
  In the 1990s nobody spoke of 5G, IMT-2020 or Wi-Fi 6; by mid-2020 COVID-19 had made them household
  words.

  On Wednesday, 29 April 2020 at 10:30, the Council opened document C20/35 under agenda item PL 3.1.
  Article 12, section 3.1, Table 3 and Figures 1 and 2 were read twice. Target 2.4, goal 3 and outcome
  R.1-a come first; Recommendation Y.4101 and H.264 come next. Study Group 20, SG17 and Working Party 5D
  met on March 3rd and 13-17 November. The first half of 2019 was calm, the second half was not, and the
  third quarter of 2019/20 was worse.

  1. See https://example.org/reports/2019/12 or write to desk42@example.org before 9 a.m.
  2. Version 2.0 of the tool runs `count 300` on ISO 26324 and IPv6 (see page 14, paragraph 7).

  A third party may double its efforts, time and again, on the one hand or the other; at least one of them
  will. Half measures do not help. The aim is twofold: some of us know (1) what to do, and (2) when.
  Ten-year plans were made in Q1 2020, in the twenty-first century, on 2020-04-29.
  """

private let french = """
  # 1 Introduction

  Fondée en 1865, l’Union s’est réunie pour la 21e fois à Dubaï, du 29 octobre au 16 novembre 2018, et a
  adopté les Résolutions 71, 151 et 200. Un État Membre a demandé une deuxième lecture ; deux autres,
  après trois jours de débats, l’ont suivi. Le Programme 2030, la Décision 5 et le plan de la période 2020-2023
  guident les travaux. Dans les années 90, personne ne parlait de la 5G, des IMT-2020 ni du Wi-Fi 6 ; à la
  mi-2020, la COVID-19 en avait fait des mots de tous les jours.

  Le mercredi 29 avril 2020 à 10 h 30, le Conseil a ouvert le Document C20/35 au titre du point PL 3.1 de
  l’ordre du jour. L’article 12, la section 3.1, le Tableau 3 et les Figures 1 et 2 ont été lus deux fois.
  La cible 2.4, le but 3 et le résultat R.1-a viennent d’abord ; la Recommandation Y.4101 et la norme
  H.264 viennent ensuite. La Commission d’études 20, le SG17 et le Groupe de travail 5D se sont réunis le 1er
  mars et du 13 au 17 novembre. Le 1er trimestre 2019 a été calme, la seconde moitié de l’année 2019 ne
  l’a pas été.

  1. Voir https://example.org/rapports/2019/12 ou écrire à bureau42@example.org avant 9 h.
  2. La version 2.0 de l’outil lance `compte 300` sur la norme ISO 26324 (voir page 14, paragraphe 7).

  Quelques membres, l’un après l’autre, ont un double objectif ; au moins un d’entre eux réussira. La 4e
  session, le XXIe siècle, le T1 2020 et le 2020-04-29 ne sont pas des quantités, pas plus que la moindre
  idée.
  """

private let spanish = """
  # 1 Introducción

  Fundada en 1865, la Unión se reunió por 21.ª vez en Dubái, del 29 de octubre al 16 de noviembre de 2018,
  y adoptó las Resoluciones 71, 151 y 200. Un Estado Miembro pidió una segunda lectura; otros dos, tras
  tres días de debate, lo siguieron. La Agenda 2030, la Decisión 5 y el plan del periodo 2020-2023 guían
  los trabajos. En los años 90 nadie hablaba de la 5G, de las IMT-2020 ni de Wi-Fi 6; la COVID-19 los hizo
  palabras de todos los días.

  El miércoles 29 de abril de 2020 a las 10:30 el Consejo abrió el Documento C20/35, punto PL 3.1 del
  orden del día. El artículo 12, la sección 3.1, el Cuadro 3 y las Figuras 1 y 2 se leyeron dos veces. La
  meta 2.4, el objetivo 3 y el resultado R.1-a van primero; la Recomendación Y.4101 y la norma H.264 van
  después. La Comisión de Estudio 20, el SG17 y el Grupo de Trabajo 5D se reunieron el 1 de marzo y del 13
  al 17 de noviembre. El primer trimestre de 2019 fue tranquilo; la segunda mitad del año 2019, no.

  1. Véase https://example.org/informes/2019/12 o escriba a mesa42@example.org antes de las 9.
  2. La versión 2.0 de la herramienta ejecuta `cuenta 300` según ISO 26324 (página 14, párrafo 7).

  Por medio de unos u otros, el medio ambiente tiene un doble valor; al menos uno de ellos lo sabe. La 4ª
  reunión, el siglo XXI, el T1 2020 y el 2020-04-29 no son cantidades, ni tampoco por ciento, una vez más.
  """

private let russian = """
  # 1 Введение

  Основанный в 1865 году, Союз собрался в 21-й раз в Дубае с 29 октября по 16 ноября 2018 года и принял
  Резолюции 71, 151 и 200. Одно Государство-Член попросило о втором чтении; два других после трёх дней
  обсуждения присоединились к нему. Повестка дня в области развития на период до 2030 года, Решение 5 и
  план на 2020–2023 годы направляют работу. В 1990-х годах никто не говорил о 5G, IMT-2020 или Wi-Fi 6; к
  середине 2020 года COVID-19 сделал их привычными словами.

  В среду, 29 апреля 2020 года, в 10:30 Совет открыл Документ C20/35 по пункту PL 3.1 повестки дня. Статья 12,
  раздел 3.1, Таблица 3 и Рисунки 1 и 2 были прочитаны два раза. Задача 2.4, цель 3 и результат R.1-a идут
  первыми; Рекомендация Y.4101 и стандарт H.264 идут потом. 20-я Исследовательская комиссия, SG17 и
  Рабочая группа 5D собирались 1 марта и 13–17 ноября. Первая половина 2019 года была спокойной, вторая
  половина года – нет.

  1. См. https://example.org/otchet/2019/12 или пишите на stol42@example.org.
  2. Версия 2.0 программы выполняет `count 300` по ИСО 26324 (см. стр. 14, п. 7).

  Тысячи людей, миллионы слов и сотни дел – не числа; по крайней мере один из нас это знает. На 4-й
  сессии, в двадцать первом веке, в 1-м квартале 2020 года и 2020-04-29 шла работа, раз за разом, семью за
  семьёй.
  """

private let chinese = """
  # 1 引言

  国际电联成立于1865年，第二十一届大会于2018年10月29日至11月16日在迪拜举行，通过了第71、151和\
  200号决议。一个成员国要求二读，另外两个成员国经过三天讨论后表示同意。《2030年议程》、第5号决定和2020\
  -2023年战略规划指导着统一的工作。在90年代，没有人谈论5G、IMT-2020或Wi-Fi 6；到二〇二〇年\
  ，COVID-19使它们成为日常用语。

  2020年4月29日（星期三）10时30分，理事会在议项PL 3.1下审议了C20/35号文件。第12条、第3.\
  1节、表3和图1宣读了两次。具体目标2.4、总体目标3和成果R.1-a在先；Y.4101建议书和H.264标准在\
  后。第20研究组、SG17和5D工作组于三月一日和11月13日至17日开会。2019年上半年十分平静，下半年则不\
  然，第三季度更差。

  1. 见 https://example.org/2019/12 或写信至 desk42@example.org 。
  2. 工具的版本2.0按ISO 26324运行 `count 300`（见附件2和图3）。

  一些人千方百计，一方面统一思想，另一方面一一落实；数百名代表、几十个国家、成千上万的人参加，每个人都有一点意见，\
  三三两两，万一有变，四月二十九日再议。第四届会议、二十一世纪、十三五规划、2020-04-29都不是数量。两三个\
  代表发言，五六位专家旁听；人人都说十分满意，一再表示支持，唯一的问题留待第二次会议解决。
  """

private let arabic = """
  # 1 مقدمة

  تأسس الاتحاد في عام 1865 واجتمع في دبي من 29 أكتوبر إلى 16 نوفمبر 2018 واعتمد القرارات 71 و151 و200.
  طلبت دولة عضو واحدة قراءة ثانية، وانضمت إليها دولتان بعد ثلاثة أيام من النقاش. وتوجه خطة عام 2030
  والمقرر 5 وخطة الفترة 2020-2023 هذا العمل. وفي عقد 1990 لم يتحدث أحد عن 5G أو IMT-2020 أو Wi-Fi 6، ثم
  جعلت جائحة COVID-19 منها كلمات مألوفة.

  في يوم الأربعاء 29 أبريل 2020 الساعة 10:30 افتتح المجلس الوثيقة C20/35 في إطار البند PL 3.1 من جدول
  الأعمال. وقُرئت المادة 12 والقسم 3.1 والجدول 3 والشكل 1 مرتين. ويأتي المقصد 2.4 والغاية 3 والنتيجة R.1-a
  أولاً، ثم التوصية Y.4101 والمعيار H.264. واجتمعت لجنة الدراسات 20 وفرقة العمل 5D وSG17 في 1 مارس ومن 13
  إلى 17 نوفمبر. وكان النصف الأول من عام 2019 هادئاً، ولم يكن النصف الثاني كذلك، وكان الربع الثالث أسوأ.

  1. انظر https://example.org/2019/12 أو اكتب إلى desk42@example.org قبل الساعة 9.
  2. تشغّل النسخة 2.0 من الأداة `count 300` وفقاً لمعيار ISO 26324 (انظر الصفحة 14 والفقرة 7).

  ويجب مضاعفة الجهود لمعالجة ضعف البنية التحتية مرة بعد مرة، ويعرف ذلك واحد منا على الأقل. والدورة الثانية
  عشرة والقرن الحادي والعشرون و2020-04-29 ليست كميات، ولا في المائة، ولا كل ثلاث مرات.
  """
