import MilepostModel

/// The layout that stands in where a workspace brings none: countries and territories by the codes of ISO 3166-1 alpha-3, one
/// tile each, about where they lie on the globe, with all of the Pacific in the east.
///
/// Neighbours stay together as far as squares allow; what is on the layout, and where, says nothing about status or borders.
enum WorldTiles {
  static let all: [AreaTile] = rows.split(separator: "\n").enumerated().flatMap { row, line in
    line.split(separator: " ").enumerated().compactMap { column, code in
      code == "---" ? nil : AreaTile(Area.ID(String(code)), column: column + 1, row: row + 1)
    }
  }

  private static let leastAreas = 20

  /// The tiles of areas; none where they are too few for a map of the world, or where most codes are of another kind.
  static func tiles(for areas: [Area.ID]) -> [AreaTile] {
    let wanted = Set(areas)
    let tiles = all.filter { wanted.contains($0.area) }
    return tiles.count >= leastAreas && tiles.count * 2 > wanted.count ? tiles : []
  }

  private static let rows = """
    --- --- --- --- --- GRL --- --- ISL --- --- --- NOR SWE --- FIN --- --- --- --- --- --- --- --- --- --- --- ---
    --- --- --- --- --- --- --- --- --- FRO --- --- DNK --- --- LVA EST --- --- --- --- --- --- --- --- --- --- ---
    --- --- --- --- --- --- --- --- IRL IMN GBR NLD --- --- POL LTU BLR RUS --- --- --- --- --- --- --- --- --- ---
    --- --- --- --- --- --- --- --- --- GGY BEL LUX DEU CZE SVK --- UKR --- KAZ --- --- --- --- --- --- --- --- ---
    --- --- --- --- --- --- --- --- --- JEY FRA CHE LIE AUT SVN HUN MDA --- --- UZB KGZ --- --- --- --- --- --- ---
    --- --- CAN --- --- --- --- --- --- --- AND MCO SMR HRV BIH SRB ROU --- GEO TKM TJK --- --- --- --- --- --- ---
    --- USA --- --- --- --- --- --- PRT ESP --- --- VAT ITA MNE MKD BGR TUR ARM AZE AFG --- --- --- --- --- --- ---
    MEX --- --- --- BMU --- --- --- --- GIB --- --- --- MLT ALB GRC CYP SYR IRQ IRN PAK --- MNG --- PRK --- --- ---
    GTM BLZ BHS TCA --- --- --- --- --- --- --- --- --- --- --- --- LBN JOR KWT --- --- NPL BTN CHN KOR JPN --- ---
    SLV HND CUB HTI DOM VGB AIA --- --- --- ESH MAR --- TUN --- --- ISR PSE SAU BHR QAT IND BGD MAC HKG TWN --- ---
    NIC CYM JAM --- PRI VIR SXM ATG --- CPV MRT --- DZA --- LBY EGY --- --- YEM ARE OMN --- MMR LAO VNM --- MNP ---
    --- CRI --- --- --- KNA MSR DMA --- GMB SEN MLI --- NER TCD SDN ERI --- --- --- --- LKA THA KHM --- PHL GUM ---
    --- --- PAN ABW CUW VCT LCA BRB --- GNB GIN BFA BEN NGA --- --- SSD ETH DJI --- MDV --- MYS BRN --- PLW FSM MHL
    --- --- --- COL VEN GRD TTO --- --- SLE CIV GHA TGO CMR CAF --- UGA --- SOM --- --- --- --- SGP IDN --- NRU KIR
    --- --- ECU --- --- GUY SUR GUF --- --- LBR --- STP GNQ --- --- RWA KEN --- --- --- --- --- --- TLS PNG SLB TUV
    --- --- --- PER --- BRA --- --- --- --- --- --- --- GAB COG COD BDI TZA --- --- SYC --- --- --- --- VUT WLF TKL
    --- --- --- --- BOL PRY --- --- --- --- --- --- --- --- AGO --- ZMB MWI COM --- --- --- --- --- AUS NCL FJI WSM
    --- --- --- CHL ARG URY --- --- --- --- SHN --- --- --- --- --- ZWE MOZ MDG --- MUS --- --- --- --- --- TON ASM
    --- --- --- --- --- FLK --- --- --- --- --- --- --- --- NAM BWA SWZ --- --- --- --- --- --- --- --- NZL NIU COK
    --- --- --- --- --- --- --- --- --- --- --- --- --- --- --- ZAF LSO --- --- --- --- --- --- --- --- --- --- PYF
    """
}
