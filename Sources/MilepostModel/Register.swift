/// A table of records with a life: members, resolutions, events, standards, notices; or a table as a report prints it.
package struct Register: Hashable, Sendable {
  package typealias ID = Identifier<Register>

  /// A column of the table.
  package struct Field: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// - Parameter pattern: a regular expression that the whole of a cell matches.
      case text(pattern: String?)
      /// Digits, as exact as they are written.
      case number(UnitOfMeasure?, Indicator.Limits)
      /// A number as people write it: `4.1 billion`, `over 900`.
      case figure(UnitOfMeasure?, Indicator.Limits)
      case date
      case period
      case yesNo
      case code(Codelist.ID)
      /// An area or a group.
      case area
      /// A goal, target, objective, outcome, output or enabler.
      case element
      case indicator
      case record(Register.ID)
      case formula
      case link
      /// In degrees of WGS 84, -90 to 90.
      case latitude
      /// In degrees of WGS 84, -180 to 180.
      case longitude

      package var unit: UnitOfMeasure? {
        switch self {
        case .number(let unit, _), .figure(let unit, _): unit
        case .text, .date, .period, .yesNo, .code, .area, .element, .indicator, .record, .formula, .link, .latitude,
          .longitude:
          nil
        }
      }
    }

    /// `[a-z][a-z0-9-]*`, unique in the register.
    package let id: String
    package let title: LocalizedText
    package let kind: Kind
    /// Digits after the point in print.
    package let decimals: Int
    /// Whether numbers stand for themselves, and not for all that is rounded to them.
    package let isExact: Bool
    /// Whether a blank cell is a fault; else it says "not stated".
    package let isRequired: Bool
    /// Whether a cell holds several values between semicolons.
    package let isMany: Bool

    package init(
      id: String, title: LocalizedText, kind: Kind, decimals: Int, isExact: Bool, isRequired: Bool, isMany: Bool
    ) {
      self.id = id
      self.title = title
      self.kind = kind
      self.decimals = decimals
      self.isExact = isExact
      self.isRequired = isRequired
      self.isMany = isMany
    }
  }

  /// A stage in the life of a record.
  package struct State: Hashable, Sendable {
    package let id: String
    package let title: LocalizedText
    /// The place of the field with the day on which a record came into the state; nil where a file of events says it.
    package let date: Int?
    /// Whether a record in this state is no longer there.
    package let ends: Bool

    package init(id: String, title: LocalizedText, date: Int?, ends: Bool) {
      self.id = id
      self.title = title
      self.date = date
      self.ends = ends
    }
  }

  /// A view of a register as a table of values by period.
  package struct Matrix: Hashable, Sendable {
    /// Fields that name a row.
    package let rows: [Int]
    /// A field of dates or periods.
    package let column: Int
    /// A field of numbers.
    package let value: Int

    package init(rows: [Int], column: Int, value: Int) {
      self.rows = rows
      self.column = column
      self.value = value
    }
  }

  /// Which pages show its records.
  package enum Pages: String, Sendable, Hashable, CaseIterable {
    case list
    /// Beside the list one for each record.
    case records
    /// None, and no file: only what is counted from it and its maps.
    case none
  }

  /// Where records lie on the globe.
  package struct Location: Hashable, Sendable {
    /// Places of the fields of a type of coordinates.
    package let latitude: Int
    package let longitude: Int
    /// Place of the field with the area that a record says it lies in.
    package let area: Int?

    package init(latitude: Int, longitude: Int, area: Int?) {
      self.latitude = latitude
      self.longitude = longitude
      self.area = area
    }
  }

  package let id: ID
  package let title: LocalizedText
  /// What one record is called.
  package let record: LocalizedText?
  package let text: LocalizedText?
  package let source: DataSource.ID
  package let owner: String?
  package let fields: [Field]
  /// Places of the fields whose values together name a record; empty: the line of the file does.
  package let key: [Int]
  /// Place of the field that names a record for readers; nil: the key does.
  package let name: Int?
  /// In the order in which a record goes through them.
  package let life: [State]
  package let snapshots: [Vintage]
  package let measures: [RegisterMeasure]
  package let pages: Pages
  package let matrix: Matrix?
  package let location: Location?
  /// Of registers with a location.
  package let maps: [RegisterMap]
  /// The YAML file, relative to the workspace.
  package let file: String

  package init(
    id: ID, title: LocalizedText, record: LocalizedText?, text: LocalizedText?, source: DataSource.ID, owner: String?,
    fields: [Field], key: [Int], name: Int?, life: [State], snapshots: [Vintage], measures: [RegisterMeasure],
    pages: Pages, matrix: Matrix? = nil, location: Location? = nil, maps: [RegisterMap] = [], file: String
  ) {
    self.id = id
    self.title = title
    self.record = record
    self.text = text
    self.source = source
    self.owner = owner
    self.fields = fields
    self.key = key
    self.name = name
    self.life = life
    self.snapshots = snapshots
    self.measures = measures
    self.pages = pages
    self.matrix = matrix
    self.location = location
    self.maps = maps
    self.file = file
  }

  package func field(_ id: String) -> Int? { fields.firstIndex { $0.id == id } }
}

/// An indicator that is counted from the records of a register.
package struct RegisterMeasure: Hashable, Sendable {
  /// When a record counts.
  package enum Timing: Hashable, Sendable {
    /// All records, once, for the day of the snapshot.
    case snapshot
    /// In the period that holds the date or period of a field.
    case during(field: String)
    /// In every period at whose end the record has begun and not ended.
    case standing(from: TimePeriod?, to: TimePeriod?)
  }

  package enum Place: Hashable, Sendable {
    case area(Area.ID)
    case field(String)
    /// The area in whose outline a record lies.
    case outline
  }

  package struct Dimension: Hashable, Sendable {
    package let id: String
    package let field: String

    package init(id: String, field: String) {
      self.id = id
      self.field = field
    }
  }

  package let indicator: Indicator.ID
  /// `count`, `sum(fee)`, `share(state = approved)`, ...
  package let value: Formula
  package let timing: Timing
  package let frequency: Frequency
  package let place: Place
  package let dimensions: [Dimension]
  package let position: SourcePosition

  package init(
    indicator: Indicator.ID, value: Formula, timing: Timing, frequency: Frequency, place: Place,
    dimensions: [Dimension], position: SourcePosition
  ) {
    self.indicator = indicator
    self.value = value
    self.timing = timing
    self.frequency = frequency
    self.place = place
    self.dimensions = dimensions
    self.position = position
  }
}
