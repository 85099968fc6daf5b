import MilepostModel

/// Where records lie, as the register has it.
struct WrittenLocation: Sendable {
  let latitude: Located<String>
  let longitude: Located<String>
  let area: Located<String>?

  /// - Returns: nil after a finding.
  func location(_ fields: [Register.Field], _ names: FieldNames, _ reader: inout NodeReader) -> Register.Location? {
    func place(_ name: Located<String>, _ kind: Register.Field.Kind, _ type: String) -> Int? {
      guard let place = names.place(of: name, &reader) else { return nil }
      guard fields[place].kind == kind, !fields[place].isMany else {
        reader.fail(.coordinateField(name.value, type, at: name.position))
        return nil
      }
      return place
    }
    let one = place(latitude, .latitude, "latitude")
    let other = place(longitude, .longitude, "longitude")
    let field = area.map { place($0, .area, "area") }
    guard let one, let other, field != .some(nil) else { return nil }
    return Register.Location(latitude: one, longitude: other, area: field ?? nil)
  }
}

extension ValueForm where Value == WrittenLocation {
  static let location = ValueForm.mapping(LocationKeys.shape) { fields, reader in
    let latitude = fields.read(LocationKeys.latitude, &reader)
    let longitude = fields.read(LocationKeys.longitude, &reader)
    let area = fields.read(LocationKeys.area, &reader)
    guard let latitude, let longitude else { return nil }
    return WrittenLocation(latitude: latitude, longitude: longitude, area: area)
  }
}

private enum LocationKeys {
  static let latitude = Key(
    required: "latitude", ValueForm<String>.fieldName.located,
    "The field of type latitude that says where a record lies."
  )
  static let longitude = Key(
    required: "longitude", ValueForm<String>.fieldName.located, "The field of type longitude likewise.")
  static let area = Key(
    optional: "area", ValueForm<String>.fieldName.located,
    "The field of the area that a record says it lies in; default the area in whose outline it lies.")

  static let shape = Shape("a location", latitude, longitude, area)
}

extension ValueForm where Value == RegisterMap {
  /// A map of records.
  static let map = ValueForm.mapping(MapKeys.shape) { fields, reader in
    let id = fields.read(MapKeys.map, &reader)
    let title = fields.read(ElementKeys.title, &reader)
    let text = fields.read(ElementKeys.text, &reader)
    let shows = fields.read(MapKeys.shows, &reader)
    let side = fields.read(MapKeys.side, &reader)
    let fewest = fields.read(MapKeys.fewest, &reader)
    guard let id, let title, let shows else { return nil }
    return RegisterMap(id: id, title: title, text: text, value: shows, side: side, fewest: fewest ?? 1)
  }
}

private enum MapKeys {
  static let map = Key(required: "map", .id(of: RegisterMap.self), "Id of the map, unique in the workspace.")
  static let shows = Key(
    required: "shows", ValueForm<Formula>.formula,
    "What each square shows of its records: count, share(connected = yes), mean(speed), ...")
  static let side = Key(
    optional: "side", .number(in: 1...5000),
    "About how wide a square is, in kilometres; default as small as keeps the map light.")
  static let fewest = Key(
    optional: "fewest", .integer(in: 1...1_000_000), "Squares with fewer records show no value; default 1.")

  static let shape = Shape("a map of records", map, ElementKeys.title, ElementKeys.text, shows, side, fewest)
}

extension Diagnostic {
  fileprivate static func coordinateField(_ field: String, _ type: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0153", "field '\(field)' is not of type \(type)", at: position,
      hint: "name the field of type \(type), of which a cell holds one value")
  }

  static func areaOfNoPlace(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0153", "records are to be located, and have no location", at: position,
      hint: "say which fields hold the coordinates: location: {latitude: lat, longitude: lon}")
  }

  static func mapWithoutLocation(at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0153", "map of records without a location", at: position,
      hint: "say which fields hold the coordinates: location: {latitude: lat, longitude: lon}")
  }

  static func coordinateInKey(_ field: String, at position: SourcePosition) -> Self {
    Diagnostic(
      .error, "MP0153", "coordinate '\(field)' in the key", at: position,
      hint: "coordinates name nothing: choose other fields, or leave out 'key'")
  }
}
