import MilepostModel

/// A YAML file of `registers/` beside its CSV files.
struct RegisterFile: Sendable {
  let register: Register
  let layout: DataLayout
  /// The places of the files' names, one for each snapshot.
  let filePositions: [SourcePosition]
  /// The CSV file of events.
  let history: Located<String>?

  static let form = ValueForm<RegisterFile>.mapping(RegisterKeys.shape) { fields, reader in
    let id = fields.read(RegisterKeys.register, &reader)
    if let pair = fields.pair("register") { reader.record("id", at: pair.value.position) }
    let title = fields.read(ElementKeys.title, &reader)
    let record = fields.read(RegisterKeys.record, &reader)
    let text = fields.read(ElementKeys.text, &reader)
    let source = fields.read(RegisterKeys.source, &reader)
    let owner = fields.read(ElementKeys.owner, &reader)
    let written = fields.read(RegisterKeys.fields, &reader)
    let names = FieldNames((written ?? []).map(\.key), of: fields, isKnown: written != nil) {
      .unknownField($0, among: $1, at: $2)
    }
    let key = names.places(RegisterKeys.key, &reader)
    let name = names.place(RegisterKeys.name, &reader)
    let life = fields.read(RegisterKeys.life, &reader) ?? []
    let history = fields.read(RegisterKeys.history, &reader)
    let snapshots = fields.read(RegisterKeys.snapshots, &reader)
    let measures = fields.read(RegisterKeys.measures, &reader)
    let pages = fields.read(RegisterKeys.pages, &reader)
    let matrix = fields.read(RegisterKeys.matrix, &reader)
    let writtenLocation = fields.read(RegisterKeys.location, &reader)
    let maps = fields.read(RegisterKeys.maps, &reader)
    for snapshot in snapshots ?? [] where snapshot.kind == .update {
      reader.fail(.updateOfARegister(at: snapshot.file.position))
    }
    let layout = RecordLayoutKeys.read(fields, of: "register", names, &reader)
    let definitions = (written ?? []).map { $0.value.field(id: $0.key) }
    let states = states(life, definitions, names, history, &reader)
    checkTimes(
      measures ?? [], definitions, names, life: states, hasLocation: writtenLocation != nil, &reader)
    let location = writtenLocation.flatMap { $0.location(definitions, names, &reader) }
    if maps != nil, writtenLocation == nil, let pair = fields.pair("maps") {
      reader.fail(.mapWithoutLocation(at: pair.keyPosition))
    }
    for place in key ?? [] where [.latitude, .longitude].contains(definitions[place].kind) {
      let position = fields.pair("key")?.value.position ?? fields.position
      reader.fail(.coordinateInKey(definitions[place].id, at: position))
    }
    guard let id, let title, let source, written != nil, let snapshots else { return nil }
    let folder = reader.file.split(separator: "/").dropLast().joined(separator: "/")
    return RegisterFile(
      register: Register(
        id: id, title: title, record: record, text: text, source: source, owner: owner, fields: definitions,
        key: key ?? [], name: name, life: states,
        snapshots: snapshots.map { $0.vintage(in: folder) }, measures: measures ?? [], pages: pages ?? .list,
        matrix: matrix.flatMap { $0.matrix(definitions, names, &reader) }, location: location, maps: maps ?? [],
        file: reader.file),
      layout: layout, filePositions: snapshots.map(\.file.position),
      history: history.map { Located(folder + "/" + $0.value, at: $0.position) })
  }

