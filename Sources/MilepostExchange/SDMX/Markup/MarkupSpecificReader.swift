import MilepostModel

/// Reads a structure-specific data set: codes and values are attributes of XML with names of their own.
struct MarkupSpecificReader {
  var assembly: MarkupDataAssembly
  private let group: MarkupName.ID
  private let atts: MarkupName.ID
  private let series: MarkupName.ID
  private let observation: MarkupName.ID
  private let component: MarkupName.ID
  private let type: MarkupName.ID
  private let idName: MarkupName.ID
  /// What names of attributes mean, by their number, at series and at observations.
  private var slots: [[MarkupDataAssembly.Slot?]] = [[], [], [], []]
  private var isQualified: [Bool?] = []

  init(_ reader: borrowing MarkupReader, _ assembly: MarkupDataAssembly) {
    self.assembly = assembly
    group = reader.id(of: "Group")
    atts = reader.id(of: "Atts")
    series = reader.id(of: "Series")
    observation = reader.id(of: "Obs")
    component = reader.id(of: "Comp")
    type = reader.id(of: "type", in: "http://www.w3.org/2001/XMLSchema-instance")
    idName = reader.id(of: "id")
  }

  /// From the start of the data set to its end.
  mutating func read(_ reader: inout MarkupReader) throws {
    // In SDMX 2.1 attributes of the data set are attributes of its element.
    assembly.head.addAttributes(ownAttributes(of: reader))
    while true {
      switch try reader.next() {
      case .start(let id):
        if id == series {
          try readSeries(&reader)
        } else if id == observation {
          begin(reader, isFlat: true)
          assembly.beginSeries()
          try readObservation(&reader)
        } else if id == atts || id == group {
          readGroup(reader, isGroup: id == group)
          try reader.skip()
        } else {
          try reader.skip()
        }
      case .text: continue
      case .end, .finished: return
      }
    }
  }

  /// Attributes without a namespace, and not `action` and its kind, which senders write without one too.
  private func ownAttributes(of reader: borrowing MarkupReader) -> [(id: String, value: String)] {
    var list: [(id: String, value: String)] = []
    for index in 0..<reader.attributeCount {
      let (id, value) = reader.attribute(index)
      let name = reader.name(id)
      guard name.namespace.isEmpty, !MarkupSpecificReader.standing.contains(name.local) else { continue }
      list.append((name.local, value.text))
    }
    return list
  }

  private static let standing: Set<String> = [
    "action", "structureRef", "setID", "dataScope", "validFromDate", "validToDate", "reportingBeginDate",
    "reportingEndDate", "publicationYear", "publicationPeriod",
  ]

  private mutating func readGroup(_ reader: borrowing MarkupReader, isGroup: Bool) {
    let values = ownAttributes(of: reader).filter { $0.id != "type" }
    let name = (reader.value(of: type)?.text).flatMap { $0.split(separator: ":").last.map(String.init) }
    let assembly = assembly
    if isGroup || values.contains(where: { assembly.isDefined && assembly.isDimension($0.id) }) {
      self.assembly.head.addGroup(isGroup ? name : nil, values) { id in
        assembly.isDefined ? assembly.isDimension(id) : id == id.uppercased()
      }
    } else {
      self.assembly.head.addAttributes(values)
    }
  }

  /// Finds out what the dimensions are, where the data structure is not known: what the first series has.
  private mutating func begin(_ reader: borrowing MarkupReader, isFlat: Bool) {
    guard !assembly.isBegun else { return }
    let names = ownAttributes(of: reader).map(\.id)
    let level = assembly.level
    let isOther = !isFlat && level != "TIME_PERIOD" && !names.contains(level)
    assembly.begin(
      dimensions: names.filter { $0 != "TIME_PERIOD" && $0 != "OBS_VALUE" && $0 != "type" } + (isOther ? [level] : []),
      hasTime: names.contains("TIME_PERIOD") || (!isFlat && !isOther))
  }

  private mutating func slot(
    _ id: MarkupName.ID, _ reader: borrowing MarkupReader, _ place: MarkupDataAssembly.Place
  ) -> MarkupDataAssembly.Slot? {
    let number = Int(id.number)
    while slots[place.rawValue].count <= number { slots[place.rawValue].append(nil) }
    while isQualified.count <= number { isQualified.append(nil) }
    if let known = slots[place.rawValue][number] { return known }
    if isQualified[number] == true { return nil }
    let name = reader.name(id)
    isQualified[number] = !name.namespace.isEmpty || name.local == "type"
    if isQualified[number] == true { return nil }
    let slot = assembly.slot(name.local, at: place)
    slots[place.rawValue][number] = slot
    return slot
  }

  private mutating func readSeries(_ reader: inout MarkupReader) throws {
    begin(reader, isFlat: false)
    assembly.beginSeries()
    for index in 0..<reader.attributeCount {
      let (name, value) = reader.attribute(index)
      if let slot = slot(name, reader, .series) { assembly.setOfSeries(slot, value) }
    }
    let place = reader.position
    var isKeyDone = false
    while true {
      switch try reader.next() {
      case .start(let id):
        if id == component {
          try readComponent(&reader, .series)
          continue
        }
        if !isKeyDone { assembly.endSeriesKey(at: place) }
        isKeyDone = true
        if id == observation { try readObservation(&reader) } else { try reader.skip() }
      case .text: continue
      case .end, .finished:
        if !isKeyDone { assembly.endSeriesKey(at: place) }
        return
      }
    }
  }

  private mutating func readObservation(_ reader: inout MarkupReader) throws {
    assembly.beginObservation()
    for index in 0..<reader.attributeCount {
      let (name, value) = reader.attribute(index)
      if let slot = slot(name, reader, .observation) { assembly.setOfObservation(slot, value) }
    }
    let place = reader.position
    loop: while true {
      switch try reader.next() {
      case .start(let id): if id == component { try readComponent(&reader, .observation) } else { try reader.skip() }
      case .text: continue
      case .end, .finished: break loop
      }
    }
    assembly.endObservation(at: place)
  }

  /// An attribute with several values.
  private mutating func readComponent(_ reader: inout MarkupReader, _ place: MarkupDataAssembly.Place) throws {
    let id = reader.value(of: idName)?.text
    var values: [String] = []
    loop: while true {
      switch try reader.next() {
      case .start: values.append(try reader.allText())
      case .text: continue
      case .end, .finished: break loop
      }
    }
    guard let id else { return }
    assembly.set(assembly.slot(id, at: place), several: values, at: place)
  }
}
