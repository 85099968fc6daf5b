import MilepostModel

/// Dimensions that measures and indicators name must exist, and so must their codes.
func unknownDimensionsAndCodes(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let draft = index.draft
  for (number, indicator) in draft.plan.indicators.enumerated() {
    for (place, dimension) in indicator.dimensions.enumerated() where index.dimensions[dimension] == nil {
      diagnostics.report(
        .unknownElement(
          "MP0208", "dimension", dimension, at: draft.places[.indicator, number, "dimensions.\(place)"],
          among: index.dimensions.keys.sorted()))
    }
  }
  for (measure, kind, number, path) in draft.measures {
    checkCodes(measure.codes, of: measure.indicator, in: index, into: &diagnostics) {
      draft.places[kind, number, path + "where.\($0)"]
    }
  }
  for (number, target) in draft.plan.targets.enumerated() {
    checkParity(target.kind, target.measure, number, "", in: index, into: &diagnostics)
    guard case .compound(let parts) = target.kind else { continue }
    for (place, part) in parts.enumerated() {
      checkParity(part.kind, part.measure, number, "parts.\(place).", in: index, into: &diagnostics)
    }
  }
}

private func checkParity(
  _ kind: TargetKind, _ measure: Measure?, _ number: Int, _ path: String, in index: DraftIndex,
  into diagnostics: inout Diagnostics
) {
  guard case .parity(let women, let men) = kind, let measure else { return }
  let places = index.draft.places
  checkCodes(women, of: measure.indicator, in: index, into: &diagnostics) {
    places[.target, number, path + "women.\($0)"]
  }
  checkCodes(men, of: measure.indicator, in: index, into: &diagnostics) {
    places[.target, number, path + "men.\($0)"]
  }
}

private func checkCodes(
  _ codes: [DimensionCode], of indicator: Indicator.ID, in index: DraftIndex, into diagnostics: inout Diagnostics,
  place: (String) -> SourcePosition
) {
  guard let declared = index.indicators[indicator]?.dimensions else { return }
  for code in codes {
    guard declared.contains(code.dimension) else {
      diagnostics.report(
        .undeclaredDimension(code.dimension, of: indicator, at: place(code.dimension), declared: declared))
      continue
    }
    guard let list = index.dimensions[code.dimension].flatMap({ index.codelists[$0] }) else { continue }
    let known = list.codes.map(\.id) + [SeriesKey.total]
    if !known.contains(code.code) {
      diagnostics.report(
        .unknownElement("MP0209", "code of \(code.dimension)", code.code, at: place(code.dimension), among: known))
    }
  }
}

/// Links to other frameworks name one that is declared and, where its codes are listed, one of them.
func unknownFrameworkLinks(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let plan = index.draft.plan
  for (kind, number, links) in index.draft.frameworkLinks {
    for link in links {
      let position = index.draft.places[kind, number, "links.\(link.framework)"]
      guard let framework = index.frameworks[link.framework] else {
        diagnostics.report(
          .unknownElement(
            "MP0211", "framework", link.framework.text, at: position, among: plan.frameworks.map(\.id.text)))
        continue
      }
      let codes = framework.codes.map(\.id)
      if !codes.isEmpty && !codes.contains(link.code) {
        diagnostics.report(
          .unknownElement("MP0212", "code of framework \(framework.id)", link.code, at: position, among: codes))
      }
    }
  }
}

/// A framework that is declared is linked to by something.
func unusedFrameworks(_ index: DraftIndex, into diagnostics: inout Diagnostics) {
  let used = Set(index.draft.frameworkLinks.flatMap { $0.links.map(\.framework) })
  for (number, framework) in index.draft.plan.frameworks.enumerated() where !used.contains(framework.id) {
    diagnostics.report(.unusedFramework(framework.id, at: index.draft.places[.framework, number, "id"]))
  }
}

extension Draft {
  /// The links of every element, empty ones too.
  fileprivate var frameworkLinks: [(kind: SourceMap.Kind, index: Int, links: [FrameworkLink])] {
    func numbered<Element>(
      _ kind: SourceMap.Kind, _ elements: [Element], _ links: (Element) -> [FrameworkLink]
    ) -> [(kind: SourceMap.Kind, index: Int, links: [FrameworkLink])] {
      elements.enumerated().map { (kind, $0.offset, links($0.element)) }
    }
    return numbered(.goal, plan.goals, \.links) + numbered(.target, plan.targets, \.links)
      + numbered(.objective, plan.objectives, \.links) + numbered(.outcome, plan.outcomes, \.links)
      + numbered(.indicator, plan.indicators, \.links)
  }
}

extension Diagnostic {
  fileprivate static func unusedFramework(_ id: Framework.ID, at position: SourcePosition) -> Self {
    Diagnostic(
      .warning, "MP0229", "nothing links to framework '\(id)'", at: position,
      hint: "link to it from a goal, target, objective, outcome or indicator, or remove it")
  }

  static func undeclaredDimension(
    _ dimension: String, of indicator: Indicator.ID, at position: SourcePosition, declared: [String]
  ) -> Self {
    let hint =
      declared.isEmpty
      ? "the indicator declares no dimensions; add 'dimensions: [\(dimension)]'"
      : "its dimensions are \(declared.joined(separator: ", "))"
    return Diagnostic(
      .error, "MP0210", "indicator '\(indicator)' has no dimension \(dimension)", at: position, hint: hint)
  }
}
