import Foundation
import MilepostModel
import MilepostPipeline

/// What `query` answers, and nothing else of a release: the values from which a test computes everything again.
///
/// A class, so that each indicator is asked for once.
final class QueriedSeries {
  struct Answer: Decodable {
    struct Observation: Decodable {
      struct Coverage: Decodable {
        let reported: Double?
        let estimated: Double?
        let missing: Double?
      }

      let indicator: String
      let area: String
      let dimensions: [String: String]
      let period: String
      let value: Double?
      let status: String
      let missing: String?
      let coverage: Coverage
    }

    let observations: [Observation]
  }

  struct Point {
    let period: TimePeriod
    let value: Double
    let isBreak: Bool
    var time: Double { period.timeInYears }
  }

  private let answers: Answers
  /// Every fiscal year of the examples begins in one month; the release knows which.
  private let periods: [String: TimePeriod]
  private var known: [Indicator.ID: [Answer.Observation]] = [:]

  init(_ release: Release) {
    answers = Answers(release)
    let all = release.series.keys.indices.flatMap { release.series.estimates(at: $0).map(\.period) }
    periods = Dictionary(all.map { ($0.description, $0) }) { first, _ in first }
  }

  func observations(_ indicator: Indicator.ID) throws -> [Answer.Observation] {
    if let observations = known[indicator] { return observations }
    let all = Selection(indicator: indicator, areas: [], codes: [], periods: nil)
    let observations = try JSONDecoder().decode(Answer.self, from: Data(answers.queryJSON(all))).observations
    known[indicator] = observations
    return observations
  }

  func period(_ text: String) throws -> TimePeriod {
    guard let period = periods[text] else { throw CocoaError(.formatting) }
    return period
  }

  /// The observed values of every area with these codes: no forecast, nothing imputed, nothing hidden.
  func points(_ indicator: Indicator.ID, _ codes: [DimensionCode]) throws -> [String: [Point]] {
    let wanted = Dictionary(uniqueKeysWithValues: codes.map { ($0.dimension, $0.code) })
    var found: [String: [Point]] = [:]
    for observation in try observations(indicator) where observation.dimensions == wanted {
      let isImputed = observation.coverage.reported.map { $0 + (observation.coverage.estimated ?? 0) == 0 } ?? false
      guard let value = observation.value, !["F", "I"].contains(observation.status), !isImputed else { continue }
      found[observation.area, default: []].append(
        Point(period: try period(observation.period), value: value, isBreak: observation.status == "B"))
    }
    // A quarter and the year that it closes end on one day; the longer period stays.
    return found.mapValues { points in
      points.indices.filter { $0 == points.count - 1 || points[$0 + 1].time > points[$0].time }.map { points[$0] }
    }
  }
}
