/// What maps say; the raw value is the English text.
enum MapPhrase: String, SpokenPhrase {
  case mapHeading = "Maps"
  case mapOfOutlines = "The newest value of each area, drawn as large as it is on the globe"
  case mapOfTiles = "The newest value of each area, drawn as squares of one size"
  case describeMap =
    "{count} area with a value, from {high} ({highest}) to {low} ({lowest}).|{count} areas with a value, from {high} ({highest}) to {low} ({lowest})."
  case classRange = "{low} to {high}: {count}"
  case classUnknown = "no data, {reason}: {count}"
  case notInTable = "not in the table"
  case classBounds = "After the colon: how many areas. A value at a bound counts to the higher class."
  case mapKeys = "Page Up and Page Down lead from the highest value to the lowest."
  case notOnMap = "Not on the map: {names}."

  var arabic: String {
    switch self {
    case .mapHeading: "الخرائط"
    case .mapOfOutlines: "أحدث قيمة لكل منطقة، مرسومة بمساحتها النسبية على الكرة الأرضية"
    case .mapOfTiles: "أحدث قيمة لكل منطقة، مرسومة في مربعات متساوية الحجم"
    case .describeMap:
      "لا توجد مناطق لها قيمة؛ من {high} ({highest}) إلى {low} ({lowest}).|منطقة واحدة لها قيمة، من {high} ({highest}) إلى {low} ({lowest}).|منطقتان لهما قيمة، من {high} ({highest}) إلى {low} ({lowest}).|{count} مناطق لها قيمة، من {high} ({highest}) إلى {low} ({lowest}).|{count} منطقة لها قيمة، من {high} ({highest}) إلى {low} ({lowest}).|{count} منطقة لها قيمة، من {high} ({highest}) إلى {low} ({lowest})."
    case .classRange: "من {low} إلى {high}\u{200F}: {count}"
    case .classUnknown: "لا توجد بيانات، {reason}: {count}"
    case .notInTable: "غير واردة في الجدول"
    case .classBounds: "بعد النقطتين: عدد المناطق. والقيمة الواقعة على حد فئة تُحسب في الفئة الأعلى."
    case .mapKeys: "ينتقل مفتاحا Page Up وPage Down من أعلى قيمة إلى أدناها."
    case .notOnMap: "غير مبيَّن على الخريطة: {names}."
    }
  }

  var chinese: String {
    switch self {
    case .mapHeading: "地图"
    case .mapOfOutlines: "各地区的最新数值，按其在地球上的面积比例绘制"
    case .mapOfTiles: "各地区的最新数值，以大小相同的方格绘制"
    case .describeMap: "{count}个地区有数值，从{high}（{highest}）到{low}（{lowest}）。"
    case .classRange: "{low}至{high}：{count}"
    case .classUnknown: "无数据，{reason}：{count}"
    case .notInTable: "不在表中"
    case .classBounds: "冒号后为地区数。恰在界限上的数值计入较高的一组。"
    case .mapKeys: "用Page Up和Page Down键从最高值移到最低值。"
    case .notOnMap: "未列入地图：{names}。"
    }
  }

  var french: String {
    switch self {
    case .mapHeading: "Cartes"
    case .mapOfOutlines: "La valeur la plus récente de chaque zone, dessinée selon sa superficie sur le globe"
    case .mapOfTiles: "La valeur la plus récente de chaque zone, en carrés de même taille"
    case .describeMap:
      "{count} zone avec une valeur, de {high} ({highest}) à {low} ({lowest}).|{count} zones avec une valeur, de {high} ({highest}) à {low} ({lowest})."
    case .classRange: "{low} à {high} : {count}"
    case .classUnknown: "sans donnée, {reason} : {count}"
    case .notInTable: "absent du tableau"
    case .classBounds:
      "Après les deux-points : nombre de zones. Une valeur située à une limite compte dans la classe supérieure."
    case .mapKeys: "Les touches Page Up et Page Down mènent de la valeur la plus élevée à la plus basse."
    case .notOnMap: "Absent de la carte : {names}."
    }
  }

  var russian: String {
    switch self {
    case .mapHeading: "Карты"
    case .mapOfOutlines: "Последнее значение по каждой стране или району, площадь – как на глобусе"
    case .mapOfTiles: "Последнее значение по каждой стране или району, квадраты одного размера"
    case .describeMap:
      "{count} страна или район со значением, от {high} ({highest}) до {low} ({lowest}).|{count} страны или района со значением, от {high} ({highest}) до {low} ({lowest}).|{count} стран или районов со значением, от {high} ({highest}) до {low} ({lowest})."
    case .classRange: "от {low} до {high}: {count}"
    case .classUnknown: "нет данных, {reason}: {count}"
    case .notInTable: "нет в таблице"
    case .classBounds: "После двоеточия – число стран и районов. Значение на границе относится к более высокой группе."
    case .mapKeys: "Клавиши Page Up и Page Down ведут от наибольшего значения к наименьшему."
    case .notOnMap: "Нет на карте: {names}."
    }
  }

  var spanish: String {
    switch self {
    case .mapHeading: "Mapas"
    case .mapOfOutlines: "El valor más reciente de cada zona, dibujada según su superficie en el globo"
    case .mapOfTiles: "El valor más reciente de cada zona, en cuadrados del mismo tamaño"
    case .describeMap:
      "{count} zona con valor, de {high} ({highest}) a {low} ({lowest}).|{count} zonas con valor, de {high} ({highest}) a {low} ({lowest})."
    case .classRange: "de {low} a {high}: {count}"
    case .classUnknown: "sin datos, {reason}: {count}"
    case .notInTable: "no figura en la tabla"
    case .classBounds:
      "Tras los dos puntos, el número de zonas. Un valor situado en un límite cuenta en la clase superior."
    case .mapKeys: "Las teclas Page Up y Page Down llevan del valor más alto al más bajo."
    case .notOnMap: "No figura en el mapa: {names}."
    }
  }
}
