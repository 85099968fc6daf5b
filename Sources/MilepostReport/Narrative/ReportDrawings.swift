import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// A chart as a document has it.
  func drawing(
    _ chart: ReportChart, _ anchor: String, _ caption: ManuscriptCaption, alternative: String?
  ) -> ManuscriptDrawing {
    let drawing = chart.chart.drawing(.wide)
    let title = plain(ManuscriptRun.marked(caption.text))
    let description =
      alternative ?? plain(phrases.sentences.joined([phrases.sentences.ended(title), chart.chart.description]))
    let document = StandaloneDrawing(
      drawing, id: anchor, title: title, description: description, phrases)
    let cells = chart.cells
    return ManuscriptDrawing(
      anchor: anchor, caption: caption, measure: ManuscriptRun.runs(chart.measure), svg: document.bytes,
      width: document.width, height: document.height, alternative: description,
      key: plain(phrases.sentences.joined(chart.chart.key + chart.notes)),
      table: ManuscriptTable(
        anchor: anchor + "-table",
        caption: ManuscriptCaption(label: nil, separator: caption.separator, text: cells.title, source: []),
        alignments: cells.alignments, head: cells.head, rows: cells.rows, hasRowHeads: cells.hasRowHeads))
  }

  private func plain(_ text: String) -> String { LanguageMark.plain(text, in: phrases.catalogueLanguage) }

  func manuscriptStatus(_ status: TargetStatus, word: String) -> ManuscriptStatus {
    ManuscriptStatus(status, word: plain(word), mark: StandaloneDrawing(status, phrases).bytes)
  }

  func wall(
    _ goal: Goal.ID?, _ mark: ReportOutline.Mark, _ written: [ManuscriptRun], _ chapter: ChapterComposition,
    _ source: [ManuscriptRun]
  ) -> StatusWall {
    let targets = assessed.filter { target in goal.map { $0 == target.target.goal } ?? true }
    let groups = SiteContext.statusOrder.compactMap { status -> StatusWall.Group? in
      let members = targets.filter { $0.assessment.status == status }
      guard !members.isEmpty else { return nil }
      let items = members.map { target in
        StatusWall.Item(
          id: target.target.id.text, title: ManuscriptRun.runs(target.title), link: link(to: target.target.id))
      }
      return StatusWall.Group(manuscriptStatus(status, word: release.word(for: status, phrases)), items: items)
    }
    let title = written.isEmpty ? [.text(phrases(.squaresTitle, count: targets.count))] : written
    return StatusWall(
      anchor: mark.anchor, caption: chapter.caption(mark, text: title, source: source), sentence: headline(targets),
      groups: groups)
  }

  func summary(_ target: AssessedTarget, _ anchor: String, _ caption: ManuscriptCaption) -> TargetSummary {
    let road = Road(assessed: target.worstPart)
    return TargetSummary(
      anchor: anchor, caption: caption, label: phrases(.targetHeading, ["id": target.target.id.text]),
      title: ManuscriptRun.runs(target.title), link: link(to: target.target.id),
      status: manuscriptStatus(target.assessment.status, word: target.statusWord), value: plain(valueText(target)),
      answer: plain(target.answer), road: StandaloneDrawing(road, phrases).bytes,
      roadDescription: plain(road.description))
  }

  private func link(to target: Target.ID) -> ManuscriptLink { manuscriptLink("targets/\(target.text.slug)") }
}
