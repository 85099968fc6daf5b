/// The code that a series has in one dimension.
package struct DimensionCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let dimension: String
  package let code: String

  package init(_ dimension: String, _ code: String) {
    self.dimension = dimension
    self.code = code
  }

  package var description: String { "\(dimension)=\(code)" }

  package static func < (one: DimensionCode, other: DimensionCode) -> Bool {
    (one.dimension, one.code) < (other.dimension, other.code)
  }
}

/// What a series is about: one indicator, one area or group, one code in each dimension.
package struct SeriesKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let indicator: Indicator.ID
  package let area: Area.ID
  /// Sorted by dimension; a dimension that is absent, or whose code is `_T`, means the total.
  package let codes: [DimensionCode]

  package init(_ indicator: Indicator.ID, _ area: Area.ID, _ codes: [DimensionCode] = []) {
    self.indicator = indicator
    self.area = area
    self.codes = codes.filter { $0.code != SeriesKey.total }.sorted()
  }

  private init(_ key: SeriesKey, area: Area.ID) {
    indicator = key.indicator
    self.area = area
    codes = key.codes
  }

  /// The series of another area.
  package func of(_ area: Area.ID) -> SeriesKey { SeriesKey(self, area: area) }

  /// SDMX's code for all values of a dimension together.
  package static let total = "_T"

  package var description: String {
    let arguments = [area.text] + codes.map(\.description)
    return "\(indicator)(\(arguments.joined(separator: ", ")))"
  }

  package static func < (one: SeriesKey, other: SeriesKey) -> Bool {
    if one.indicator != other.indicator { return one.indicator < other.indicator }
    if one.area != other.area { return one.area < other.area }
    return one.codes.lexicographicallyPrecedes(other.codes)
  }
}
