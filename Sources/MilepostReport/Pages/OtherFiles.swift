import MilepostModel

extension SiteContext {
  /// A part of the edition that is no indicator and no target, with its page and its files.
  private struct FiledPart {
    let title: LocalizedText
    let place: String
    let files: [DataFile]
  }

  /// The files of registers, maps, indices and surveys.
  func otherFiles(_ page: Page, _ html: inout HTMLWriter) {
    let registers = release.registers.map(\.register)
    fileTable(
      phrases(.registers), phrases(.registerFilesCaption), phrases(.oneRegister),
      registers.map { register in
        FiledPart(
          title: register.title, place: "registers/\(register.id.text.slug)", files: release.dataFiles(of: register.id))
      }, page, &html)
    fileTable(
      phrases(.mapHeading), phrases(.mapFilesCaption), phrases(.oneMap),
      release.maps.map(\.map).map { FiledPart(title: $0.title, place: $0.place, files: [DataFile(.map($0.id), .csv)]) },
      page, &html)
    fileTable(
      phrases(.indices), phrases(.indexFilesCaption), phrases(.indices),
      release.indices.map(\.definition).map {
        FiledPart(title: $0.title, place: place(of: $0), files: release.dataFiles(of: $0.id))
      }, page, &html)
    fileTable(
      phrases(.surveys), phrases(.surveyFilesCaption), phrases(.oneSurvey),
      release.surveys.map(\.survey).map {
        FiledPart(title: $0.title, place: $0.place, files: release.dataFiles(of: $0.id))
      }, page, &html)
  }

  private func fileTable(
    _ heading: String, _ caption: String, _ name: String, _ parts: [FiledPart], _ page: Page, _ html: inout HTMLWriter
  ) {
    let filed = parts.filter { !$0.files.isEmpty }
    guard !filed.isEmpty else { return }
    html.heading(2, heading)
    let head = [name] + DataFile.Format.allCases.map(\.name)
    page.table(caption, head: head, numeric: [1, 2, 3], into: &html) { html in
      for part in filed {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            html.element("a", ["href": page.link(part.place)]) { page.write(part.title, into: &$0) }
          }
          links(to: part.files, page, &html)
        }
      }
    }
  }
}
