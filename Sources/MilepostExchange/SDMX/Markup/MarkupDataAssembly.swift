import MilepostModel

/// Puts a data set together from what its elements say, whatever their form.
struct MarkupDataAssembly {
  /// What a name says where it stands.
  enum Slot: Hashable {
    case dimension(Int)
    case time
    case measure(Int)
    case seriesAttribute(Int)
    case observationAttribute(Int)
    case dataSetAttribute
  }

  /// What is said of whom.
  enum Place: Int { case dataSet, group, series, observation }

  private var findings = FileFindings()
  let file: String
  /// The dimension at observations, or `AllDimensions`.
  let level: String
  private let structure: SDMX.Reference
  private let resolved: SDMX.ResolvedStructure?
  private let definition: SDMX.DataStructure?
  private let start: SourcePosition
  var head = MarkupDataSetHead()

  private var builder: SDMX.DataSetBuilder?
  private var dimensions: [String] = []
  private var timeID: String?
  private var measures: [String] = []

  private var seriesKey: [String?] = []
  private var seriesTime: String?
  private var seriesValues: [(Int, String)] = []
  /// Attributes of observations that the series says of all of its own.
  private var sharedValues: [(Int, String)] = []
  /// A measure at the series.
  private var misplaced: String?
  private var series: Int?
  private var key: [String?] = []
  private var hasOwnKey = false
  private var time: String?
  private var ownSeriesValues: [(Int, String)] = []
  private var values: [SDMX.MeasureValue] = []
  private var observationValues: [(Int, String)] = []

  /// - Parameter start: where the data set begins.
  init(_ structure: SDMX.Reference, _ resolved: SDMX.ResolvedStructure?, level: String, at start: SourcePosition) {
    self.structure = structure
    self.resolved = resolved
    definition = resolved?.structure
    self.level = level
    self.start = start
    file = start.file
  }

  func isDimension(_ id: String) -> Bool { definition?.dimensions.contains { $0.id == id } ?? true }

  /// Whether it is known what the components of the data are.
  var isDefined: Bool { definition != nil }

  var isBegun: Bool { builder != nil }

  /// Must be called before the first series or observation.
  ///
  /// - Parameter names: what counts as dimensions where the data structure is not known, in their order.
  mutating func begin(dimensions names: [String], hasTime: Bool) {
    timeID = definition.map { $0.timeDimension?.id } ?? (hasTime ? "TIME_PERIOD" : nil)
    dimensions = definition?.dimensions.map(\.id) ?? names
    measures = definition?.measures.map(\.id) ?? ["OBS_VALUE"]
    // In the order of the data structure, so that the order in which a message names them has no say.
    let known = definition.map { definition in
      definition.attributes.map { ($0.id, definition.level(of: $0)) }
    }
    builder = SDMX.DataSetBuilder(
      structure: structure, dimensions: dimensions, time: timeID, measures: measures,
      seriesAttributes: (known ?? []).filter { $0.1 == .series }.map(\.0),
      observationAttributes: (known ?? []).filter { $0.1 == .observation }.map(\.0))
    seriesKey = Array(repeating: nil, count: dimensions.count)
    key = seriesKey
    values = Array(repeating: .absent, count: measures.count)
  }

  /// The meaning of a name where it stands; one that the data structure does not know is an attribute.
  mutating func slot(_ id: String, at place: Place) -> Slot {
    if let index = dimensions.firstIndex(of: id) { return .dimension(index) }
    if id == timeID { return .time }
    if let index = measures.firstIndex(of: id) { return .measure(index) }
    var isOfSeries = place == .series
    if let attribute = definition?.attributes.first(where: { $0.id == id }),
      let level = definition?.level(of: attribute)
    {
      isOfSeries = level != .observation
    }
    guard var builder = builder.take() else { return .dataSetAttribute }
    defer { self.builder = builder }
    return isOfSeries
      ? .seriesAttribute(builder.seriesAttribute(id)) : .observationAttribute(builder.observationAttribute(id))
  }

  mutating func beginSeries() {
    for index in seriesKey.indices { seriesKey[index] = nil }
    seriesTime = nil
    seriesValues.removeAll(keepingCapacity: true)
    sharedValues.removeAll(keepingCapacity: true)
    misplaced = nil
    series = nil
  }

  mutating func setOfSeries(_ slot: Slot, _ value: MarkupBytes) {
    switch slot {
    case .dimension(let index): seriesKey[index] = value.text
    case .time: seriesTime = value.text
    case .seriesAttribute(let index): seriesValues.append((index, value.text))
    case .observationAttribute(let index): sharedValues.append((index, value.text))
    case .measure(let index): misplaced = measures[index]
    case .dataSetAttribute: return
    }
  }