  /// The states of a life; each knows its day from a field, or all know it from the file of events.
  private static func states(
    _ written: [WrittenState], _ fields: [Register.Field], _ names: FieldNames, _ history: Located<String>?,
    _ reader: inout NodeReader
  ) -> [Register.State] {
    var known: [String: SourcePosition] = [:]
    if let history, written.isEmpty { reader.fail(.historyWithoutLife(at: history.position)) }
    return written.map { state in
      if let first = known[state.id.value] {
        reader.fail(.stateTwice(state.id.value, at: state.id.position, first: first))
      }
      known[state.id.value] = state.id.position
      let place = state.date.flatMap { names.place(of: $0, &reader) }
      if let date = state.date, let place, fields[place].kind != .date || fields[place].isMany {
        reader.fail(.notADate(date.value, at: date.position))
      }
      switch (state.date, history) {
      case (nil, nil): reader.fail(.stateWithoutDay(state.id.value, at: state.id.position))
      case (let date?, _?): reader.fail(.dayInTwoPlaces(state.id.value, at: date.position))
      case (nil, _?), (_?, nil): break
      }
      return Register.State(id: state.id.value, title: state.title, date: place, ends: state.ends)
    }
  }

  private static func checkTimes(
    _ measures: [RegisterMeasure], _ fields: [Register.Field], _ names: FieldNames, life: [Register.State],
    hasLocation: Bool, _ reader: inout NodeReader
  ) {
    for measure in measures {
      switch measure.timing {
      case .snapshot: break
      case .during(let field):
        guard let place = names.place(of: Located(field, at: measure.position), &reader) else { continue }
        if ![.date, .period].contains(fields[place].kind) || fields[place].isMany {
          reader.fail(.notATime(field, at: measure.position))
        }
      case .standing: if life.isEmpty { reader.fail(.standingWithoutLife(at: measure.position)) }
      }
      if measure.place == .outline, !hasLocation {
        reader.fail(.areaOfNoPlace(at: measure.position))
      }
      if case .field(let field) = measure.place,
        let place = names.place(of: Located(field, at: measure.position), &reader),
        fields[place].kind != .area
      {
        reader.fail(.notAnArea(field, at: measure.position))
      }
      for dimension in measure.dimensions {
        names.check(Located(dimension.field, at: measure.position), &reader)
      }
    }
  }
}

private enum RegisterKeys {
  static let register = Key(required: "register", .id(of: Register.self), "Id of the register, unique among them.")
  static let record = Key(
    optional: "record", .localized, "What one record is called, with forms for counts: membership|memberships.")
  static let source = Key(required: "source", .id(of: DataSource.self), "Id of the source, as in data/sources.yaml.")
  static let key = Key(
    optional: "key", ValueForm<String>.fieldName.located.list, "Fields whose values together name a record.")
  static let name = Key(
    optional: "name", ValueForm<String>.fieldName.located, "The field that names a record for readers; default the key."
  )
  static let fields = Key(
    required: "fields",
    ValueForm<WrittenField>.field.map(keys: "^[a-z][a-z0-9-]*$", expected: "fields by id", String.fieldName),
    "The columns of the table.")
  static let life = Key(
    optional: "life", ValueForm<WrittenState>.state.list, "The states that a record goes through, in this order.")
  static let history = Key(
    optional: "history", ValueForm<String>.fileName.located,
    "CSV file of events, with the key, STATE, DATE and NOTE, instead of fields with days.")
  static let snapshots = Key(
    required: "snapshots", ValueForm<WrittenVintage>.vintage.list, "The files, each with the date of its publication.")
  static let measures = Key(
    optional: "measures", ValueForm<RegisterMeasure>.measure.list, "Indicators that are counted from the records.")
  static let pages = Key(
    optional: "pages", ValueForm<Register.Pages>.word,
    "What shows its records: a list (default), beside it a page for each (records), or none but counts and maps.")

  static let matrix = Key(
    optional: "matrix", ValueForm<WrittenMatrix>.matrix,
    "A table of values by period on the page: {rows: [sector, type], columns: year, value: members}.")

  static let location = Key(
    optional: "location", ValueForm<WrittenLocation>.location,
    "Where records lie: {latitude: lat, longitude: lon, area: country}.")
  static let maps = Key(
    optional: "maps", ValueForm<RegisterMap>.map.list, "Maps of the records, gathered in squares of one area.")

  static let shape = Shape(
    "a register", register, ElementKeys.title, record, ElementKeys.text, source, ElementKeys.owner, key, name, fields,
    RecordLayoutKeys.columns, RecordLayoutKeys.delimiter, RecordLayoutKeys.decimal, RecordLayoutKeys.thousands, life,
    history, snapshots, measures, pages, matrix, location, maps)
}

