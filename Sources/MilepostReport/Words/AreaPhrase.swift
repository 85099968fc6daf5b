/// What is said of areas and groups beside each other: ranks, changes, comparisons; the raw value is the English text.
enum AreaPhrase: String, SpokenPhrase {
  // Tables that readers sort and search; a script fills #1 and #2
  case findInTable = "Find in the table"
  case rowsShown = "Rows: #1 of #2"

  // Answers
  case nowOnly = "{subject}: {value} in {period}."
  case nowRose = "{subject}: {value} in {period}, {change} more than in {since}."
  case nowFell = "{subject}: {value} in {period}, {change} less than in {since}."
  case nowStayed = "{subject}: {value} in {period}, the same as in {since}."

  // Ranks
  case rank = "Rank"
  case rankOf = "{place} of {total}"
  case rankShared = "shared by {sharing}"
  case rankHighest = "Rank 1 is the highest value."
  case rankLowest = "Rank 1 is the lowest value."
  case rankedPeriod = "Ranked are values for {period}."
  case rankedPeriods = "Ranked are values for periods from {first} to {last}."
  case unrankedDirection = "There are no ranks, because neither more nor less is better."
  case unrankedQuantities = "There are no ranks, because they would follow the size of the areas."
  case unrankedYesNo = "There are no ranks where the answer is yes or no."
  case unrankedFew = "There are no ranks, because fewer than two areas have a value that counts."
  case tooOldForRank = "too old for a rank"
  case otherPeriodForRank = "another kind of period"
  case noRank = "no rank"

  // Changes
  case changeFive = "Change in five years ({unit})"
  case changeTen = "Change in ten years ({unit})"
  case changeSince = "since {period}"
  case noChange = "no earlier value"

  // Areas and groups on pages of indicators
  case group = "Group"
  case indicator = "Indicator"
  case groupValuesCaption = "{title}: newest value of each group, {unit}"
  case dimensionHeading = "Breakdown: {dimension}"
  case dimensionCaption = "{title} by {dimension} in {period}, {unit}"
  case dimensionCourseCaption = "{title} by {dimension} over time, {unit}"
}
