import MilepostModel

/// The id of an element as its author wrote it, with its place.
struct WrittenID {
  let kind: SourceMap.Kind
  let index: Int
  let text: String
}

extension Draft {
  /// The ids of one kind in the order they were read.
  func writtenIDs(_ kind: SourceMap.Kind) -> [WrittenID] {
    let texts: [String] =
      switch kind {
      case .goal: plan.goals.map(\.id.text)
      case .target: plan.targets.map(\.id.text)
      case .objective: plan.objectives.map(\.id.text)
      case .outcome: plan.outcomes.map(\.id.text)
      case .output: plan.outputs.map(\.id.text)
      case .enabler: plan.enablers.map(\.id.text)
      case .indicator: plan.indicators.map(\.id.text)
      case .framework: plan.frameworks.map(\.id.text)
      case .area: areas.map(\.id.text)
      case .group: groups.map(\.id.text)
      case .codelist: codelists.map(\.id.text)
      case .source: sources.map(\.id.text)
      case .dataflow: dataflows.map(\.id.text)
      case .register: registers.map(\.id.text)
      case .rule: rules.map(\.id.text)
      case .map: maps.map(\.map.id.text)
      case .index: indices.map(\.id.text)
      case .survey: surveys.map(\.id.text)
      case .settings, .accepted, .outline, .tile, .theme, .report: []
      }
    return texts.enumerated().map { WrittenID(kind: kind, index: $0.offset, text: $0.element) }
  }

  func place(_ id: WrittenID) -> SourcePosition {
    guard id.kind == .map else { return places[id.kind, id.index, "id"] }
    let (register, number, _) = maps[id.index]
    return places[.register, register, "maps.\(number).map"]
  }

  /// Those of all registers, each with the place of its register and its own among those of the register.
  private var maps: [(register: Int, number: Int, map: RegisterMap)] {
    registers.enumerated().flatMap { place, register in
      register.maps.enumerated().map { (place, $0.offset, $0.element) }
    }
  }

  /// Every measure that a target, outcome or enabler names, with the path of the mapping that holds it.
  var measures: [(measure: Measure, kind: SourceMap.Kind, index: Int, path: String)] {
    var found: [(measure: Measure, kind: SourceMap.Kind, index: Int, path: String)] = []
    for (index, target) in plan.targets.enumerated() {
      if let measure = target.measure { found.append((measure, .target, index, "")) }
      guard case .compound(let parts) = target.kind else { continue }
      for (number, part) in parts.enumerated() {
        if let measure = part.measure { found.append((measure, .target, index, "parts.\(number).")) }
      }
    }
    for (index, outcome) in plan.outcomes.enumerated() {
      for (number, measure) in outcome.measures.enumerated() {
        found.append((measure, .outcome, index, "measured-by.\(number)."))
      }
    }
    for (index, enabler) in plan.enablers.enumerated() {
      for (number, measure) in enabler.measures.enumerated() {
        found.append((measure, .enabler, index, "measured-by.\(number)."))
      }
    }
    return found
  }

  /// Every kind of target with the path of the mapping that holds it; parts of compound targets on their own.
  var targetKinds: [(kind: TargetKind, index: Int, path: String)] {
    plan.targets.enumerated().flatMap { index, target -> [(kind: TargetKind, index: Int, path: String)] in
      guard case .compound(let parts) = target.kind else { return [(target.kind, index, "")] }
      return parts.enumerated().map { ($0.element.kind, index, "parts.\($0.offset).") }
    }
  }
}
