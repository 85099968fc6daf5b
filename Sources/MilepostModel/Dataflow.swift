/// Who publishes a table of data, and on which terms.
package struct DataSource: Hashable, Sendable {
  package typealias ID = Identifier<DataSource>

  package let id: ID
  package let title: LocalizedText
  package let publisher: String?
  package let url: String?
  package let licence: String

  package init(id: ID, title: LocalizedText, publisher: String?, url: String?, licence: String) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.url = url
    self.licence = licence
  }
}

/// What a source said on a date, and when we received it.
package struct Vintage: Hashable, Sendable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Replaces the series; what it lacks is withdrawn.
    case snapshot
    /// Laid over the newest snapshot before it.
    case update
  }

  package let published: CalendarDate
  /// What an edition's as-of date is compared with.
  package let received: CalendarDate
  package let kind: Kind
  /// The CSV file, relative to the workspace.
  package let file: String

  package init(published: CalendarDate, received: CalendarDate, kind: Kind, file: String) {
    self.published = published
    self.received = received
    self.kind = kind
    self.file = file
  }

  /// The date by which people name the vintage: that of publication.
  package var label: String { published.description }
}

/// The columns of a table of data and what they hold.
package struct DataStructure: Hashable, Sendable {
  /// A breakdown beside area, indicator and period, for example SEX.
  package struct Dimension: Hashable, Sendable {
    /// The column's name and the dimension's id, `[A-Z0-9_]+`.
    package let id: String
    package let codelist: Codelist.ID

    package init(id: String, codelist: Codelist.ID) {
      self.id = id
      self.codelist = codelist
    }
  }

  package let dimensions: [Dimension]

  package init(dimensions: [Dimension]) { self.dimensions = dimensions }
}

/// A table of data from one source, in one or several vintages.
package struct Dataflow: Hashable, Sendable {
  package typealias ID = Identifier<Dataflow>

  package let id: ID
  package let title: LocalizedText
  /// The indicator of every row; nil when the table has a column INDICATOR.
  package let indicator: Indicator.ID?
  package let structure: DataStructure
  /// The unit of the numbers in the file; must agree with the indicator's.
  package let unit: UnitOfMeasure
  package let source: DataSource.ID
  /// In the order of the sidecar.
  package let vintages: [Vintage]
  /// The sidecar, relative to the workspace.
  package let file: String

  package init(
    id: ID, title: LocalizedText, indicator: Indicator.ID?, structure: DataStructure, unit: UnitOfMeasure,
    source: DataSource.ID, vintages: [Vintage], file: String
  ) {
    self.id = id
    self.title = title
    self.indicator = indicator
    self.structure = structure
    self.unit = unit
    self.source = source
    self.vintages = vintages
    self.file = file
  }
}
