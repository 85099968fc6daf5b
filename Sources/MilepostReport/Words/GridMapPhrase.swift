import MilepostLanguage
import MilepostModel

/// What maps of records say; the raw value is the English text.
enum GridMapPhrase: String, SpokenPhrase {
  case mapsLead = "Where the records of a register lie, in squares of one area, and where indicators have which value."
  case mapsOfRecords = "Maps of records"
  case mapsOfIndicators = "Maps of indicators"
  case mapsCaption = "Maps of records, with the number of records on each"
  case mapFilesCaption = "Files of maps, with their sizes"
  case oneMap = "Map"
  case onTheMap = "Records on the map"
  case countedRecords = "{count} record|{count} records"
  case answerCounts =
    "On the map: {records}. The fullest square of {squares} holds half of them.|On the map: {records}. The fullest {count} of {squares} squares hold half of them."
  case answerValues = "{title}: {value}, over {records}. In half of the squares it is {median} or less."
  case describeSquares =
    "{count} square with records; values from {low} to {high}, and {median} in the middle.|{count} squares with records; values from {low} to {high}, and {median} in the middle."
  case mapWithoutValues = "No record has a place and a value."
  case squareBounds = "After the colon: how many squares. A value at a bound counts to the higher class."
  case squaresWithoutValue = "Squares with fewer than {fewest} records show no value."
  case tooFew = "too few records"
  case areaOnMap = "{area}: {value}, records: {count}"
  case squaresMeasure = "In squares of about {side} km"
  case byArea = "By area"
  case byAreaCaption = "{title}, by area"
  case howMade = "How the map is made"
  case squareArea = "One square"
  case squareText =
    "{area} km² each. Squares lie between parallels and meridians, and all have the same area on the globe."
  case withoutPlace = "Records without coordinates"
  case ofNoArea = "Records in no area"
  case locatedByOutline =
    "A record belongs to the area in whose outline it lies, or to the nearest within 50 km of it."

  var arabic: String {
    switch self {
    case .mapsLead: "مواقع قيود السجلات في مربعات متساوية المساحة، وقيم المؤشرات حسب المنطقة."
    case .mapsOfRecords: "خرائط القيود"
    case .mapsOfIndicators: "خرائط المؤشرات"
    case .mapsCaption: "خرائط القيود وعدد القيود في كل منها"
    case .mapFilesCaption: "ملفات الخرائط وأحجامها"
    case .oneMap: "الخريطة"
    case .onTheMap: "القيود على الخريطة"
    case .countedRecords: "لا قيود|قيد واحد|قيدان|{count} قيود|{count} قيدًا|{count} قيد"
    case .answerCounts:
      "على الخريطة: {records}. لا مربعات من أصل {squares}.|على الخريطة: {records}. المربع الأكثر امتلاءً من أصل {squares} يضم نصفها.|على الخريطة: {records}. المربعان الأكثر امتلاءً من أصل {squares} يضمان نصفها.|على الخريطة: {records}. نصفها في {count} مربعات هي الأكثر امتلاءً من أصل {squares}.|على الخريطة: {records}. نصفها في {count} مربعًا هي الأكثر امتلاءً من أصل {squares}.|على الخريطة: {records}. نصفها في {count} مربع هي الأكثر امتلاءً من أصل {squares}."
    case .answerValues: "{title}: {value}، من مجموع {records}. وفي نصف المربعات لا تزيد القيمة عن {median}."
    case .describeSquares:
      "لا مربعات فيها قيود؛ القيم من {low} إلى {high}، والوسطى {median}.|مربع واحد فيه قيود؛ القيم من {low} إلى {high}، والوسطى {median}.|مربعان فيهما قيود؛ القيم من {low} إلى {high}، والوسطى {median}.|{count} مربعات فيها قيود؛ القيم من {low} إلى {high}، والوسطى {median}.|{count} مربعًا فيها قيود؛ القيم من {low} إلى {high}، والوسطى {median}.|{count} مربع فيها قيود؛ القيم من {low} إلى {high}، والوسطى {median}."
    case .mapWithoutValues: "لا يوجد قيد له موقع وقيمة."
    case .squareBounds: "بعد النقطتين: عدد المربعات. والقيمة الواقعة على حد فئة تُحسب في الفئة الأعلى."
    case .squaresWithoutValue: "لا تظهر قيمة للمربعات التي فيها أقل من {fewest} من القيود."
    case .tooFew: "قيود قليلة جدًا"
    case .areaOnMap: "{area}\u{200F}: {value}، القيود: {count}"
    case .squaresMeasure: "في مربعات عرضها نحو {side} كم"
    case .byArea: "حسب المنطقة"
    case .byAreaCaption: "{title}، حسب المنطقة"
    case .howMade: "كيف أُعدّت الخريطة"
    case .squareArea: "المربع الواحد"
    case .squareText:
      "{area} كم² لكل منها. تقع المربعات بين خطوط الطول والعرض، ولها جميعًا المساحة نفسها على الكرة الأرضية."
    case .withoutPlace: "قيود بلا إحداثيات"
    case .ofNoArea: "قيود لا تقع في أي منطقة"
    case .locatedByOutline: "يُنسب القيد إلى المنطقة التي يقع داخل حدودها، أو إلى أقرب منطقة على مسافة لا تتجاوز 50 كم."
    }
  }

