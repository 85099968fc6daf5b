import MilepostExchange
import MilepostModel
import MilepostStore

extension JSONWriter {
  mutating func indicators(_ view: ReleaseView, _ language: LanguageTag) {
    head(view, language)
    key("indicators")
    array(view.structure.indicators) { json, indicator in
      json.object { $0.indicator(indicator, view, language) }
    }
  }

  mutating func indicator(_ indicator: IndicatorOutline, _ view: ReleaseView, _ language: LanguageTag) {
    member("id", indicator.id.text)
    member("title", view.name(indicator.title, language))
    member("definition", indicator.definition.map { view.name($0, language) })
    unit(indicator.unit, view, language)
    member("direction", indicator.direction?.rawValue)
    member("decimals", indicator.decimals)
    key("dimensions")
    array(indicator.dimensions) { $0.string($1) }
    member("owner", indicator.owner)
    member("computed", indicator.isComputed)
  }

  private mutating func unit(_ unit: UnitOfMeasure, _ view: ReleaseView, _ language: LanguageTag) {
    key("unit")
    object { json in
      json.member("id", unit.measure)
      json.member("name", view.text("unit", unit.measure, "title", language))
      json.member("multiplier", unit.multiplier)
      json.member("currency", unit.currency)
      json.key("priceBase")
      if let year = unit.priceBase { json.raw("\(year)".utf8) } else { json.null() }
      json.member("purchasingPower", unit.isPurchasingPowerParity)
    }
  }

  mutating func areas(_ view: ReleaseView, _ language: LanguageTag) {
    head(view, language)
    var groups: [Area.ID: [Area.ID]] = [:]
    for group in view.structure.groups {
      for area in Set(group.memberships.map(\.area)) { groups[area, default: []].append(group.id) }
    }
    key("areas")
    array(view.structure.areas) { json, area in
      json.object { json in
        json.member("code", area.id.text)
        json.member("name", view.name(area.name, language))
        json.key("groups")
        json.array(groups[area.id, default: []]) { $0.string($1.text) }
      }
    }
  }

  mutating func groups(_ view: ReleaseView, _ language: LanguageTag) {
    head(view, language)
    key("groups")
    array(view.structure.groups) { json, group in
      json.object { json in
        json.member("code", group.id.text)
        json.member("name", view.name(group.name, language))
        json.key("members")
        json.array(group.memberships) { json, membership in
          json.object { json in
            json.member("area", membership.area.text)
            json.member("from", membership.from?.description)
            json.member("to", membership.to?.description)
          }
        }
      }
    }
  }

  mutating func codelists(_ view: ReleaseView, _ language: LanguageTag) {
    head(view, language)
    key("codelists")
    array(view.structure.codelists) { json, codelist in
      json.object { json in
        json.member("id", codelist.id.text)
        json.member("name", view.name(codelist.name, language))
        json.key("codes")
        json.array(codelist.codes) { json, code in
          json.object { json in
            json.member("code", code.id)
            json.member("name", view.name(code.name, language))
          }
        }
      }
    }
  }

  mutating func dataflows(_ view: ReleaseView, _ language: LanguageTag) {
    head(view, language)
    let sources = view.structure.sources
    key("dataflows")
    array(view.structure.dataflows) { json, flow in
      json.object { json in
        json.member("id", flow.id.text)
        json.member("title", view.name(flow.title, language))
        json.member("indicator", flow.indicator?.text)
        json.unit(flow.unit, view, language)
        json.key("dimensions")
        json.array(flow.structure.dimensions) { json, dimension in
          json.object { json in
            json.member("id", dimension.id)
            json.member("codelist", dimension.codelist.text)
          }
        }
        json.member("source", sources.first { $0.id == flow.source }) { json, source in
          json.member("id", source.id.text)
          json.member("title", view.name(source.title, language))
          json.member("publisher", source.publisher)
          json.member("url", source.url)
          json.member("licence", source.licence)
        }
        json.key("vintages")
        json.array(flow.vintages) { json, vintage in
          json.object { json in
            json.member("published", vintage.published.description)
            json.member("received", vintage.received.description)
            json.member("kind", vintage.kind.rawValue)
          }
        }
      }
    }
  }

  mutating func availability(_ codes: [CodeAvailability], _ view: ReleaseView, _ language: LanguageTag) {
    head(view, language)
    var dimensions: [(id: String, codes: [CodeAvailability])] = []
    for code in codes {
      if dimensions.last?.id != code.dimension { dimensions.append((code.dimension, [])) }
      dimensions[dimensions.count - 1].codes.append(code)
    }
    key("dimensions")
    array(dimensions) { json, dimension in
      json.object { json in
        json.member("id", dimension.id)
        json.key("codes")
        json.array(dimension.codes) { json, code in
          json.object { json in
            json.member("code", code.code)
            json.member("series", code.series)
            json.member("observations", code.observations)
            json.member("firstPeriod", code.periods?.lowerBound.description)
            json.member("lastPeriod", code.periods?.upperBound.description)
          }
        }
      }
    }
  }
}
