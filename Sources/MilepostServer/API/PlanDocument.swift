import MilepostExchange
import MilepostModel
import MilepostStore

extension JSONWriter {
  /// Which release is meant, and the language of the names in it.
  mutating func head(_ view: ReleaseView, _ language: LanguageTag) {
    member("edition", view.record.edition?.text)
    member("asOf", view.record.asOf.description)
    member("language", language.text)
  }

  mutating func plan(_ view: ReleaseView, _ language: LanguageTag) {
    head(view, language)
    let (statuses, directions) = (view.statuses, view.directions)
    list("goals", "goal", .goal, view, language) { json, id, _ in
      json.member("text", view.text("goal", id, "text", language))
      json.links("goal", id, view)
    }
    list("targets", "target", .target, view, language) { json, id, row in
      json.target(id, row, view, language, status: statuses[id])
    }
    list("objectives", "objective", .objective, view, language) { json, id, row in
      json.member("text", view.text("objective", id, "text", language))
      json.member("sector", view.text("objective", id, "sector", language))
      json.member("owner", row[2].text)
      json.ids("goals", view.rows(.objectiveGoal, id).map { $0[1] })
      json.links("objective", id, view)
    }
    list("outcomes", "outcome", .outcome, view, language) { json, id, row in
      json.member("objective", row[2].text)
      json.member("owner", row[3].text)
      json.member("status", directions[id])
      json.measures("outcome", id, view)
      json.links("outcome", id, view)
    }
    list("outputs", "output", .output, view, language) { json, id, row in
      json.member("owner", row[2].text)
      json.ids("outcomes", view.rows(.outputOutcome, id).map { $0[1] })
    }
    list("enablers", "enabler", .enabler, view, language) { json, id, row in
      json.member("owner", row[2].text)
      json.measures("enabler", id, view)
    }
  }

  /// Elements of one kind: id and title of each, and what is said of it alone.
  private mutating func list(
    _ name: StaticString, _ element: String, _ table: ReleaseTable, _ view: ReleaseView, _ language: LanguageTag,
    _ members: (inout JSONWriter, String, [StoreCell]) -> Void
  ) {
    key(name)
    array(view.rows(table)) { json, row in
      guard let id = row[0].text else { return json.null() }
      json.object { json in
        json.member("id", id)
        json.member("title", view.text(element, id, "title", language))
        members(&json, id, row)
      }
    }
  }

  private mutating func target(
    _ id: String, _ row: [StoreCell], _ view: ReleaseView, _ language: LanguageTag, status: String?
  ) {
    member("goal", row[2].text)
    member("kind", row[3].text)
    member("direction", row[4].text)
    member("due", row[5].period)
    member("baseline", row[6].period) { json, period in
      json.member("period", period)
      json.member("value", row[7].real)
    }
    member("sustained", row[8].integer == 1)
    member("owner", row[9].text)
    member("note", view.text("target", id, "note", language))
    member("status", status)
    key("milestones")
    array(view.rows(.milestone, id)) { json, row in
      json.object { json in
        json.member("period", row[2].period)
        json.member("value", row[3].real)
        json.member("actual", row[4].real)
        json.key("met")
        if let met = row[5].integer { json.raw((met == 1 ? "true" : "false").utf8) } else { json.null() }
      }
    }
    measures("target", id, view)
    links("target", id, view)
  }

  private mutating func ids(_ name: StaticString, _ cells: [StoreCell]) {
    key(name)
    array(cells.compactMap(\.text)) { $0.string($1) }
  }

  private mutating func measures(_ element: String, _ id: String, _ view: ReleaseView) {
    key("measures")
    array(view.rows(.measure, element, id)) { json, row in
      json.object { json in
        json.member("indicator", row[3].text)
        json.member("area", row[4].text)
        json.key("dimensions")
        json.object { json in
          for code in row[5].text.map({ $0.split(separator: " ") }) ?? [] {
            let sides = code.split(separator: "=", maxSplits: 1)
            if sides.count == 2 { json.member(named: String(sides[0]), String(sides[1])) }
          }
        }
      }
    }
  }

  private mutating func links(_ element: String, _ id: String, _ view: ReleaseView) {
    key("links")
    array(view.rows(.link, element, id)) { json, row in
      json.object { json in
        json.member("framework", row[3].text)
        json.member("code", row[4].text)
      }
    }
  }
}

extension StoreCell {
  /// A period as people write it, without the month that a store adds to fiscal years.
  fileprivate var period: String? { text.map { String($0.prefix { $0 != "@" }) } }
}