  var chinese: String {
    switch self {
    case .mapsLead: "登记册的记录位于何处（以等面积方格表示），以及各地区的指标数值。"
    case .mapsOfRecords: "记录地图"
    case .mapsOfIndicators: "指标地图"
    case .mapsCaption: "各记录地图及其记录数"
    case .mapFilesCaption: "地图的文件及其大小"
    case .oneMap: "地图"
    case .onTheMap: "地图上的记录"
    case .countedRecords: "{count}条记录"
    case .answerCounts: "地图上有{records}。{squares}个方格中，最密集的{count}个占其半数。"
    case .answerValues: "{title}：{value}（{records}）。半数方格不超过{median}。"
    case .describeSquares: "{count}个方格有记录；数值从{low}到{high}，中位为{median}。"
    case .mapWithoutValues: "没有既有位置又有数值的记录。"
    case .squareBounds: "冒号后为方格数。恰在界限上的数值计入较高的一组。"
    case .squaresWithoutValue: "记录少于{fewest}条的方格不显示数值。"
    case .tooFew: "记录太少"
    case .areaOnMap: "{area}：{value}，记录数：{count}"
    case .squaresMeasure: "方格宽约{side}公里"
    case .byArea: "按地区"
    case .byAreaCaption: "{title}，按地区"
    case .howMade: "地图如何绘制"
    case .squareArea: "每个方格"
    case .squareText: "{area}平方公里。方格以经纬线为界，在地球上面积全都相等。"
    case .withoutPlace: "没有坐标的记录"
    case .ofNoArea: "不属于任何地区的记录"
    case .locatedByOutline: "记录归入其所在轮廓的地区，或归入50公里以内最近的地区。"
    }
  }

  var french: String {
    switch self {
    case .mapsLead:
      "Où se trouvent les entrées d’un registre, en carrés de même superficie, et quelles valeurs ont les indicateurs où."
    case .mapsOfRecords: "Cartes des registres"
    case .mapsOfIndicators: "Cartes des indicateurs"
    case .mapsCaption: "Cartes des registres, avec le nombre d’entrées de chacune"
    case .mapFilesCaption: "Fichiers des cartes, avec leur taille"
    case .oneMap: "Carte"
    case .onTheMap: "Entrées sur la carte"
    case .countedRecords: "{count} entrée|{count} entrées"
    case .answerCounts:
      "Sur la carte : {records}. Le carré le plus rempli sur {squares} en compte la moitié.|Sur la carte : {records}. Les {count} carrés les plus remplis sur {squares} en comptent la moitié."
    case .answerValues:
      "{title} : {value}, sur {records}. Dans la moitié des carrés, la valeur ne dépasse pas {median}."
    case .describeSquares:
      "{count} carré avec des entrées ; valeurs de {low} à {high}, {median} au milieu.|{count} carrés avec des entrées ; valeurs de {low} à {high}, {median} au milieu."
    case .mapWithoutValues: "Aucune entrée n’a à la fois un lieu et une valeur."
    case .squareBounds:
      "Après les deux-points : nombre de carrés. Une valeur située à une limite compte dans la classe supérieure."
    case .squaresWithoutValue: "Les carrés de moins de {fewest} entrées n’ont pas de valeur affichée."
    case .tooFew: "trop peu d’entrées"
    case .areaOnMap: "{area} : {value}, entrées : {count}"
    case .squaresMeasure: "En carrés d’environ {side} km"
    case .byArea: "Par zone"
    case .byAreaCaption: "{title}, par zone"
    case .howMade: "Comment la carte est faite"
    case .squareArea: "Un carré"
    case .squareText:
      "{area} km² chacun. Les carrés sont bordés de parallèles et de méridiens, et ont tous la même superficie sur le globe."
    case .withoutPlace: "Entrées sans coordonnées"
    case .ofNoArea: "Entrées dans aucune zone"
    case .locatedByOutline:
      "Une entrée appartient à la zone dont le contour la contient, ou à la plus proche dans un rayon de 50 km."
    }
  }