/// A state as the register has it.
struct WrittenState: Sendable {
  let id: Located<String>
  let title: LocalizedText
  let date: Located<String>?
  let ends: Bool
}

extension ValueForm where Value == WrittenState {
  fileprivate static let state = ValueForm.mapping(StateKeys.shape) { fields, reader in
    let id = fields.read(StateKeys.state, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let date = fields.read(StateKeys.date, &reader)
    let ends = fields.read(StateKeys.ends, &reader)
    guard let id, let title else { return nil }
    return WrittenState(id: id, title: title, date: date, ends: ends ?? false)
  }
}

private enum StateKeys {
  static let state = Key(
    required: "state", ValueForm<String>.fieldName.located, "Id of the state, unique in the register.")
  static let date = Key(
    optional: "date", ValueForm<String>.fieldName.located, "The field with the day on which a record came into it.")
  static let ends = Key(optional: "ends", .truth, "Whether a record in this state is no longer there.")

  static let shape = Shape("a state", state, ElementKeys.title, date, ends)
}

extension String {
  /// `[a-z][a-z0-9-]*`
  fileprivate var isFieldName: Bool {
    guard let first = utf8.first, (0x61...0x7A).contains(first), utf8.last != UInt8(ascii: "-") else { return false }
    return utf8.allSatisfy { (0x61...0x7A).contains($0) || $0.isDigit || $0 == UInt8(ascii: "-") }
  }

  /// The field that a key names.
  static func fieldName(_ pair: YAMLPair, _ reader: inout NodeReader) -> String? {
    guard pair.key.isFieldName else {
      reader.fail(.notUnderstood(pair.key, expected: expectedFieldName, at: pair.keyPosition))
      return nil
    }
    return pair.key
  }

  fileprivate static let expectedFieldName = "a name of lower-case letters, digits and '-'"
}

extension ValueForm where Value == String {
  /// The id of a field or state.
  static let fieldName = pattern("^[a-z][a-z0-9-]*$", String.expectedFieldName) { $0.isFieldName }
}

extension Diagnostic {
  fileprivate static func unknownField(_ name: String, among known: [String], at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0150", "the register has no field '\(name)'", at: position,
      hint: known.closest(to: name).map { "did you mean '\($0)'?" } ?? "the fields are \(known.joined(separator: ", "))"
    )
  }

  fileprivate static func updateOfARegister(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0151", "update of a register", at: position,
      hint: "a file holds all records of the register: leave out 'kind'")
  }

  fileprivate static func stateTwice(_ state: String, at position: SourcePosition, first: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0151", "state '\(state)' stands twice", at: position, notes: [.init("first here", at: first)])
  }

  fileprivate static func stateWithoutDay(_ state: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0151", "nothing says when a record comes into state '\(state)'", at: position,
      hint: "name the field with its day, 'date: ...', or a file of events, 'history: ...'")
  }

  fileprivate static func dayInTwoPlaces(_ state: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0151", "the day of state '\(state)' stands in a field and in the file of events", at: position,
      hint: "delete one of them")
  }

  fileprivate static func historyWithoutLife(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0151", "events without states", at: position, hint: "declare the states that they lead to: 'life: ...'"
    )
  }

  fileprivate static func notADate(_ field: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0151", "field '\(field)' is not of type date", at: position,
      hint: "a state begins on a day: name a field of type date")
  }

  fileprivate static func notATime(_ field: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0152", "field '\(field)' is not of type date or period", at: position,
      hint: "'during' names the field that says when a record counts")
  }

  fileprivate static func notAnArea(_ field: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0152", "field '\(field)' is not of type area", at: position,
      hint: "'area' is the code of an area or group, or a field of type area")
  }

  fileprivate static func standingWithoutLife(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0152", "a stock of records that have no life", at: position,
      hint: "declare the states of a record with their days: 'life: ...'")
  }
}
