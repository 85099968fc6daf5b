import MilepostModel

/// Reads a generic data set, in which each code and value is an element of its own.
struct MarkupGenericReader {
  var assembly: MarkupDataAssembly

  private enum Word: String, CaseIterable {
    case Group, GroupKey, Series, SeriesKey, Attributes, Obs, ObsKey, ObsDimension, ObsValue, Value
  }

  private var words: [Word?]
  private let idName: MarkupName.ID
  private let valueName: MarkupName.ID
  private let typeName: MarkupName.ID
  /// What ids mean, at series and at observations.
  private var slots: [[String: MarkupDataAssembly.Slot]] = [[:], [:], [:], [:]]

  init(_ reader: borrowing MarkupReader, _ assembly: MarkupDataAssembly) {
    self.assembly = assembly
    let ids = Word.allCases.map { ($0, reader.id(of: $0.rawValue, in: SDMX.MarkupVersion.v2_1.generic)) }
    idName = reader.id(of: "id")
    valueName = reader.id(of: "value")
    typeName = reader.id(of: "type")
    words = Array(repeating: nil, count: reader.nameCount)
    for (word, id) in ids { words[Int(id.number)] = word }
  }

  private func word(_ id: MarkupName.ID) -> Word? { Int(id.number) < words.count ? words[Int(id.number)] : nil }

  mutating func read(_ reader: inout MarkupReader) throws {
    while true {
      switch try reader.next() {
      case .start(let id):
        switch word(id) {
        case .Attributes: assembly.head.addAttributes(try values(&reader))
        case .Group: try readGroup(&reader)
        case .Series: try readSeries(&reader)
        case .Obs: try readObservation(&reader, isFlat: true)
        case _: try reader.skip()
        }
      case .text: continue
      case .end, .finished: return
      }
    }
  }

  /// The values in the element that just started, up to its end.
  private func values(_ reader: inout MarkupReader) throws -> [(id: String, value: String)] {
    var list: [(id: String, value: String)] = []
    while true {
      switch try reader.next() {
      case .start:
        if let id = reader.value(of: idName)?.text, let value = reader.value(of: valueName)?.text {
          list.append((id, value))
        }
        try reader.skip()
      case .text: continue
      case .end, .finished: return list
      }
    }
  }

  private mutating func readGroup(_ reader: inout MarkupReader) throws {
    let type = reader.value(of: typeName)?.text
    var (key, attributes): ([(id: String, value: String)], [(id: String, value: String)]) = ([], [])
    loop: while true {
      switch try reader.next() {
      case .start(let id):
        switch word(id) {
        case .GroupKey: key = try values(&reader)
        case .Attributes: attributes = try values(&reader)
        case _: try reader.skip()
        }
      case .text: continue
      case .end, .finished: break loop
      }
    }
    let ids = Set(key.map(\.id))
    assembly.head.addGroup(type, key + attributes) { ids.contains($0) }
  }

  private mutating func slot(_ id: String, _ place: MarkupDataAssembly.Place) -> MarkupDataAssembly.Slot {
    if let known = slots[place.rawValue][id] { return known }
    let slot = assembly.slot(id, at: place)
    slots[place.rawValue][id] = slot
    return slot
  }

  private mutating func readSeries(_ reader: inout MarkupReader) throws {
    let place = reader.position
    if assembly.isBegun { assembly.beginSeries() }
    var isKeyDone = false
    while true {
      switch try reader.next() {
      case .start(let id):
        switch word(id) {
        case .SeriesKey: setSeries(try values(&reader), isKey: true)
        case .Attributes: setSeries(try values(&reader), isKey: false)
        case .Obs:
          if !isKeyDone { assembly.endSeriesKey(at: place) }
          isKeyDone = true
          try readObservation(&reader, isFlat: false)
        case _: try reader.skip()
        }
      case .text: continue
      case .end, .finished:
        if !isKeyDone { assembly.endSeriesKey(at: place) }
        return
      }
    }
  }

  private mutating func setSeries(_ values: [(id: String, value: String)], isKey: Bool) {
    begin(values.map(\.id), isFlat: false)
    for (id, value) in values {
      let slot = slot(id, .series)
      var value = value
      value.withUTF8 { assembly.setOfSeries(slot, MarkupBytes($0)) }
    }
  }

  /// Finds out what the dimensions are, where the data structure is not known: what the first key has.
  private mutating func begin(_ ids: [String], isFlat: Bool) {
    guard !assembly.isBegun else { return }
    let level = assembly.level
    let others = ids.filter { $0 != "TIME_PERIOD" }
    let hasTime = ids.contains("TIME_PERIOD") || (!isFlat && level == "TIME_PERIOD")
    assembly.begin(
      dimensions: isFlat || level == "TIME_PERIOD" ? others : others + [level], hasTime: hasTime)
    assembly.beginSeries()
  }

  private mutating func readObservation(_ reader: inout MarkupReader, isFlat: Bool) throws {
    let place = reader.position
    if assembly.isBegun {
      if isFlat { assembly.beginSeries() }
      assembly.beginObservation()
    }
    loop: while true {
      switch try reader.next() {
      case .start(let id):
        switch word(id) {
        case .ObsKey:
          let key = try values(&reader)
          if !assembly.isBegun {
            begin(key.map(\.id), isFlat: true)
            assembly.beginObservation()
          }
          for (id, value) in key { set(id, value) }
        case .Attributes: for (id, value) in try values(&reader) { set(id, value) }
        case .ObsDimension:
          if assembly.isBegun, let value = reader.value(of: valueName) {
            assembly.setOfObservation(
              slot(reader.value(of: idName)?.text ?? assembly.level, .observation), value)
          }
          try reader.skip()
        case .ObsValue:
          // SDMX 2.1 has one measure, whatever its name.
          if assembly.isBegun, let value = reader.value(of: valueName) {
            assembly.setOfObservation(.measure(0), value)
          }
          try reader.skip()
        case _: try reader.skip()
        }
      case .text: continue
      case .end, .finished: break loop
      }
    }
    guard assembly.isBegun else { return }
    assembly.endObservation(at: place)
  }

  private mutating func set(_ id: String, _ value: String) {
    let slot = slot(id, .observation)
    var value = value
    value.withUTF8 { assembly.setOfObservation(slot, MarkupBytes($0)) }
  }
}