  var russian: String {
    switch self {
    case .mapsLead:
      "Где расположены записи реестров, в ячейках одинаковой площади, и какие значения показатели имеют в разных местах."
    case .mapsOfRecords: "Карты записей"
    case .mapsOfIndicators: "Карты показателей"
    case .mapsCaption: "Карты записей и число записей на каждой"
    case .mapFilesCaption: "Файлы карт и их размер"
    case .oneMap: "Карта"
    case .onTheMap: "Записей на карте"
    case .countedRecords: "{count} запись|{count} записи|{count} записей"
    case .answerCounts:
      "На карте: {records}. Половина приходится на {count} самую заполненную ячейку из {squares}.|На карте: {records}. Половина приходится на {count} самые заполненные ячейки из {squares}.|На карте: {records}. Половина приходится на {count} самых заполненных ячеек из {squares}."
    case .answerValues: "{title}: {value}, всего {records}. В половине ячеек значение не выше {median}."
    case .describeSquares:
      "{count} ячейка с записями; значения от {low} до {high}, среднее по порядку {median}.|{count} ячейки с записями; значения от {low} до {high}, среднее по порядку {median}.|{count} ячеек с записями; значения от {low} до {high}, среднее по порядку {median}."
    case .mapWithoutValues: "Нет записей, у которых есть и место, и значение."
    case .squareBounds: "После двоеточия – число ячеек. Значение на границе относится к более высокой группе."
    case .squaresWithoutValue: "Для ячеек, где записей меньше {fewest}, значение не показано."
    case .tooFew: "слишком мало записей"
    case .areaOnMap: "{area}: {value}, записей: {count}"
    case .squaresMeasure: "В ячейках шириной около {side} км"
    case .byArea: "По странам и районам"
    case .byAreaCaption: "{title}, по странам и районам"
    case .howMade: "Как составлена карта"
    case .squareArea: "Одна ячейка"
    case .squareText:
      "{area} км² каждая. Ячейки лежат между параллелями и меридианами и имеют одинаковую площадь на земном шаре."
    case .withoutPlace: "Записи без координат"
    case .ofNoArea: "Записи вне всех стран и районов"
    case .locatedByOutline:
      "Запись относится к той стране или району, внутри контура которого она лежит, или к ближайшему в пределах 50 км."
    }
  }

  var spanish: String {
    switch self {
    case .mapsLead:
      "Dónde están las entradas de un registro, en cuadrados de la misma superficie, y qué valores tienen los indicadores y dónde."
    case .mapsOfRecords: "Mapas de registros"
    case .mapsOfIndicators: "Mapas de indicadores"
    case .mapsCaption: "Mapas de registros, con el número de entradas de cada uno"
    case .mapFilesCaption: "Archivos de los mapas, con su tamaño"
    case .oneMap: "Mapa"
    case .onTheMap: "Entradas en el mapa"
    case .countedRecords: "{count} entrada|{count} entradas"
    case .answerCounts:
      "En el mapa: {records}. El cuadrado más lleno de {squares} reúne la mitad.|En el mapa: {records}. Los {count} cuadrados más llenos de {squares} reúnen la mitad."
    case .answerValues: "{title}: {value}, sobre {records}. En la mitad de los cuadrados no pasa de {median}."
    case .describeSquares:
      "{count} cuadrado con entradas; valores de {low} a {high}, y {median} en el medio.|{count} cuadrados con entradas; valores de {low} a {high}, y {median} en el medio."
    case .mapWithoutValues: "Ninguna entrada tiene a la vez lugar y valor."
    case .squareBounds:
      "Tras los dos puntos, el número de cuadrados. Un valor situado en un límite cuenta en la clase superior."
    case .squaresWithoutValue: "Los cuadrados con menos de {fewest} entradas no muestran valor."
    case .tooFew: "muy pocas entradas"
    case .areaOnMap: "{area}: {value}, entradas: {count}"
    case .squaresMeasure: "En cuadrados de unos {side} km"
    case .byArea: "Por zona"
    case .byAreaCaption: "{title}, por zona"
    case .howMade: "Cómo se hace el mapa"
    case .squareArea: "Un cuadrado"
    case .squareText:
      "{area} km² cada uno. Los cuadrados están entre paralelos y meridianos, y todos tienen la misma superficie en el globo."
    case .withoutPlace: "Entradas sin coordenadas"
    case .ofNoArea: "Entradas en ninguna zona"
    case .locatedByOutline:
      "Una entrada pertenece a la zona en cuyo contorno está, o a la más cercana a menos de 50 km."
    }
  }
}

extension Phrases {
  func callAsFunction(_ phrase: GridMapPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  func callAsFunction(
    _ phrase: GridMapPhrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text(phrase, count: count, values)
  }

  /// A number of records by the name that the register gives them: `8,123 schools`.
  func counted(_ number: Int, of record: LocalizedText?) -> String {
    guard let name = record.flatMap({ form(ofNoun: $0, for: number) })?.text(in: catalogueLanguage) else {
      return self(.countedRecords, count: number)
    }
    return joins(numbers.text(Double(number), decimals: 0), name, "\u{00A0}")
  }
}
