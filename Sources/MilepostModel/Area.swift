/// A country or territory that data is about.
package struct Area: Hashable, Sendable {
  package typealias ID = Identifier<Area>

  package let id: ID
  package let name: LocalizedText

  package init(id: ID, name: LocalizedText) {
    self.id = id
    self.name = name
  }
}

/// A set of areas with dates of membership: the world, the least developed countries, a region.
///
/// Areas and groups share one space of codes, because both stand in the column REF_AREA.
package struct AreaGroup: Hashable, Sendable {
  package struct Membership: Hashable, Sendable {
    package let area: Area.ID
    /// First day of membership; nil: always.
    package let from: CalendarDate?
    /// Last day of membership; nil: still.
    package let to: CalendarDate?

    package init(_ area: Area.ID, from: CalendarDate? = nil, to: CalendarDate? = nil) {
      self.area = area
      self.from = from
      self.to = to
    }

    package func includes(_ date: CalendarDate) -> Bool {
      if let from, date < from { return false }
      if let to, date > to { return false }
      return true
    }
  }

  package let id: Area.ID
  package let name: LocalizedText
  /// Sorted by area and start; empty when the workspace only knows published figures of the group.
  package let memberships: [Membership]

  package init(id: Area.ID, name: LocalizedText, memberships: [Membership]) {
    self.id = id
    self.name = name
    self.memberships = memberships.sorted {
      if $0.area != $1.area { return $0.area < $1.area }
      guard let one = $0.from else { return $1.from != nil }
      guard let other = $1.from else { return false }
      return one < other
    }
  }

  /// The areas that belong to the group on `date`, sorted.
  package func members(on date: CalendarDate) -> [Area.ID] {
    memberships.filter { $0.includes(date) }.map(\.area)
  }
}
