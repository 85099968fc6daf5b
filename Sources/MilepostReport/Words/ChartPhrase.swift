/// What charts say; the raw value is the English text.
enum ChartPhrase: String, SpokenPhrase {
  // Titles that say what was found
  case titleRose = "{subject} rose from {first} in {from} to {last} in {to}"
  case titleFell = "{subject} fell from {first} in {from} to {last} in {to}"
  case titleStayed = "{subject} stayed at {last} from {from} to {to}"
  case titleOne = "{subject}: {value} in {period}"
  case titleNothing = "{subject}: no data"
  case titleRange = "{subject}: from {low} ({lowest}) to {high} ({highest})"
  case titlePair = "{subject}: {one} {first}, {other} {second}"

  // Descriptions and readouts
  case ofSeries = "{series}: {text}"
  case onlyValue = "{value} in {period}."
  case noData = "No data: {reason}."
  case reading = "{place}: {value}"
  case readingNote = "{place}: {value} ({note})"
  case partlyImputed = "partly imputed"
  case labelMilestone = "milestone {value}"
  case endLabel = "{series} {value}"
  case startLabel = "{value}"
  case barLabel = "{value} {series}"
  case placeInPeriod = "{place}, {period}"
  case describeRows =
    "{count} row, from {high} ({highest}) to {low} ({lowest}).|{count} rows, from {high} ({highest}) to {low} ({lowest})."
  case rowsLeftOut =
    "{count} row between them is left out; all are in the table|{count} rows between them are left out; all are in the table"
  case columnsLeftOut =
    "The last {shown} of {count} columns; all are in the table|The last {shown} of {count} columns; all are in the table"
  case panelsLeftOut =
    "The first {shown} of {count}; all are in the table|The first {shown} of {count}; all are in the table"

  // What marks mean
  case keyReported = "Filled: reported, or at least half of it."
  case keyEstimated = "Hollow: estimated at source."
  case keyImputed = "Cross: imputed."
  case keyPartlyImputed = "Cross over a dot: partly imputed."
  case keyProvisional = "Dashed: provisional."
  case keyMilestone = "Short posts: milestones."
  case keyContext = "Grey: {series}."
  case keySign = "“{sign}”: {reason}."
  case keyShades = "The darker, the higher."
  case keySides = "Blue: above zero; orange: below; the darker, the further from it."

  // Controls
  case readChart = "Read the values of the chart"
  case readHint = "Point at the chart, or step through it with the arrow keys."
  case chooseSeries = "In colour (up to four)"
  case chooseFrom = "From"
  case chooseTo = "To"
  case copyLink = "Copy a link to this view"
  case linkCopied = "The link is copied"
}
