extension SDMX {
  /// Observations of batches under one layout, to be told in another order or form.
  package struct HeldObservations: Sendable {
    /// Where an observation stands.
    private struct Place: Sendable {
      let batch: Int
      let series: Int
      let row: Int
    }

    package struct SortKey: Hashable, Sendable {
      /// nil: by the codes of the series, in the order of the key.
      package let component: String?
      package let isDescending: Bool

      package init(component: String?, isDescending: Bool) {
        self.component = component
        self.isDescending = isDescending
      }
    }

    private let layout: DataSetLayout
    private let batches: [[Series]]
    private var places: [Place] = []

    /// - Parameter batches: of the layout; those of series alone have one place for each series.
    package init(_ layout: DataSetLayout, _ batches: [[Series]]) {
      self.layout = layout
      self.batches = batches
      for (batch, series) in batches.enumerated() {
        for (place, one) in series.enumerated() {
          if one.rows.isEmpty { places.append(Place(batch: batch, series: place, row: -1)) }
          for row in one.rows { places.append(Place(batch: batch, series: place, row: row)) }
        }
      }
    }

    /// Of observations, and of series without them.
    package var count: Int { places.count }

    /// Brings them into an order; what the keys leave open stays as it was.
    package mutating func sort(by keys: [SortKey]) {
      // Ranks are compared many times and made once.
      let ranks = keys.map { key in (isDescending: key.isDescending, values: places.map { rank($0, key.component) }) }
      let order = places.indices.sorted { one, other in
        for key in ranks {
          let (left, right) = (key.values[one], key.values[other])
          if left != right { return (left < right) != key.isDescending }
        }
        return one < other
      }
      places = order.map { places[$0] }
    }

    /// Leaves out the first ones, and all behind so many.
    package mutating func cut(offset: Int, limit: Int?) {
      places.removeFirst(min(offset, places.count))
      if let limit { places = Array(places.prefix(limit)) }
    }

    fileprivate enum Rank: Comparable {
      case absent
      case number(Double)
      case text([String])

      static func < (one: Rank, other: Rank) -> Bool {
        switch (one, other) {
        case (.number(let left), .number(let right)): left < right
        case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
        case (.absent, .absent), (.number, .absent), (.text, .absent), (.text, .number): false
        case (.absent, _), (.number, .text): true
        }
      }
    }

    private func rank(_ place: Place, _ component: String?) -> Rank {
      let series = batches[place.batch][place.series]
      func code(_ index: Int) -> String? { layout.dimensions[index].value(series.key[index]) }
      guard let component else { return .text(layout.dimensions.indices.compactMap(code)) }
      if let index = layout.dimensions.firstIndex(where: { $0.id == component }) { return Rank.of(code(index)) }
      guard place.row >= 0 else {
        return Rank.of(attribute(component, of: series, row: nil))
      }
      // Periods are numbered in their order.
      if layout.time?.id == component { return .number(Double(series.observations.times[place.row])) }
      if let index = layout.measures.firstIndex(of: component) {
        guard case .number(let number) = series.observations.measures[index][place.row] else { return .absent }
        return .number(number)
      }
      return Rank.of(attribute(component, of: series, row: place.row))
    }

    private func attribute(_ id: String, of series: Series, row: Int?) -> String? {
      if let index = layout.seriesAttributes.firstIndex(where: { $0.id == id }) {
        return layout.seriesAttributes[index].value(series.attributes[index])
      }
      guard let row, let index = layout.observationAttributes.firstIndex(where: { $0.id == id }) else { return nil }
      return layout.observationAttributes[index].value(series.observations.attributes[index][row])
    }

    /// Each observation as a series of its own, in their order.
    package var single: [Series] {
      places.map { place in
        let series = batches[place.batch][place.series]
        return place.row < 0 ? series : series.of(place.row..<place.row + 1)
      }
    }

    /// A data set whose series stand in the order of their first observations.
    ///
    /// - Parameter dimension: what distinguishes the observations of a series; nil: time. With another one all attributes are
    ///   of observations.
    package func dataSet(at dimension: String? = nil) -> DataSet {
      let kept = layout.dimensions.indices.filter { layout.dimensions[$0].id != dimension }
      let turned = dimension.flatMap { id in layout.dimensions.firstIndex { $0.id == id } }
      let ids = kept.map { layout.dimensions[$0].id } + (turned == nil ? [] : [FlowParts.time])
      let (upper, lower) = (layout.seriesAttributes.map(\.id), layout.observationAttributes.map(\.id))
      var builder = DataSetBuilder(
        structure: layout.structure, dimensions: ids, time: dimension ?? FlowParts.time, measures: layout.measures,
        seriesAttributes: turned == nil ? upper : [], observationAttributes: turned == nil ? lower : upper + lower)
      builder.action = layout.action
      builder.validFrom = layout.validFrom
      builder.validTo = layout.validTo
      for place in places {
        let series = batches[place.batch][place.series]
        let time = place.row < 0 ? nil : layout.time.flatMap { $0.value(series.observations.times[place.row]) }
        var key = kept.map { layout.dimensions[$0].value(series.key[$0]) }
        if turned != nil { key.append(time) }
        let index = builder.series(key)
        if turned == nil {
          for (place, id) in upper.enumerated() {
            builder.set(seriesAttribute: place, of: index, to: attribute(id, of: series, row: nil))
          }
        }
        guard place.row >= 0 else { continue }
        let at = turned.map { layout.dimensions[$0].value(series.key[$0]) } ?? time
        let row = builder.append(
          toSeries: index, time: at, values: series.observations.measures.map { $0[place.row] })
        for (column, id) in (turned == nil ? lower : upper + lower).enumerated() {
          builder.set(observationAttribute: column, of: row, to: attribute(id, of: series, row: place.row))
        }
      }
      return builder.finish()
    }
  }
}

extension SDMX.HeldObservations.Rank {
  fileprivate static func of(_ text: String?) -> Self {
    guard let text else { return .absent }
    return .text([text])
  }
}

extension SDMX.Series {
  /// The series with some of its rows.
  package func of(_ rows: Range<Int>) -> SDMX.Series {
    SDMX.Series(key: key, attributes: attributes, observations: observations, rows: rows)
  }
}
