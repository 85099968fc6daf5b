import MilepostModel
import MilepostPipeline
import Testing

@Suite struct IndexAgreementTests {
  private static let release = Result { try #require(try ASEMIndex().workspace.compile().releases.last) }

  private func index(_ id: String) throws -> PublishedIndex {
    try #require(try Self.release.get().indices.first { $0.definition.id.text == id })
  }

  /// Scores of two sub-indices, eight pillars and the whole, and ranks of the whole, for 51 areas.
  @Test(arguments: ASEMIndex.methods.keys.sorted())
  func `scores at every level and ranks are those of COINr`(_ name: String) throws {
    let expected = try ASEMIndex.Table("scores.csv")
    let index = try index(name)
    let result = try #require(index.results.first)
    var compared = 0
    for row in expected.rows where row[0] == name {
      let area = try #require(result.areas.firstIndex(of: Area.ID(row[1])))
      for (place, column) in expected.columns.enumerated().dropFirst(2).dropLast() {
        let id = column == "Index" ? name : column
        let node = try #require(index.definition.nodes.firstIndex { $0.id == id })
        let score = result.parts[node].standings[area]?.score
        compared += 1
        guard let wanted = Double(row[place]) else {
          #expect(score == nil, "\(row[1]) \(column)")
          continue
        }
        #expect(score.map { abs($0 - wanted) <= 1e-9 } == true, "\(row[1]) \(column): \(String(describing: score))")
      }
      #expect(result.standings[area].map { "\($0.place)" } ?? "" == row[row.count - 1], "rank of \(row[1])")
    }
    #expect(compared == 51 * 11)
  }

  @Test func `correlations with what a part belongs to are those of R`() throws {
    let index = try index("example")
    let result = try #require(index.results.first)
    func part(_ id: String) throws -> IndexPartResult {
      result.parts[try #require(index.definition.nodes.firstIndex { $0.id == id })]
    }
    func isClose(_ one: Double?, _ other: Double) -> Bool { one.map { abs($0 - other) < 1e-12 } ?? false }
    #expect(isClose(try part("Physical").correlationWithParent, 0.8679441014540168))
    #expect(isClose(try part("Sust").correlationWithParent, 0.8382873100491348))
    #expect(isClose(try part("Environ").correlationWithWhole, 0.12092037508854352))
    #expect(isClose(try part("LPI").correlationWithParent, 0.7670016533434036))
  }

  @Test func `scores are series of their indicators, with the means of groups`() throws {
    let release = try Self.release.get()
    let index = try index("example")
    let result = try #require(index.results.first)
    let period = TimePeriod(year: 2018)
    for (area, standing) in zip(result.areas, result.standings) {
      let estimate = try #require(release.series.estimate(SeriesKey(Indicator.ID("example"), area), period))
      #expect(estimate.value.number == standing?.score)
      #expect(estimate.provenance.isComputed)
    }
    let austria = try #require(
      release.series.estimate(SeriesKey(Indicator.ID("connectivity"), Area.ID("AUT")), period)?.coverage)
    #expect(austria.missing == 0)
    #expect(
      release.series.estimate(SeriesKey(Indicator.ID("connectivity"), Area.ID("ASIA")), period)?.value.number != nil)
  }

  /// In every case, so with every mean, and with gaps.
  @Test(arguments: ASEMIndex.methods.keys.sorted())
  func `contributions add up to the score, and effects to the distance from the median`(_ name: String) throws {
    let index = try index(name)
    let nodes = index.definition.nodes
    let result = try #require(index.results.first)
    let reference = try #require(result.referenceScore)
    for area in result.areas.indices {
      guard let whole = result.standings[area] else { continue }
      #expect(abs((result.parts[0].effects[area] ?? .nan) - (whole.score - reference)) < 1e-9)
      func sum(_ nodes: [Int], _ values: KeyPath<IndexPartResult, [Double?]>) -> Double {
        nodes.compactMap { result.parts[$0][keyPath: values][area] }.reduce(0, +)
      }
      #expect(abs(sum(nodes[0].children, \.effects) - (whole.score - reference)) < 1e-9, "\(result.areas[area])")
      for (place, node) in nodes.enumerated() where !node.children.isEmpty {
        guard let own = result.parts[place].contributions[area] else { continue }
        #expect(abs(sum(node.children, \.contributions) - own) < 1e-9, "\(result.areas[area]) \(node.id)")
      }
      let leaves = nodes.indices.filter { nodes[$0].input != nil }
      if leaves.allSatisfy({ result.parts[$0].standings[area] != nil }) {
        #expect(abs(sum(leaves, \.effects) - (whole.score - reference)) < 1e-9, "\(result.areas[area])")
      }
    }
  }

  @Test func `ranks have ranges that hold the rank, the same for one seed`() throws {
    let index = try index("example")
    let result = try #require(index.results.first)
    let sensitivity = try #require(result.sensitivity)
    #expect(sensitivity.draws == 200)
    let shares = sensitivity.ranks.compactMap { $0?.shareFirst }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
    #expect(
      sensitivity.ranks.allSatisfy { $0.map { $0.percentile5 <= $0.median && $0.median <= $0.percentile95 } ?? false })
    #expect((0.5...4).contains(sensitivity.meanShift))
    let again = try #require(try ASEMIndex().workspace.compile().releases.last)
    #expect(again.indices == (try Self.release.get()).indices)
  }
}
