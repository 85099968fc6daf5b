import MilepostLanguage
import MilepostModel

/// The series of an indicator, parted by what a page shows of them.
struct IndicatorSeries: Sendable {
  let indicator: Indicator
  /// Places in the release's keys of what the chart shows: first what targets look at, in their order, then groups; the total of the only
  /// area where there are none of these. Totals, or where there are none the series with codes.
  let leading: [Int]
  /// Whether it is there as the only area, and no target looks at it.
  let isOfOnlyArea: Bool
  /// How areas and groups stand in the totals; nil where there are only series with codes.
  let ranking: AreaRanking?
  /// The combinations of codes that there are besides.
  let breakdowns: ArraySlice<AreaRanking>
  private let context: SiteContext

  init(_ indicator: Indicator, _ context: SiteContext) {
    self.indicator = indicator
    self.context = context
    let range = context.release.series.range(of: indicator.id)
    let keys = context.release.series.keys
    var measured: [Int] = []
    for key in context.assessed.compactMap({ $0.measure?.key }) where key.indicator == indicator.id {
      if let place = context.release.series.index(of: key), !measured.contains(place) { measured.append(place) }
    }
    let groups = range.filter { !measured.contains($0) && context.groupIDs.contains(keys[$0].area) }
      .sorted { context.comesBefore(keys[$0].area, keys[$1].area) }
    let all = measured + groups
    let totals = all.filter { keys[$0].codes.isEmpty }
    let ofAreas = range.filter { keys[$0].codes.isEmpty }
    isOfOnlyArea = all.isEmpty && ofAreas.count == 1
    leading = isOfOnlyArea ? ofAreas : totals.isEmpty ? all : totals
    let rankings = context.release.rankings.rankings(of: indicator.id)
    ranking = rankings.first.flatMap { $0.codes.isEmpty ? $0 : nil }
    breakdowns = ranking == nil ? rankings : rankings.dropFirst()
  }

  /// Where the first of the leading series stands, and in which ranking.
  var first: (ranking: AreaRanking, standing: AreaRanking.Standing)? {
    guard let first = leading.first else { return nil }
    for ranking in [ranking].compactMap(\.self) + breakdowns {
      if let standing = (ranking.groups + ranking.areas).first(where: { $0.series == first }) {
        return (ranking, standing)
      }
    }
    return nil
  }

  func name(at index: Int) -> String {
    let key = context.release.series.keys[index]
    let codes = key.codes.map { context.release.name(of: $0, context.phrases) }
    return context.phrases.lists.enumeration([context.name(of: key.area)] + codes)
  }

  /// Area and codes as they stand in addresses.
  func code(at index: Int) -> String {
    let key = context.release.series.keys[index]
    return ([key.area.text] + key.codes.map(\.code)).joined(separator: ".")
  }

  func area(at index: Int) -> Area.ID { context.release.series.keys[index].area }

  /// Every period for which a leading series has anything, oldest first.
  var periods: [TimePeriod] {
    Set(leading.flatMap { context.release.series.estimates(at: $0).map(\.period) }).sorted()
  }
}
