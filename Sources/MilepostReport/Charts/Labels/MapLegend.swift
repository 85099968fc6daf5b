/// A swatch with its words for each class of a map, in rows; from the right in languages that are written so.
struct MapLegend: Sendable {
  struct Item: Hashable, Sendable {
    let tone: Tone
    let text: String
  }

  let items: [Item]

  init(_ items: [Item]) { self.items = items }

  func drawn(_ shape: ChartShape, top: Double, _ phrases: Phrases) -> (marks: [any Mark], bottom: Double) {
    var marks: [any Mark] = []
    var place = Place(0, top)
    for item in items {
      let width = 26 + WordsMark.width([item.text]) + 20
      if place.x + width - 20 > shape.width { place = Place(0, place.y + 22) }
      let box = Box(left: place.x + 1, top: place.y, right: place.x + 19, bottom: place.y + 13)
      if item.tone == .open { marks.append(HatchMark(box)) }
      marks.append(BarMark("seg \(item.tone.name)", box))
      marks.append(WordsMark("axis", item.text, at: Place(place.x + 26, place.y + 11)))
      place = Place(place.x + width, place.y)
    }
    return (phrases.isRightToLeft ? marks.map { $0.mirrored(in: shape.width) as any Mark } : marks, place.y + 18)
  }
}
