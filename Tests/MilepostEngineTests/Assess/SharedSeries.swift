import Foundation
import MilepostEngine
import Testing

/// Real series in the folder that the variable MILEPOST_SHARED names.
enum SharedSeries {
  static let folder = ProcessInfo.processInfo.environment["MILEPOST_SHARED"]

  /// The first four cells of each row; lines that continue a quoted note of the row before have no year and are left out.
  static func rows(_ path: String) throws -> [[String]] {
    let text = try String(contentsOfFile: try #require(folder) + "/data/" + path, encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",", maxSplits: 4, omittingEmptySubsequences: false).prefix(4).map(String.init)
    }.filter { $0.count == 4 }
  }

  /// One series per area, sorted by year; forecasts are left out, estimates of the compiling agency are in.
  static func byArea(_ indicator: String) throws -> [[BackTestPoint]] {
    var series: [String: [BackTestPoint]] = [:]
    for row in try rows("obs/\(indicator).csv") where row[3] != "F" {
      guard let year = Double(row[1]), let value = Double(row[2]) else { continue }
      series[row[0], default: []].append(BackTestPoint(year, value))
    }
    return series.sorted { $0.key < $1.key }.map { $0.value.sorted { $0.time < $1.time } }
  }
}
