extension SDMX.Annotation {
  /// The type of annotations that say how many series and observations there are.
  static let metrics = "sdmx_metrics"
}

extension SDMX.Constraint {
  /// The counts of series and observations as annotations, which is where SDMX 2.1 and 3.0 have them.
  var withCounts: SDMX.Maintenance {
    let counts = [("series_count", seriesCount), ("obs_count", observationCount)].compactMap { id, count in
      count.map { SDMX.Annotation(id: id, type: SDMX.Annotation.metrics, title: String($0)) }
    }
    return maintenance.with(annotations: maintenance.naming.annotations + counts)
  }
}

extension SDMX.Maintenance {
  /// What an annotation counts.
  func count(_ id: String) -> Int? {
    naming.annotations.first { $0.id == id && $0.type == SDMX.Annotation.metrics }?.title.flatMap { Int($0) }
  }

  var withoutCounts: SDMX.Maintenance {
    with(
      annotations: naming.annotations.filter { $0.type != SDMX.Annotation.metrics || count($0.id ?? "none") == nil })
  }

  fileprivate func with(annotations: [SDMX.Annotation]) -> SDMX.Maintenance {
    SDMX.Maintenance(
      SDMX.Naming(naming.id, name: naming.name, description: naming.description, annotations: annotations),
      agency: agency, version: version, isFinal: isFinal, isExternalReference: isExternalReference,
      validFrom: validFrom, validTo: validTo)
  }
}
