import MilepostModel

/// The part of the globe that a map of one shape shows, as large as it can be.
struct MapFrame: Sendable {
  private static let margin = 6.0

  private let project: EqualEarth
  /// Of the places around which it lies, in the projection.
  private let whole: Box
  private let scale: Double
  private let left: Double
  let width: Double
  let height: Double
  /// Degrees of those places: east of the middle of the map, and north.
  private let extent: Box

  init(around positions: [GeographicPosition], _ shape: ChartShape) {
    let project = EqualEarth(around: positions.map(\.longitude))
    let whole = Box(around: positions.map { project($0) })
    let room = shape == .wide ? 460.0 : 420
    let margin = MapFrame.margin
    let scale = min((shape.width - 2 * margin) / max(whole.width, 1e-9), room / max(whole.height, 1e-9))
    self.project = project
    self.whole = whole
    self.scale = scale
    left = (shape.width - whole.width * scale) / 2
    width = shape.width
    height = whole.height * scale + 2 * margin
    extent = Box(around: positions.map { Place(project.turned($0.longitude), $0.latitude) })
  }

  func callAsFunction(_ position: GeographicPosition) -> Place {
    let place = project(position)
    return Place(left + (place.x - whole.left) * scale, MapFrame.margin + (place.y - whole.top) * scale)
  }

  /// Whether a part of the line can be seen: not when it runs around the back of the globe.
  func shows(_ ring: [GeographicPosition]) -> Bool {
    let box = Box(around: ring.map { Place(project.turned($0.longitude), $0.latitude) })
    let reach = (extent.width + extent.height) / 8 + 1
    return box.width <= 180
      && box.left <= extent.right + reach && extent.left <= box.right + reach
      && box.top <= extent.bottom + reach && extent.top <= box.bottom + reach
  }
}
