import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Where each figure of a report comes from, in the order of the numbers.
  func figureNotes(_ outline: ReportOutline) -> [FigureNote] {
    var uses: [Int: [FigureNote.Use]] = [:]
    var known: [Int: (expression: String, value: BoundValue)] = [:]
    for entry in outline.entries {
      for (place, binding) in entry.chapter.bindings.enumerated() {
        guard let text = binding.figure?.text, let value = entry.published.values[place],
          let number = outline.notes[text]
        else { continue }
        if known[number] == nil { known[number] = (text, value) }
        uses[number, default: []].append(
          FigureNote.Use(chapter: entry.address, anchor: "f\(entry.bindingsBefore + place + 1)"))
      }
    }
    return known.keys.sorted().compactMap { number in
      guard let note = known[number], let uses = uses[number] else { return nil }
      return FigureNote(
        number: number, anchor: "note-\(number)", expression: note.expression,
        value: ManuscriptRun.runs(phrases.exact(note.value, in: release)), inputs: inputs(of: note.value),
        uses: uses)
    }
  }

  /// The notes of a document on paper: what was made from the same as another says so, and takes one line.
  func withoutRepeats(_ notes: [FigureNote]) -> [FigureNote] {
    var first: [[FigureNote.Input]: Int] = [:]
    return notes.map { note in
      guard !note.inputs.isEmpty else { return note }
      guard let number = first[note.inputs] else {
        first[note.inputs] = note.number
        return note
      }
      let same = FigureNote.Input([.text(phrases(.sameInputs, ["number": String(number)]))], source: nil)
      return FigureNote(
        number: note.number, anchor: note.anchor, expression: note.expression, value: note.value, inputs: [same],
        uses: note.uses)
    }
  }

  /// Many values of one series are told together, from the first to the last.
  private func inputs(of value: BoundValue) -> [FigureNote.Input] {
    var rest = value.inputs[...]
    var inputs: [FigureNote.Input] = []
    while let first = rest.first {
      let together = rest.prefix { $0.series != nil && $0.series == first.series }
      if together.count > 3, let last = together.last, let words = span(first, last, together.count) {
        inputs.append(words)
        rest = rest.dropFirst(together.count)
      } else {
        inputs.append(input(first))
        rest = rest.dropFirst()
      }
    }
    return inputs
  }

  private func span(_ first: FigureInput, _ last: FigureInput, _ count: Int) -> FigureNote.Input? {
    guard case .observation(let key, let from) = first, case .observation(_, let to) = last else { return nil }
    let words = phrases.text(
      ReportPhrase.inputValues, count: count,
      ["series": name(of: key), "from": phrases.dates.text(from.period), "to": phrases.dates.text(to.period)])
    let place = "indicators/\(key.indicator.text.slug)"
    return FigureNote.Input(
      [.link(manuscriptLink(place), ManuscriptRun.runs(words))], source: source(of: to.provenance))
  }

  private func name(of key: SeriesKey) -> String {
    let indicator = release.plan.indicator(key.indicator)
    let codes = key.codes.map { code in localizedName(of: code).map(text) ?? code.description }
    return phrases.lists.enumeration(
      [indicator.map { text($0.title) } ?? key.indicator.text, name(of: key.area)] + codes)
  }

  private func input(_ input: FigureInput) -> FigureNote.Input {
    func linked(_ words: String, _ place: String, source: String? = nil) -> FigureNote.Input {
      guard pages.contains(place) else { return FigureNote.Input(ManuscriptRun.runs(words), source: source) }
      return FigureNote.Input([.link(manuscriptLink(place), ManuscriptRun.runs(words))], source: source)
    }
    switch input {
    case .observation(let key, let estimate):
      return linked(
        words(for: key, estimate), "indicators/\(key.indicator.text.slug)", source: source(of: estimate.provenance))
    case .register(let id, let vintage):
      let register = release.registers.first { $0.register.id == id }?.register
      let words = phrases(
        .inputRegister,
        ["title": register.map { text($0.title) } ?? id.text, "vintage": phrases.dates.text(vintage.published)])
      return linked(
        words, "registers/\(id.text.slug)", source: register.map { release.title(of: $0.source, phrases) })
    case .target(let id):
      return linked(
        named(phrases(.targetHeading, ["id": id.text]), release.plan.target(id)?.title), "targets/\(id.text.slug)")
    case .outcome(let id):
      let title = release.plan.outcomes.first { $0.id == id }?.title
      return linked(named(phrases(.placeOutcome, ["id": id.text]), title), "outcomes/\(id.text.slug)")
    case .elements(let kind): return linked(name(of: kind), SiteContext.place(of: kind))
    case .members(let area):
      let date = phrases.dates.text(release.asOf)
      return linked(
        phrases(.inputMembers, ["group": name(of: area), "date": date]), "areas/\(area.text.slug)")
    case .survey(let id, let wave):
      let survey = release.surveys.first { $0.survey.id == id }?.survey
      let title = survey?.waves.first { $0.id == wave }?.title
      let words = phrases(
        .inputWave,
        ["title": survey.map { text($0.title) } ?? id.text, "wave": title.map { text($0) } ?? wave])
      return linked(
        words, "surveys/\(id.text.slug)", source: survey.map { release.title(of: $0.source, phrases) })
    }
  }

  private func named(_ name: String, _ title: LocalizedText?) -> String {
    title.map { phrases(.inputPlan, ["name": name, "title": text($0)]) } ?? name
  }

  private func words(for key: SeriesKey, _ estimate: Estimate) -> String {
    let indicator = release.plan.indicator(key.indicator)
    let value = indicator.map { exact(estimate, FigureStyle($0, phrases)) } ?? estimate.value.number?.description
    return phrases(
      .inputValue,
      [
        "series": name(of: key), "period": phrases.dates.text(estimate.period),
        "value": value ?? "–",
      ])
  }

  /// With every digit, and how the value is known.
  private func exact(_ estimate: Estimate, _ style: FigureStyle) -> String {
    let words = cell(estimate, style)
    guard let number = estimate.value.number else { return words.value + phrases(.aside, ["text": words.remark]) }
    let value = FigureStyle(scale: style.scale, decimals: number.decimalsThatCount, phrases: phrases).value(number)
    return value + phrases(.aside, ["text": words.remark])
  }

  func source(of provenance: Provenance) -> String {
    phrases(
      .inputSource,
      [
        "source": release.title(of: provenance.source, phrases), "vintage": phrases.dates.text(provenance.vintage),
      ])
  }

  private func name(of kind: PlanElementKind) -> String {
    switch kind {
    case .goals: phrases(.goals)
    case .targets: phrases(.targets)
    case .objectives: phrases(.objectives)
    case .outcomes: phrases(.outcomes)
    case .outputs: phrases(.outputs)
    case .enablers: phrases(.enablers)
    case .indicators: phrases(.indicators)
    }
  }

  private static func place(of kind: PlanElementKind) -> String {
    switch kind {
    case .goals, .targets: ""
    case .objectives, .outcomes, .outputs: "objectives"
    case .enablers: "enablers"
    case .indicators: "indicators"
    }
  }
}

extension FigureInput {
  /// Of what is a value of a series.
  fileprivate var series: SeriesKey? {
    if case .observation(let key, _) = self { key } else { nil }
  }
}
