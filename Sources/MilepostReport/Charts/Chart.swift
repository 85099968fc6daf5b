import MilepostModel

/// A drawing of figures, composed of scales, axes, marks, labels and annotations.
///
/// A chart is never an empty frame: where nothing is known it draws the reason in words.
protocol Chart: Sendable {
  /// What the chart shows, in sentences, for those who do not see it.
  var description: String { get }

  /// What its marks mean, in sentences: only of those that it draws and that do not explain themselves.
  var key: [String] { get }

  /// Which arrow keys lead from value to value.
  var steps: ChartSteps { get }

  /// Series that readers may bring into colour; empty where all are.
  var choices: [ChartChoice] { get }

  /// The periods over which its axis of time runs, in order; empty for charts without one.
  var periods: [TimePeriod] { get }

  /// Whether it has an axis of time, whose direction is told to readers of languages that are written from the right.
  var runsOverTime: Bool { get }

  /// The marks for one shape of the page, mirrored where the language asks for it.
  func drawing(_ shape: ChartShape) -> Drawing
}

extension Chart {
  var steps: ChartSteps { .across }
  var choices: [ChartChoice] { [] }
  var periods: [TimePeriod] { [] }
  var runsOverTime: Bool { false }
}

/// How readers step through the values of a chart with the arrow keys.
enum ChartSteps: String, Sendable {
  /// Left and right from period to period, up and down from series to series.
  case across
  /// Left and right within a panel, up and down from panel to panel.
  case panels
  /// On maps: to the next area that way; Page Up and Page Down in the order of the values.
  case around
  /// Up and down from row to row, left and right within a row.
  case down
}

/// A series that readers may choose.
struct ChartChoice: Hashable, Sendable {
  let key: String
  let name: String
}

/// The shape of a drawing: wide beside text, tall on small screens.
enum ChartShape: String, Sendable, CaseIterable {
  case wide, tall

  /// Charts of rows take the height that their rows need; charts over time have one of their own.
  var width: Double { self == .wide ? 760 : 360 }
}
