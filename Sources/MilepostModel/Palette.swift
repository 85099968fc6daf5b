/// The ground that readers choose in their system.
package enum ColourScheme: String, Hashable, Sendable, CaseIterable {
  case light, dark
}

/// What a colour is for, as far as a theme may change it.
package enum ColourRole: String, Hashable, Sendable, CaseIterable {
  /// The ground of everything.
  case page
  /// The ground of what lies above the page.
  case surface
  case ink
  /// Ink of what is said beside.
  case second
  /// Links, and the frame around what has the focus.
  case link
  /// Lines that part things, and the middle of scales of colours.
  case rule
}

/// The colours of a scheme by what they are for.
package struct Palette: Hashable, Sendable {
  private var colours: [ColourRole: Colour]

  package subscript(_ role: ColourRole) -> Colour {
    guard let colour = colours[role] else { preconditionFailure("every palette has a colour for \(role)") }
    return colour
  }

  package static func standard(_ scheme: ColourScheme) -> Palette {
    switch scheme {
    case .light:
      Palette(page: 0xFBFAF7, surface: 0xFFFFFF, ink: 0x16202B, second: 0x4A5663, link: 0x0B5A8F, rule: 0xD9D5CB)
    case .dark:
      Palette(page: 0x10161D, surface: 0x18212B, ink: 0xEDF1F4, second: 0xAEB9C4, link: 0x7CC0EE, rule: 0x2E3A46)
    }
  }

  private init(page: UInt32, surface: UInt32, ink: UInt32, second: UInt32, link: UInt32, rule: UInt32) {
    colours = [
      .page: Colour(page), .surface: Colour(surface), .ink: Colour(ink), .second: Colour(second), .link: Colour(link),
      .rule: Colour(rule),
    ]
  }

  /// The palette with the colours that a theme brings.
  package func changed(by changes: [ColourRole: Colour]) -> Palette {
    var palette = self
    palette.colours.merge(changes) { _, new in new }
    return palette
  }
}

/// A colour that no theme changes, by the name that the style sheet has for it.
package struct FixedColour: Hashable, Sendable {
  package let name: String
  package let colour: Colour

  private init(_ name: String, _ colour: UInt32) {
    self.name = name
    self.colour = Colour(colour)
  }

  /// Marks that stand on the page: statuses, series, axes, edges.
  ///
  /// Statuses and series are told apart under every colour blindness because they were chosen together, so no theme
  /// changes one of them.
  package static func marks(_ scheme: ColourScheme) -> [FixedColour] {
    switch scheme {
    case .light:
      [
        .init("context", 0x868F98), .init("axis", 0x7A8591), .init("fan-edge", 0x2E86C8), .init("c1", 0x0B5A8F),
        .init("c2", 0xC2390B), .init("c3", 0x5A0F3A), .init("achieved", 0x0A3D73), .init("on-track", 0x2E86C8),
        .init("at-risk", 0xBF7F00), .init("off-track", 0xB5330A), .init("missed", 0x7A2208),
        .init("moving-away", 0x5A0F3A), .init("none", 0x6B7580),
      ]
    case .dark:
      [
        .init("context", 0x6F7C89), .init("axis", 0x7F8C99), .init("fan-edge", 0x3D97E0), .init("c1", 0x7CC0EE),
        .init("c2", 0xEE6A36), .init("c3", 0xD98CB9), .init("achieved", 0xB5DAFB), .init("on-track", 0x3D97E0),
        .init("at-risk", 0xF5BE3D), .init("off-track", 0xEE6A36), .init("missed", 0xC9501F),
        .init("moving-away", 0xB8447F), .init("none", 0x8A96A2),
      ]
    }
  }

  /// Grounds of cells on which figures stand in ink.
  package static func shades(_ scheme: ColourScheme) -> [FixedColour] {
    switch scheme {
    case .light:
      [
        .init("b1", 0xE3EDF5), .init("b2", 0xB9D3E8), .init("b3", 0x7FB0D6), .init("o1", 0xF3D9C4),
        .init("o2", 0xDE9A66),
      ]
    case .dark: [.init("b1", 0x1E2C39), .init("b2", 0x22405A), .init("o1", 0x3A2A1C)]
    }
  }
}

extension Colour {
  fileprivate init(_ number: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: number >> 16), green: UInt8(truncatingIfNeeded: number >> 8),
      blue: UInt8(truncatingIfNeeded: number))
  }
}
