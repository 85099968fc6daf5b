/// The land of one area, whose outline shows which one is read. East is at the right in every language.
struct LandMark: Mark {
  /// The code of the area.
  let key: String
  let tone: Tone
  let land: LandPlaces.Land

  var box: Box { land.box }

  func mirrored(in width: Double) -> LandMark { self }

  func write(into html: inout HTMLWriter) {
    html.shape("path", ["class": "land \(tone.name)", "data-key": key, "d": land.path])
  }
}
