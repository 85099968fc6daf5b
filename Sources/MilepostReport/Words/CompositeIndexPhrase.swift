/// What pages of composite indices say of scores and ranks; the raw value is the English text.
enum CompositeIndexPhrase: String, SpokenPhrase {
  case indices = "Indices"
  case indicesLead = "Several indicators on one scale make one score for each area."
  case indicesCaption = "Composite indices and what they say"
  case oneIndex = "Index"
  case saying = "What it says"
  case indexLeads =
    "{area} leads in {period} with {score}; the middle of {count} area has {median}.|{area} leads in {period} with {score}; the middle of {count} areas has {median}."
  case indexLeadTogether =
    "{areas} share rank 1 in {period} with {score}; the middle of {count} area has {median}.|{areas} share rank 1 in {period} with {score}; the middle of {count} areas has {median}."
  case roseMost =
    "Since {since}, {area} rose furthest: by {count} rank, to rank {place}.|Since {since}, {area} rose furthest: by {count} ranks, to rank {place}."
  case noneMoved = "Since {since}, no area has another rank."
  case indexWithoutScores = "Defined, but not scored: this edition has no values of what it is made of."
  case ranking = "Ranking"
  case rankTitle = "{areas}: first in {share} of the random draws"
  case rankMeasure = "Rank in {period} and its range in nine of ten draws; the score at the end of the row"
  case rankKey = "Dot: the rank. Line: between these ranks the area lies in nine of ten random draws."
  case describeRanks = "{count} area by rank, from {first} to {last}.|{count} areas by rank, from {first} to {last}."
  case rankReading = "{area}: rank {place}, score {score}"
  case rankReadingRange = "{area}: rank {place}, {low} to {high} in nine of ten draws, score {score}"
  case scoresTitle = "{areas}: the highest score, {score}"
  case scoresMeasure = "Score in {period}"
  case shownFirst =
    "Drawn are the first {shown} of {count} area; the table has all.|Drawn are the first {shown} of {count} areas; the table has all."
  case rankingCaption = "{title}: scores and ranks in {period}"
  case score = "Score"
  case rankRange = "Range of ranks"
  case tier = "Tier"
  case rankChange = "Ranks since {period}"
  case ranksFromTo = "{low} to {high}"
  case ranksUp = "up {ranks}"
  case ranksDown = "down {ranks}"
  case ranksSame = "the same"
  case notRankedThen = "no rank then"
  case unscored = "no score"
  case rangeKey = "Range: between these ranks an area lies in nine of ten random draws."
  case indexProfile = "Profile"
  case profileTitle = "{area}: set apart most by {part}, {effect}"
  case profileMeasure = "Score of each part in {period}"
  case profileCaption = "{title}: scores of the parts in {period}"
  case profileKey =
    "Small beside each score: what the part adds to the distance from an area that has the median of every indicator, and with it a score of {score}."
  case profileKeyArea =
    "Small beside each score: what the part adds to the distance from {area}, which has a score of {score}."
  case areaInIndex = "In the index: {title}"
  case areaStands = "Rank {place} of {total} in {period}, with a score of {score}."
  case areaRange = "In nine of ten random draws it lies between {low} and {high}."
  case areaTier = "Tier: {tier}."
  case areaUnscored = "It has no score in {period}."
  case areaBars = "{area}: best placed in {best} ({first}), worst in {worst} ({last})"
  case areaBarsOne = "{area}: rank {place} in {part}"
  case middleOfAll = "Middle of all areas"
  case partsCaption = "{area}: parts of the index in {period}"
  case indexPart = "Part"
  case contribution = "Adds to the score"
  case effectMiddle = "Beside the middle"
  case effectArea = "Beside {area}"
  case imputedShare = "Carried or imputed"
  case partOfIndex = "part of it, {share} of the whole"
  case itsScores = "these are its scores"
  case scoresOfPart = "these are the scores of its part {part}"
}

extension Phrases {
  func callAsFunction(_ phrase: CompositeIndexPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  func callAsFunction(
    _ phrase: CompositeIndexPhrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text(phrase, count: count, values)
  }
}
