import MilepostModel

/// Every pair of colours of which a theme changes one stands apart far enough to be read.
///
/// Ratios and limits are those of WCAG 2.2, success criteria 1.4.3 (text 4.5) and 1.4.11 (marks 3).
func contrastsOfTheTheme(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  guard let theme = index.draft.theme else { return }
  for scheme in ColourScheme.allCases {
    let contrasts = SchemeContrasts(theme, scheme)
    for fault in contrasts.faults {
      func place(_ role: ColourRole) -> SourcePosition {
        index.draft.places[.theme, 0, "colours.\(scheme.rawValue).\(role.rawValue)"]
      }
      diagnostics.report(
        .lowContrast(
          fault, scheme, at: place(fault.role),
          note: fault.other.map { .init("'\($0.rawValue)' is changed here", at: place($0)) }))
    }
  }
}

/// The pairs of one scheme that do not stand apart.
private struct SchemeContrasts {
  struct Fault {
    /// The colour to change.
    let role: ColourRole
    let colour: Colour
    /// What it is seen with: `'page'`, `the mark 'at-risk'`.
    let partner: String
    let partnerColour: Colour
    let needed: Double
    /// The other role of the pair, when the theme changes that too.
    let other: ColourRole?

    var ratio: Double { contrast(of: colour, on: partnerColour) }
  }

  private let palette: Palette
  private let changed: Set<ColourRole>
  private let scheme: ColourScheme

  init(_ theme: Theme, _ scheme: ColourScheme) {
    palette = theme.palette(scheme)
    changed = Set((theme.colours[scheme] ?? [:]).keys)
    self.scheme = scheme
  }

  private static let textPairs: [(text: ColourRole, ground: ColourRole)] = [
    (.ink, .page), (.second, .page), (.link, .page), (.ink, .surface), (.second, .surface), (.link, .surface),
    (.ink, .rule),
  ]

  var faults: [Fault] {
    let texts = SchemeContrasts.textPairs.compactMap { pair -> Fault? in
      guard changed.contains(pair.text) || changed.contains(pair.ground) else { return nil }
      let role = changed.contains(pair.text) ? pair.text : pair.ground
      let partner = role == pair.text ? pair.ground : pair.text
      return Fault(
        role: role, colour: palette[role], partner: "'\(partner.rawValue)'", partnerColour: palette[partner],
        needed: 4.5,
        other: changed.contains(partner) ? partner : nil)
    }
    let marks = [ColourRole.page, .surface].map { worst($0, FixedColour.marks(scheme), "the mark", needed: 3) }
    let shades = worst(.ink, FixedColour.shades(scheme), "the shade", needed: 4.5)
    return (texts + (marks + [shades]).compactMap(\.self)).filter { $0.ratio < $0.needed }
  }

  /// A colour with that fixed one which stands least apart from it.
  private func worst(_ role: ColourRole, _ fixed: [FixedColour], _ noun: String, needed: Double) -> Fault? {
    guard changed.contains(role) else { return nil }
    let faults = fixed.map { colour in
      Fault(
        role: role, colour: palette[role], partner: "\(noun) '\(colour.name)' (\(colour.colour))",
        partnerColour: colour.colour, needed: needed, other: nil)
    }
    return faults.min { $0.ratio < $1.ratio }
  }
}

extension Diagnostic {
  fileprivate static func lowContrast(
    _ fault: SchemeContrasts.Fault, _ scheme: ColourScheme, at position: SourcePosition, note: Note?
  ) -> Self {
    let needed = fault.needed == 3 ? "3" : "4.5"
    let better = fault.colour.moved(toContrast: fault.needed, with: fault.partnerColour)
    return Diagnostic(
      .error, "MP0250",
      "\(scheme.rawValue) '\(fault.role.rawValue)' (\(fault.colour)) and \(fault.partner) have a contrast of "
        + "\(fault.ratio.inHundredths), needed is \(needed)",
      at: position, hint: better.map { "\"\($0)\" would do" }, notes: note.map { [$0] } ?? [])
  }
}

extension Double {
  /// Two digits after the point, never rounded up to a limit that is not met.
  fileprivate var inHundredths: String {
    let hundredths = Int((self * 100).rounded(.down))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Colour {
  /// The nearest mixture with black or white, in steps of a hundredth, that has the contrast; nil when there is none.
  fileprivate func moved(toContrast needed: Double, with partner: Colour) -> Colour? {
    let ends = [Colour(red: 0, green: 0, blue: 0), Colour(red: 255, green: 255, blue: 255)]
    for share in 1...100 {
      let mixtures = ends.map { mixed(with: $0, share: Double(share) / 100) }
      if let found = mixtures.first(where: { contrast(of: $0, on: partner) >= needed }) { return found }
    }
    return nil
  }

  private func mixed(with other: Colour, share: Double) -> Colour {
    func mixed(_ one: UInt8, _ other: UInt8) -> UInt8 {
      UInt8((Double(one) * (1 - share) + Double(other) * share).rounded())
    }
    return Colour(
      red: mixed(red, other.red), green: mixed(green, other.green), blue: mixed(blue, other.blue))
  }
}
