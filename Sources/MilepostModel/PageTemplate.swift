/// A part of the frame of every page as a workspace writes it; its reader has found it to be whole.
package struct PageTemplate: Hashable, Sendable {
  package indirect enum Part: Hashable, Sendable {
    /// Markup that is copied as it is; every element in it is closed within the same list of parts.
    case markup(String)
    /// Escaped text.
    case text(Value)
    /// Within the quotes of an attribute.
    case attribute(Value)
    case each(List, [Part])
    case present(Condition, [Part])
    case absent(Condition, [Part])
    case standard(Standard)
  }

  /// What a template may print.
  package enum Value: String, Hashable, Sendable, CaseIterable {
    case title, name, edition, footer
    case home
    case logoAddress = "logo-address"
    case logoText = "logo-text"
    /// Of an item of a list.
    case text, address, current, language

    package var isOfItem: Bool {
      switch self {
      case .text, .address, .current, .language: true
      case .title, .name, .edition, .footer, .home, .logoAddress, .logoText: false
      }
    }

    package var isAddress: Bool { self == .home || self == .logoAddress || self == .address }
  }

  package enum List: String, Hashable, Sendable, CaseIterable { case menu, languages, editions }

  /// What a theme may lack.
  package enum Condition: String, Hashable, Sendable, CaseIterable { case name, logo, footer }

  /// What the program writes itself.
  package enum Standard: String, Hashable, Sendable, CaseIterable {
    case brand, edition, languages, menu, search, footer
  }

  package let parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }
}
