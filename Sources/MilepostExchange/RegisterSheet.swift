import MilepostModel

/// The records of a register, one row each: its fields, then the state on the day of the edition and since when.
struct RegisterSheet {
  private(set) var table: DataTable

  init(_ published: PublishedRegister, asOf date: CalendarDate) {
    let register = published.register
    let hasLife = !register.life.isEmpty
    table = DataTable(columns: register.fields.map(\.id) + (hasLife ? ["STATE", "STATE_SINCE"] : []))
    let lives = RecordLives(register, published.table)
    for row in 0..<published.table.count {
      var cells = register.fields.indices.map { RegisterSheet.cell(published.table[row, $0]) }
      if hasLife {
        let stage = lives[row].last { $0.date <= date }
        cells += [.init(stage.map { register.life[$0.state].id }), .init(stage?.date.description)]
      }
      table.rows.append(cells)
    }
  }

  /// Figures with words around the number stay texts.
  private static func cell(_ value: FieldValue?) -> DataTable.Cell {
    guard let value else { return .empty }
    guard case .number(let number) = value, Double(number.text) == number.value else { return .text(value.text) }
    return .number(number.value)
  }
}

/// The site's `registers/<slug>.json`: the fields, and each record with its life.
func registerDocument(_ release: Release, _ published: PublishedRegister) -> [UInt8] {
  let register = published.register
  let lives = RecordLives(register, published.table)
  return JSONWriter.document { json in
    json.editionMembers(of: release)
    json.key("register")
    json.object { json in
      json.member("id", register.id.text)
      json.member("title", register.title)
      json.member("source", register.source.text)
      json.member("vintage", published.table.vintage.published.description)
      json.member("link", release.permanentLink("registers/\(register.id.text.slug)"))
      json.member("licence", release.settings.licence)
    }
    json.key("fields")
    json.array(register.fields) { json, field in
      json.object { json in
        json.member("id", field.id)
        json.member("title", field.title)
        json.member("unit", field.kind.unit?.description)
      }
    }
    json.key("records")
    json.array(0..<published.table.count) { json, row in
      json.object { json in
        json.key("values")
        json.object { json in
          for (place, field) in register.fields.enumerated() {
            if let value = published.table[row, place] { json.member(named: field.id, value.text) }
          }
        }
        json.key("life")
        json.array(lives[row]) { json, stage in
          json.object { json in
            json.member("state", register.life[stage.state].id)
            json.member("date", stage.date.description)
            json.member("note", stage.note)
          }
        }
      }
    }
  }
}
