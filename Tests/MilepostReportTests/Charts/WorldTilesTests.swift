import MilepostModel
import Testing

@testable import MilepostReport

/// The layout of the world that stands in where a workspace brings none.
@Suite struct WorldTilesTests {
  private let tiles = Dictionary(uniqueKeysWithValues: WorldTiles.all.map { ($0.area.text, $0) })

  @Test func `no two areas share a tile, and none has two`() {
    let places = WorldTiles.all.map { Place(Double($0.column), Double($0.row)) }
    #expect(Set(places).count == places.count)
    #expect(Set(WorldTiles.all.map(\.area)).count == WorldTiles.all.count)
    #expect(WorldTiles.all.count > 200)
    #expect(WorldTiles.all.allSatisfy { $0.area.text.count == 3 && $0.area.text.allSatisfy(\.isUppercase) })
  }

  @Test(
    arguments: [
      "GRL CAN USA MEX GTM SLV", "NOR DNK DEU AUT HRV", "FIN LVA LTU", "COL ECU PER CHL", "SUR BRA PRY URY",
      "TUN DZA NER NGA CMR",
      "EGY SDN SSD UGA RWA BDI ZMB", "COD AGO NAM ZAF", "RUS KAZ UZB TKM IRN", "MNG CHN MMR THA MYS", "SYR JOR SAU YEM",
      "GUM FSM NRU SLB VUT NCL NZL", "BHS CUB JAM PAN", "ATG DMA BRB",
    ])
  func `what lies north of another stands above it`(chain: String) throws {
    let rows = try chain.split(separator: " ").map { try #require(tiles[String($0)]).row }
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(
    arguments: [
      "USA BMU PRT ESP ITA BGR TUR ARM AZE AFG", "IRL GBR NLD POL LTU BLR RUS", "GTM CUB HTI DOM VGB AIA",
      "SEN MLI NER TCD SDN ERI",
      "MAR TUN ISR SAU QAT IND BGD HKG TWN", "CIV GHA TGO CMR CAF UGA SOM", "PER BRA AGO MOZ MDG MUS AUS NCL FJI WSM",
      "LBN JOR KWT NPL BTN CHN KOR JPN", "THA KHM PHL GUM",
    ])
  func `what lies west of another stands before it`(chain: String) throws {
    let columns = try chain.split(separator: " ").map { try #require(tiles[String($0)]).column }
    #expect(zip(columns, columns.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(
    arguments: [
      "COL VEN GUY SUR ECU PER BOL BRA PRY URY ARG CHL", "CAN USA MEX GTM BLZ SLV HND NIC CRI PAN",
      "MAR DZA TUN LBY EGY MRT MLI NER TCD SDN SEN GMB GNB GIN SLE LBR CIV GHA TGO BEN BFA NGA CMR CAF GAB COG COD AGO SSD ETH ERI DJI "
        + "SOM KEN UGA RWA BDI TZA ZMB MWI MOZ ZWE BWA NAM ZAF LSO SWZ",
      "PRT ESP FRA BEL NLD LUX DEU CHE AUT ITA SVN HRV BIH SRB MNE ALB MKD GRC BGR ROU HUN SVK CZE POL LTU LVA EST BLR UKR MDA",
      "TUR SYR LBN ISR PSE JOR IRQ KWT SAU BHR QAT ARE OMN YEM IRN", "KAZ UZB TKM KGZ TJK AFG PAK IND NPL BTN BGD",
      "MMR LAO THA VNM KHM MYS SGP BRN IDN TLS PNG", "FJI TON WSM NIU COK VUT NCL SLB TUV KIR NRU MHL FSM",
    ])
  func `a region holds together`(region: String) throws {
    let region = try region.split(separator: " ").map { try #require(tiles[String($0)]) }
    var reached = [region[0]]
    for place in 0..<region.count {
      guard place < reached.count else { break }
      reached += region.filter { tile in
        !reached.contains(tile) && (tile.column - reached[place].column).magnitude <= 2
          && (tile.row - reached[place].row).magnitude <= 2
      }
    }
    #expect(reached.count == region.count, "\(region.filter { !reached.contains($0) }.map(\.area.text))")
  }

  @Test func `a table of few countries, or mostly of other areas, has no map of the world`() {
    let countries = WorldTiles.all.prefix(30).map(\.area)
    let others = (0..<30).map { Area.ID("X\($0)") }
    #expect(WorldTiles.tiles(for: countries).count == 30)
    #expect(WorldTiles.tiles(for: Array(countries.prefix(19))).isEmpty)
    #expect(WorldTiles.tiles(for: countries + others).isEmpty)
    #expect(WorldTiles.tiles(for: countries + others.prefix(5)).count == 30)
  }
}
