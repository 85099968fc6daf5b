import MilepostModel

/// The scores of an index at every level, one row for each area, period and part: rank, tier, what random draws make of the
/// rank, what the part adds, and of indicators the value that went in.
struct IndexSheet {
  private(set) var table = DataTable(columns: [
    "REF_AREA", "TIME_PERIOD", "INDEX_PART", "PART_OF", "SCORE", "RANK", "TIER", "RANK_P5", "RANK_P50", "RANK_P95",
    "SHARE_FIRST", "CONTRIBUTION", "EFFECT", "VALUE", "TREATED", "ORIGIN",
  ])

  init(_ published: PublishedIndex) {
    let index = published.definition
    for result in published.results {
      for (area, id) in result.areas.enumerated() {
        for (place, part) in result.parts.enumerated() {
          let node = index.nodes[place]
          let isWhole = node.parent == nil
          let ranks = isWhole ? result.sensitivity?.ranks[area] : nil
          let tier = isWhole ? result.tiers[area].map { index.tiers[$0].id } : nil
          let value = part.values?.values[area]
          table.rows.append([
            .text(id.text), .text(result.period.description), .text(node.id),
            .init(node.parent.map { index.nodes[$0].id }), .init(part.standings[area]?.score),
            .init(part.standings[area].map { Double($0.place) }), .init(tier), .init(ranks?.percentile5),
            .init(ranks?.median), .init(ranks?.percentile95), .init(ranks?.shareFirst),
            .init(part.contributions[area]), .init(part.effects[area]), .init(value?.number), .init(value?.treated),
            .init(value?.origin.word),
          ])
        }
      }
    }
  }
}

extension IndexValues.Origin {
  /// `carried 2017` names the period of the value.
  fileprivate var word: String {
    switch self {
    case .observed: "observed"
    case .carried(let period): "carried \(period)"
    case .imputed: "imputed"
    }
  }
}

/// The site's `indices/<slug>.json`: the definition, and the scores of each period with what explains them.
func indexDocument(_ release: Release, _ published: PublishedIndex) -> [UInt8] {
  let index = published.definition
  return JSONWriter.document { json in
    json.editionMembers(of: release)
    json.key("index")
    json.object { json in
      json.member("id", index.id.text)
      json.member("title", index.title)
      json.member("text", index.text)
      json.member("areas", index.areas.text)
      json.member("reference", index.reference?.text)
      json.member("link", release.permanentLink("indices/\(index.id.text.slug)"))
      json.member("licence", release.settings.licence)
    }
    json.parts(of: index)
    json.key("tiers")
    json.array(index.tiers) { json, tier in
      json.object { json in
        json.member("id", tier.id)
        json.member("title", tier.title)
        json.member("from", tier.from)
      }
    }
    json.key("results")
    json.array(published.results) { json, result in json.object { $0.members(of: result, index) } }
  }
}

extension JSONWriter {
  fileprivate mutating func parts(of index: CompositeIndex) {
    let shares = index.shares
    key("parts")
    array(index.nodes.indices) { json, place in
      let node = index.nodes[place]
      json.object { json in
        json.member("id", node.id)
        json.member("partOf", node.parent.map { index.nodes[$0].id })
        if case .pillar(let title, _, _) = node.content { json.member("title", title) }
        json.member("indicator", (node.input?.indicator ?? node.scores)?.text)
        json.member("share", shares[place])
      }
    }
  }

  fileprivate mutating func members(of result: IndexResult, _ index: CompositeIndex) {
    member("period", result.period.description)
    member("referenceScore", result.referenceScore)
    member("sensitivity", result.sensitivity) { json, sensitivity in
      json.member("draws", sensitivity.draws)
      json.member("seed", String(sensitivity.seed))
      json.member("shareTopStays", sensitivity.shareTopStays)
      json.member("meanShift", sensitivity.meanShift)
      json.key("shifts")
      json.array(sensitivity.shifts) { json, shift in
        json.object { json in
          json.member("choice", "\(shift.choice)")
          json.member("meanShift", shift.meanShift)
        }
      }
    }
    key("areas")
    array(result.areas.indices) { json, area in json.object { $0.members(ofArea: area, result, index) } }
  }

  private mutating func members(ofArea area: Int, _ result: IndexResult, _ index: CompositeIndex) {
    member("area", result.areas[area].text)
    member("tier", result.tiers[area].map { index.tiers[$0].id })
    member("ranks", result.sensitivity?.ranks[area]) { json, ranks in
      json.member("percentile5", ranks.percentile5)
      json.member("median", ranks.median)
      json.member("percentile95", ranks.percentile95)
      json.member("shareFirst", ranks.shareFirst)
    }
    key("parts")
    array(result.parts.indices) { json, place in
      let part = result.parts[place]
      json.object { json in
        json.member("id", index.nodes[place].id)
        json.member("score", part.standings[area]?.score)
        json.member("rank", part.standings[area].map { Double($0.place) })
        json.member("contribution", part.contributions[area])
        json.member("effect", part.effects[area])
        if let value = part.values?.values[area] {
          json.member("value", value.number)
          json.member("treated", value.treated)
          json.member("origin", value.origin.word)
        }
      }
    }
  }
}
