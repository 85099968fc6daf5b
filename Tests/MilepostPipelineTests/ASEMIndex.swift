import Foundation
import MilepostModel
import MilepostPipeline
import Testing

/// The index of connectivity between Asia and Europe, from the example data of the R package COINr.
///
/// Figures by W. Becker and the JRC, "ASEM Sustainable Connectivity Portal" (2018), as in COINr 1.1.14
/// (`ASEM_iData`, `ASEM_iMeta`); `inputs.csv` has them after the package's division by area, energy, GDP and population,
/// `scores.csv` what the package makes of them in R 4.2.2. Both have every digit.
struct ASEMIndex {
  /// Names and figures of a file, by area.
  struct Table {
    let columns: [String]
    let rows: [[String]]

    init(_ name: String) throws {
      let text = try Repository.text("Tests/MilepostPipelineTests/ASEM/\(name)")
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      columns = lines[0]
      rows = Array(lines.dropFirst())
    }
  }

  static let down: Set<String> = [
    "CostImpEx", "Tariff", "TBTs", "PrimEner", "CO2", "MatCon", "Forest", "Poverty", "Palma", "FreePress", "TolMin",
    "PubDebt", "PrivDebt", "NEET",
  ]

  static let subIndices: [(id: String, pillars: [(id: String, indicators: [String])])] = [
    (
      "Conn",
      [
        ("Physical", ["LPI", "Flights", "Ship", "Bord", "Elec", "Gas", "ConSpeed", "Cov4G"]),
        ("ConEcFin", ["Goods", "Services", "FDI", "PRemit", "ForPort"]),
        ("Political", ["Embs", "IGOs", "UNVote"]),
        ("Instit", ["CostImpEx", "Tariff", "TBTs", "TIRcon", "RTAs", "Visa"]),
        ("P2P", ["StMob", "Research", "Pat", "CultServ", "CultGood", "Tourist", "MigStock", "Lang"]),
      ]
    ),
    (
      "Sust",
      [
        ("Environ", ["Renew", "PrimEner", "CO2", "MatCon", "Forest"]),
        ("Social", ["Poverty", "Palma", "TertGrad", "FreePress", "TolMin", "NGOs", "CPI", "FemLab", "WomParl"]),
        ("SusEcFin", ["PubDebt", "PrivDebt", "GDPGrow", "RDExp", "NEET"]),
      ]
    ),
  ]

  /// Weights of the case `weights`; all others are 1.
  static let weights: [String: Double] = [
    "Conn": 2, "P2P": 3, "Physical": 1.5, "Social": 2, "Goods": 2, "LPI": 2, "CO2": 2, "RTAs": 2, "Lang": 0.5,
    "Visa": 0.5, "Palma": 0.5,
  ]

  /// What each case says beside areas, periods and parts.
  static let methods: [String: String] = [
    "example": """
    missing: {impute: mean, strata: [ASIA, EUROPE]}
    winsorising: {at-most: 5, otherwise: logarithm}
    sensitivity: {seed: 20180926, draws: 200, weights: 25, normalisation: [z-score]}
    """,
    "geometric": "normalisation: {method: min-max, onto: [1, 100]}\naggregation: geometric",
    "weights": "normalisation: z-score\nmissing: {minimum-share: [0.85, 0.6, 1]}",
    "by-level": """
    normalisation: {method: min-max, onto: [1, 100]}
    aggregation: [arithmetic, geometric, harmonic]
    missing: {impute: median}
    """,
    "winsorised": """
    winsorising: {skewness: 1.5, kurtosis: 3, at-most: 3}
    normalisation: {method: z-score, mean: 50, deviation: 10}
    """,
    "logarithm": "winsorising: {skewness: 1.5, kurtosis: 3, at-most: 2, otherwise: logarithm}",
    "ranks": "normalisation: rank",
  ]

  private let inputs: Table

  init() throws { inputs = try Table("inputs.csv") }

  var workspace: Workspace {
    var files = [
      "milepost.yaml": """
      milepost: 1
      id: asem
      title: Asia and Europe
      agency: TEST
      languages: [en]
      period: 2018/2019
      editions: [{id: E, date: 2019-12-31}]
      """,
      "data/sources.yaml": "sources: [{id: coinr, title: COINr 1.1.14, licence: MIT}]",
      "data/asem.yaml": """
      dataflow: asem
      title: Indicators
      source: coinr
      unit: units
      vintages: [{file: asem.csv, published: 2018-12-31}]
      """,
      "groups/groups.yaml": """
      groups:
        - {id: ASEM, title: All, members: [\(members { _ in true })]}
        - {id: ASIA, title: Asia, members: [\(members { $0 == "Asia" })]}
        - {id: EUROPE, title: Europe, members: [\(members { $0 == "Europe" })]}
      """,
    ]
    files["groups/areas.csv"] = "code,name_en\n" + inputs.rows.map { "\($0[0]),\($0[0])\n" }.joined()
    files["data/asem.csv"] = data
    files["plan/indicators.yaml"] = plan
    for (name, method) in ASEMIndex.methods { files["indices/\(name).yaml"] = definition(name, method) }
    return Workspace(files: files.mapValues { Array($0.utf8) })
  }

  private func members(_ isIn: (String) -> Bool) -> String {
    inputs.rows.filter { isIn($0[1]) }.map { $0[0] }.joined(separator: ", ")
  }

  private var data: String {
    var text = "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\n"
    for row in inputs.rows {
      for (place, indicator) in inputs.columns.enumerated().dropFirst(2) where !row[place].isEmpty {
        text += "\(row[0]),\(indicator),2018,\(row[place])\n"
      }
    }
    return text
  }

  private var plan: String {
    let indicators = inputs.columns.dropFirst(2).map {
      "  - {id: \($0), title: \($0), unit: units, direction: \(ASEMIndex.down.contains($0) ? "down" : "up")}\n"
    }
    let scores = ASEMIndex.methods.keys.sorted().map { "  - {id: \($0), title: \($0), unit: points, direction: up}\n" }
    let parts = [
      "  - {id: connectivity, title: Connectivity, unit: points, direction: up, aggregate: {method: mean}}\n"
    ]
    return "indicators:\n" + (indicators + scores + parts).joined()
  }

  private func definition(_ name: String, _ method: String) -> String {
    func weight(_ id: String) -> String {
      let weight = name == "weights" ? ASEMIndex.weights[id] ?? 1 : 1
      return "weight: \(weight)"
    }
    var text = "index: \(name)\ntitle: \(name)\nscores: \(name)\nareas: ASEM\nperiods: [2018]\n\(method)\nparts:\n"
    for sub in ASEMIndex.subIndices {
      text += "  - pillar: \(sub.id)\n    title: \(sub.id)\n    \(weight(sub.id))\n"
      if name == "example", sub.id == "Conn" { text += "    scores: connectivity\n" }
      text += "    parts:\n"
      for pillar in sub.pillars {
        text +=
          "      - pillar: \(pillar.id)\n        title: \(pillar.id)\n        \(weight(pillar.id))\n        parts:\n"
        for indicator in pillar.indicators { text += "          - {indicator: \(indicator), \(weight(indicator))}\n" }
      }
    }
    return text
  }
}
