/// The factor that made past intervals hold what they promised, and what it was learnt from.
package struct Calibration: Hashable, Sendable {
  /// Multiplies the width of the raw interval.
  package let factor: Double
  /// Errors of past projections that it rests on.
  package let errorCount: Int
  package let seriesCount: Int
  /// Years ahead, as far as the target year is.
  package let horizon: Double
  /// Share, 0 to 1, of errors inside the nominal interval without and with the factor.
  package let coverageBefore: Double
  package let coverageAfter: Double

  package init(
    factor: Double, errorCount: Int, seriesCount: Int, horizon: Double, coverageBefore: Double, coverageAfter: Double
  ) {
    self.factor = factor
    self.errorCount = errorCount
    self.seriesCount = seriesCount
    self.horizon = horizon
    self.coverageBefore = coverageBefore
    self.coverageAfter = coverageAfter
  }
}

/// The scale on which a trend is straight.
package enum TrendScale: Hashable, Sendable {
  case value
  /// ln y
  case logarithm
  /// ln((y − lower)/(upper − y))
  case logit(lower: Double, upper: Double)
  /// |ln y| of a parity score: the distance from parity.
  case distanceFromParity
}

/// The trend behind a projection, for the formula with its numbers put in.
package struct TrendModel: Hashable, Sendable {
  package let scale: TrendScale
  /// The first and the last point of the window and the projection, on that scale; of a line its own points.
  package let first: Double
  package let last: Double
  package let end: Double
  /// Per year on that scale: the drift m, or the slope of the line.
  package let slope: Double
  /// s of the differences, or σ of the residuals, on that scale.
  package let deviation: Double
  /// Of the projection at the target's date, on that scale, before calibration.
  package let standardError: Double
  package let degreesOfFreedom: Int
  /// Years that the window spans: Σg.
  package let span: Double

  package init(
    scale: TrendScale, first: Double, last: Double, end: Double, slope: Double, deviation: Double,
    standardError: Double, degreesOfFreedom: Int, span: Double
  ) {
    self.scale = scale
    self.first = first
    self.last = last
    self.end = end
    self.slope = slope
    self.deviation = deviation
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.span = span
  }
}

/// What a method expects at the target's date.
package struct Projection: Hashable, Sendable {
  /// One step of the path from the last value to the target's date, with two intervals for the fan.
  package struct Step: Hashable, Sendable {
    package let period: TimePeriod
    package let value: Double
    package let low50: Double
    package let high50: Double
    package let low80: Double
    package let high80: Double

    package init(
      period: TimePeriod, value: Double, low50: Double, high50: Double, low80: Double, high80: Double
    ) {
      self.period = period
      self.value = value
      self.low50 = low50
      self.high50 = high50
      self.low80 = low80
      self.high80 = high80
    }
  }

  package let period: TimePeriod
  package let value: Double
  /// Bounds at `level`; nil when the method gives none.
  package let low: Double?
  package let high: Double?
  /// 0.8
  package let level: Double
  /// Of meeting the target, 0 to 1.
  package let probability: Double?
  /// nil: the raw interval, because too few series exist to calibrate it.
  package let calibration: Calibration?
  /// Empty when there is no interval.
  package let path: [Step]
  /// nil for methods that look at two points.
  package let model: TrendModel?

  package init(
    period: TimePeriod, value: Double, low: Double?, high: Double?, level: Double, probability: Double?,
    calibration: Calibration?, path: [Step], model: TrendModel? = nil
  ) {
    self.period = period
    self.value = value
    self.low = low
    self.high = high
    self.level = level
    self.probability = probability
    self.calibration = calibration
    self.path = path
    self.model = model
  }
}
