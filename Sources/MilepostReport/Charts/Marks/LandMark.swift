/// The land of one area, whose coast shows which one is read. East is at the right in every language.
struct LandMark: Mark {
  /// The code of the area.
  let key: String
  let tone: Tone
  let land: LandPlaces.Land

  var box: Box { land.box }

  func mirrored(in width: Double) -> LandMark { self }

  func write(into html: inout HTMLWriter) {
    if let coast = land.coast {
      html.shape("path", ["class": "land cut-land \(tone.name)", "d": land.path])
      html.shape("path", ["class": "coast\(tone == .open ? " open" : "")", "data-key": key, "d": coast])
    } else {
      html.shape("path", ["class": "land \(tone.name)", "data-key": key, "d": land.path])
    }
    if tone == .open { HatchMark(land.rings).write(into: &html) }
  }
}