  /// Called when all of the series is known but its observations.
  ///
  /// - Parameter place: line and column of its element.
  mutating func endSeriesKey(at place: (line: Int, column: Int)) {
    builder?.place = place
    if let misplaced { findings.report(.measureAtSeries(misplaced, at: position(place))) }
    // Another dimension than time may come with each observation.
    guard level == timeID || level == "TIME_PERIOD" else { return }
    // What a deletion does not say may be anything.
    guard head.action != .delete, let missing = seriesKey.firstIndex(of: nil) else {
      series = number(of: seriesKey)
      return
    }
    findings.report(.keyIncomplete(dimensions[missing], at: position(place)))
  }

  private func position(_ place: (line: Int, column: Int)) -> SourcePosition {
    SourcePosition(file: file, line: place.line, column: place.column)
  }

  /// The number of the series with a key, which gets the attributes that its element has; nil where there is no data set.
  private mutating func number(of key: [String?]) -> Int? {
    guard let number = builder?.series(key) else { return nil }
    set(seriesValues, of: number)
    return number
  }

  private mutating func set(_ values: [(Int, String)], of series: Int) {
    for (index, value) in values where builder?.set(seriesAttribute: index, of: series, to: value) == false {
      guard let builder else { return }
      findings.report(.attributeDiffers(builder.seriesAttributeID(index), at: position(builder.place)))
    }
  }

  mutating func beginObservation() {
    hasOwnKey = false
    time = seriesTime
    for index in values.indices { values[index] = .absent }
    observationValues.removeAll(keepingCapacity: true)
    ownSeriesValues.removeAll(keepingCapacity: true)
  }

  mutating func setOfObservation(_ slot: Slot, _ value: MarkupBytes) {
    switch slot {
    case .dimension(let index):
      if !hasOwnKey {
        key = seriesKey
        hasOwnKey = true
      }
      key[index] = value.text
    case .time: time = value.text
    case .measure(let index): values[index] = value.measure
    case .observationAttribute(let index): observationValues.append((index, value.text))
    case .seriesAttribute(let index): ownSeriesValues.append((index, value.text))
    case .dataSetAttribute: return
    }
  }

  /// An attribute with several values.
  mutating func set(_ slot: Slot, several: [String], at place: Place) {
    var text = several.joined(separator: String(SDMX.CodedComponent.separator))
    text.withUTF8 { bytes in
      place == .series ? setOfSeries(slot, MarkupBytes(bytes)) : setOfObservation(slot, MarkupBytes(bytes))
    }
  }

  /// - Parameter place: line and column of its element.
  mutating func endObservation(at place: (line: Int, column: Int)) {
    builder?.place = place
    let line = place.line
    var series = series
    if series == nil || hasOwnKey {
      let key = hasOwnKey ? key : seriesKey
      if head.action != .delete, let missing = key.firstIndex(of: nil) {
        return findings.report(.keyIncomplete(dimensions[missing], at: position(place)))
      }
      series = number(of: key)
    }
    guard let series else { return }
    if timeID != nil, time == nil, head.action != .delete {
      return findings.report(.periodMissing(at: position(place)))
    }
    set(ownSeriesValues, of: series)
    let row =
      values.count == 1
      ? builder?.append(toSeries: series, time: time, value: values[0], line: line)
      : builder?.append(toSeries: series, time: time, values: values, line: line)
    guard let row else { return }
    // What the observation says itself goes before what its series says.
    for (index, value) in sharedValues { builder?.set(observationAttribute: index, of: row, to: value) }
    for (index, value) in observationValues { builder?.set(observationAttribute: index, of: row, to: value) }
  }

  /// The data set, held against its structure; called once, at the end.
  consuming func finish(into diagnostics: inout Diagnostics) -> SDMX.DataSet {
    if builder == nil { begin(dimensions: [], hasTime: true) }
    guard var builder else { preconditionFailure("a data set that was begun has a builder") }
    if let unknown = head.unknownAction { findings.report(.notAnAction(unknown, at: start)) }
    head.tell(&builder, dimensions)
    let (places, file) = (builder, file)
    let set = builder.finish()
    SDMX.DataSetCheck(set: set, resolved: resolved, file: file, start: start).report(
      place: { id, value in
        places.place(of: id, value: value).map { SourcePosition(file: file, line: $0.line, column: $0.column) }
      }, into: &findings)
    findings.finish(into: &diagnostics)
    return set
  }
}
