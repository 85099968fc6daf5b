import MilepostLanguage
import MilepostModel

extension SiteContext {
  /// Every file of the edition, how to use it, and what it rests on.
  func dataPage(_ page: Page) -> PageText {
    page.html(title: phrases(.data)) { html in
      html.element("h1", text: phrases(.dataHeadline, ["title": title]))
      html.element("p", ["class": "text"], text: phrases(.dataText))
      if let licence = release.settings.licence {
        html.element("p", ["class": "text"], text: phrases(.terms, ["licence": phrases.written(name: licence)]))
      }
      indicatorFiles(page, &html)
      targetFiles(page, &html)
      otherFiles(page, &html)
      wholeFiles(page, &html)
      loading(page, &html)
      columns(page, &html)
      vintages(page, &html)
      sourcesTable(page, &html)
    }
  }

  private func indicatorFiles(_ page: Page, _ html: inout HTMLWriter) {
    guard !release.plan.indicators.isEmpty else { return }
    html.heading(2, phrases(.indicators))
    let head = [phrases(.indicators), phrases(.valueCount)] + DataFile.Format.allCases.map(\.name)
    page.table(phrases(.indicatorFilesCaption), head: head, numeric: [1, 2, 3, 4], into: &html) { html in
      for indicator in release.plan.indicators {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            html.element("a", ["href": page.link("indicators/\(indicator.id.text.slug)")]) { html in
              page.write(indicator.title, into: &html)
            }
          }
          let values = release.series.range(of: indicator.id).reduce(0) { $0 + release.series.estimates(at: $1).count }
          html.element("td", ["class": "n"], text: phrases.numbers.text(Double(values), decimals: 0))
          links(to: release.dataFiles(of: indicator.id), page, &html)
        }
      }
    }
    let most = phrases.numbers.text(Double(Release.mostValuesOfCopies), decimals: 0)
    html.element("p", ["class": "key"], text: phrases(.tooLarge, ["count": most]))
  }

  private func targetFiles(_ page: Page, _ html: inout HTMLWriter) {
    guard !assessed.isEmpty else { return }
    html.heading(2, phrases(.targets))
    let head = [phrases(.targets)] + DataFile.Format.allCases.map(\.name)
    page.table(phrases(.targetFilesCaption), head: head, numeric: [1, 2, 3], into: &html) { html in
      for target in assessed {
        let id = target.target.id
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { html in
            html.element("a", ["href": page.link("targets/\(id.text.slug)")]) { html in
              html.text(id.text + " ")
              page.write(target.target.title, into: &html)
            }
          }
          links(to: release.dataFiles(of: id), page, &html)
        }
      }
    }
  }

  /// A cell for each format, with the link and the size of the file.
  func links(to files: [DataFile], _ page: Page, _ html: inout HTMLWriter) {
    for format in DataFile.Format.allCases {
      guard let file = files.first(where: { $0.format == format }) else {
        html.element("td", ["class": "n"], text: "–")
        continue
      }
      html.element("td", ["class": "n"]) { html in
        html.element("a", ["href": page.data(file.path), "download": ""], text: size(of: file) ?? format.name)
      }
    }
  }

  func size(of file: DataFile) -> String? {
    release.dataCatalogue?.sizes[file.path].map(sizeText)
  }

  func sizeText(ofBytes count: Int) -> String {
    let bytes = Double(count)
    // Sizes are counted up, so that no file seems empty.
    if bytes > 999_000 {
      return phrases(.megabytes, ["size": phrases.numbers.text((bytes / 100_000).rounded(.up) / 10, decimals: 1)])
    }
    return phrases(.kilobytes, ["size": phrases.numbers.text((bytes / 1000).rounded(.up), decimals: 0)])
  }

  private func wholeFiles(_ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.filesHeading))
    var documents = [
      (DataFile(.targets, .json), phrases(.downloadTargets)),
      (DataFile(.assessments, .json), phrases(.downloadAssessments)),
      (DataFile(.release, .json), phrases(.downloadRelease)),
    ]
    if release.changes != nil { documents.append((DataFile(.changes, .json), phrases(.changesAsData))) }
    page.table(phrases(.filesCaption), head: [phrases(.file), DataFile.Format.json.name], numeric: [1], into: &html) {
      html in
      for (file, title) in documents {
        html.element("tr") { html in
          html.element("th", ["scope": "row"], text: title)
          html.element("td", ["class": "n"]) { html in
            html.element(
              "a", ["href": page.data(file.path), "download": ""], text: size(of: file) ?? file.format.name)
          }
        }
      }
    }
    guard let hash = release.dataCatalogue?.contentHash else { return }
    html.element("dl", ["class": "facts"]) { html in
      html.term(phrases(.contentHash)) { html in
        html.element("code", ["class": "hash", "dir": "ltr"], text: "sha256:\(hash)")
        html.element("p", ["class": "key"], text: phrases(.contentHashText))
      }
    }
  }

  /// The same table in Excel, R and Python.
  private func loading(_ page: Page, _ html: inout HTMLWriter) {
    guard let indicator = release.plan.indicators.first(where: { release.dataFiles(of: $0.id).count > 1 }) else {
      return
    }
    let path = "data/" + DataFile(.indicator(indicator.id), .csv).path
    let address = release.permanentAddress(of: path) ?? path
    html.heading(2, phrases(.loadHeading))
    html.element("p", ["class": "text"], text: phrases(.loadWorkbook))
    html.element("p", ["class": "text"], text: phrases(.loadPrograms))
    for lines in [
      "# R\nvalues <- read.csv(\"\(address)\")", "# Python\nimport pandas\nvalues = pandas.read_csv(\"\(address)\")",
    ] {
      html.element("pre", ["dir": "ltr"]) { $0.element("code", text: lines) }
    }
  }

  private func columns(_ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.columnsHeading))
    let meanings: [(String, DataPhrase)] = [
      ("REF_AREA", .columnArea), ("TIME_PERIOD", .columnPeriod), ("OBS_VALUE", .columnValue),
      ("OBS_STATUS", .columnStatus), ("CONF_STATUS", .columnConfidentiality), ("COVERAGE_…", .columnCoverage),
      ("VINTAGE", .columnVintage), ("SOURCE", .columnSource), ("MISSING", .columnMissing), ("NOTE", .columnNote),
      ("PART", .columnPart), ("SERIES", .columnSeries), ("LOW_…, HIGH_…", .columnBounds),
    ]
    let ofIndices: [(String, IndexMethodPhrase)] = [
      ("INDEX_PART, PART_OF", .columnIndexPart), ("SCORE, RANK, TIER", .columnScore),
      ("RANK_P…, SHARE_FIRST", .columnRankRange),
      ("CONTRIBUTION, EFFECT", .columnContribution), ("VALUE, TREATED, ORIGIN", .columnOrigin),
    ]
    let rows =
      meanings.map { ($0, phrases($1)) } + (release.indices.isEmpty ? [] : ofIndices.map { ($0, phrases($1)) })
    page.table(phrases(.columnsCaption), head: [phrases(.column), phrases(.meaning)], into: &html) { html in
      for (column, meaning) in rows {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { $0.element("code", ["dir": "ltr"], text: column) }
          html.element("td", text: meaning)
        }
      }
    }
  }

  private func vintages(_ page: Page, _ html: inout HTMLWriter) {
    let dataflows = release.dataflows.filter { !$0.vintages.isEmpty }
    guard !dataflows.isEmpty else { return }
    html.heading(2, phrases(.vintagesHeading))
    let head: [DataPhrase] = [.tableOfData, .source, .published, .received, .vintageKind]
    page.table(phrases(.vintagesCaption), head: head.map { phrases($0) }, numeric: [2, 3], into: &html) { html in
      for dataflow in dataflows {
        for vintage in dataflow.vintages {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { page.write(dataflow.title, into: &$0) }
            html.element("td", text: release.title(of: dataflow.source, phrases))
            for date in [vintage.published, vintage.received] {
              html.element("td", ["class": "n"]) { $0.element("bdi", text: date.description) }
            }
            html.element("td", text: phrases(vintage.kind == .snapshot ? .wholeTable : .update))
          }
        }
      }
    }
  }

  private func sourcesTable(_ page: Page, _ html: inout HTMLWriter) {
    html.heading(2, phrases(.sourcesHeading))
    let head = [phrases(.sourcesHeading), phrases(.publisher), phrases(.licence)]
    page.table(phrases(.sourcesCaption), head: head, into: &html) { html in
      for source in release.sources {
        html.element("tr") { html in
          html.element("th", ["scope": "row"]) { page.write(source.title, into: &$0) }
          html.element("td", text: source.publisher.map { phrases.written(name: $0) } ?? "–")
          html.element("td", text: phrases.written(name: source.licence))
        }
      }
    }
  }
}

extension DataFile.Format {
  var name: String { rawValue.uppercased() }
}
