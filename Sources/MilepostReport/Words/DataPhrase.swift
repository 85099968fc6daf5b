/// What is said of files, of data and of how to cite them; the raw value is the English text.
enum DataPhrase: String, SpokenPhrase {
  // Downloads
  case downloadTable = "Values (CSV)"
  case downloadWorkbook = "Workbook with notes (XLSX)"
  case downloadDocument = "Values and definition (JSON)"
  case downloadDrawing = "Drawing (SVG)"
  case terms = "Terms of use: {licence}."

  // Citation
  case citeLead = "Cite as:"
  case citeTarget = "{title}, target {id}, {edition}, as of {date}."
  case citePart = "{title}, {part}, {edition}, as of {date}."
  case permanentLink = "Permanent link:"
  case permanentPage = "this page in its edition"
  case copyCitation = "Copy the citation"
  case citationCopied = "Copied"

  // The page of all data
  case filesHeading = "Files of the whole edition"
  case filesCaption = "Documents about all targets and indicators"
  case targetFilesCaption = "Files by target: the values, the projection and what earlier vintages said"
  case indicatorFilesCaption = "Files by indicator: every area, group, breakdown and period"
  case valueCount = "Values"
  case kilobytes = "{size} kB"
  case megabytes = "{size} MB"
  case tooLarge = "Tables with more than {count} values are CSV only."
  case contentHash = "Content hash"
  case contentHashText =
    "Over all data files of this edition but release.json; two copies with the same hash hold the same figures."

  // How to use the tables
  case loadHeading = "How to load a table"
  case loadWorkbook =
    "Excel and LibreOffice open the XLSX files as they are: figures are numbers, codes and periods are text, and a second sheet says what the table is, where it comes from and how to cite it."
  case loadPrograms = "R and Python read the CSV files:"
  case columnsHeading = "What the columns mean"
  case columnsCaption = "Columns of the tables"
  case column = "Column"
  case columnArea =
    "Code of the area or group. Any other column that is not listed here is a breakdown, such as SEX; _T is its total."
  case columnPeriod = "Year, quarter, month or another period"
  case columnValue = "The figure at full precision, in the unit of the indicator; empty where there is none"
  case columnStatus = "Status of the observation: SDMX code list CL_OBS_STATUS"
  case columnConfidentiality = "F: free; C: confidential, the figure is not given. SDMX code list CL_CONF_STATUS"
  case columnCoverage =
    "Of computed figures: shares of the weight, 0 to 1, that were reported, estimated by the source, imputed, or are missing"
  case columnVintage = "The day on which the source published the value"
  case columnSource = "The source, by its name in the files"
  case columnMissing = "Why there is no figure"
  case columnNote = "below-unit: there is something, but less than half a unit"
  case columnSeries =
    "In files of targets what a row is: observed, judged, baseline, milestone, target, projection, required or earlier-vintage"
  case columnBounds = "In files of targets: ends of the intervals of the projection, 50 and 80 percent"
  case columnPart = "In files of targets: the part of a target that has several"

  // Vintages
  case vintagesHeading = "Vintages"
  case vintagesCaption = "What the sources said, and when it was received"
  case tableOfData = "Table of data"
  case source = "Source"
  case published = "Published"
  case received = "Received"
  case vintageKind = "Extent"
  case wholeTable = "Whole table"
  case update = "Update"
}
