package import MilepostModel

/// Values of one indicator and one set of codes, or of a part of a formula, by cell of the grid.
struct Column {
  /// 0 where there is no figure.
  var number: [Double]
  /// nil: there is no row, which is not the same as a row without a figure.
  var kind: [CellKind?]
  var status: [ObservationStatus]
  var isConfidential: [Bool]
  /// Index into the provenance book.
  var provenance: [UInt32]
  /// By cell; empty when no value here is computed for a group.
  var coverage: [Coverage?] = []

  init(cells: Int) {
    number = [Double](repeating: 0, count: cells)
    kind = [CellKind?](repeating: nil, count: cells)
    status = [ObservationStatus](repeating: .reported, count: cells)
    isConfidential = [Bool](repeating: false, count: cells)
    provenance = [UInt32](repeating: ProvenanceBook.none, count: cells)
  }

  /// The same number in every cell.
  init(_ value: Double, cells: Int) {
    self.init(cells: cells)
    for cell in 0..<cells {
      number[cell] = value
      kind[cell] = .figure
    }
  }

  func hasNumber(_ cell: Int) -> Bool { kind[cell] == .figure || kind[cell] == .belowUnit }

  mutating func set(_ shares: Coverage?, at cell: Int) {
    guard let shares else { return }
    if coverage.isEmpty { coverage = [Coverage?](repeating: nil, count: number.count) }
    coverage[cell] = shares
  }

  func coverage(at cell: Int) -> Coverage? { coverage.isEmpty ? nil : coverage[cell] }

  /// Takes over a cell as it is.
  mutating func copy(_ source: Int, of other: Column, to cell: Int) {
    number[cell] = other.number[source]
    kind[cell] = other.kind[source]
    status[cell] = other.status[source]
    isConfidential[cell] = other.isConfidential[source]
    provenance[cell] = other.provenance[source]
    set(other.coverage(at: source), at: cell)
  }
}

extension ObservationStatus {
  /// Of two inputs the one that rules out more decides what the result is: a forecast and an imputation are never
  /// current, a break cuts a trend, the others are shown.
  package func weaker(_ other: ObservationStatus) -> ObservationStatus { weakness >= other.weakness ? self : other }

  private var weakness: Int {
    switch self {
    case .reported: 0
    case .provisional: 1
    case .estimated: 2
    case .differentDefinition: 3
    case .lowReliability: 4
    case .breakInSeries: 5
    case .imputed: 6
    case .forecast: 7
    }
  }
}

extension Coverage {
  /// The one that knows less: more is missing, or as much is missing and more is imputed.
  static func poorer(_ one: Coverage?, _ other: Coverage?) -> Coverage? {
    guard let one, let other else { return one ?? other }
    return (one.missing, one.imputed) >= (other.missing, other.imputed) ? one : other
  }
}

/// Provenances by number: those of the table first, then those of computed values.
struct ProvenanceBook {
  static let none = UInt32.max

  private(set) var entries: [Provenance]
  private var index: [Provenance: UInt32]
  private var last: (one: UInt32, other: UInt32, result: UInt32) = (none, none, none)

  init(_ entries: [Provenance]) {
    self.entries = entries
    index = Dictionary(entries.enumerated().map { ($1, UInt32($0)) }) { first, _ in first }
  }

  /// Source of the first with that source's newer vintage; received when the later of the two was.
  mutating func joined(_ one: UInt32, _ other: UInt32) -> UInt32 {
    if one == other || other == Self.none { return one }
    if one == Self.none { return other }
    if last.one == one && last.other == other { return last.result }
    let (first, second) = (entries[Int(one)], entries[Int(other)])
    let isOneSource = first.source == second.source
    let result = number(
      of: Provenance(
        source: first.source, vintage: isOneSource ? max(first.vintage, second.vintage) : first.vintage,
        received: max(first.received, second.received),
        isComputed: true))
    last = (one, other, result)
    return result
  }

  /// The same, as that of a computed value.
  mutating func computed(_ number: UInt32) -> UInt32 {
    let entry = entries[Int(number)]
    if entry.isComputed { return number }
    return self.number(
      of: Provenance(source: entry.source, vintage: entry.vintage, received: entry.received, isComputed: true))
  }

  private mutating func number(of entry: Provenance) -> UInt32 {
    if let known = index[entry] { return known }
    let number = UInt32(entries.count)
    entries.append(entry)
    index[entry] = number
    return number
  }
}
