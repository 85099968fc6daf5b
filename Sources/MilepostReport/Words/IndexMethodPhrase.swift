/// What pages of composite indices say of how scores are made, and how safe the ranks are; the raw value is the English text.
enum IndexMethodPhrase: String, SpokenPhrase {
  case safety = "How safe the ranks are"
  case shiftTitle = "{choice} matters most: {shift} ranks on average"
  case shiftMeasure = "By how many ranks areas move on average when this choice alone is varied"
  case choice = "Choice"
  case meanShift = "Mean shift of ranks"
  case weights = "Weighting"
  case normalisation = "Normalisation"
  case aggregation = "Aggregation"
  case allChoices = "All at once"
  case draws = "Random draws"
  case seed = "Seed"
  case topStays = "The first stays first"
  case shareOfDraws = "in {share} of the draws"
  case variedChoices = "What is varied"
  case variedWeights = "each weight by up to {percent} more or less"
  case safeRanks =
    "A rank is safe where the area stays within two ranks of it in nine of ten draws: {safe} of {count} area.|A rank is safe where the area stays within two ranks of it in nine of ten draws: {safe} of {count} areas."
  case unsafeCaption = "Ranks that are not safe, the widest range first"
  case widestListed = "Listed are the {shown} widest of {count}; the ranking has the range of every area."
  case notVaried = "Its choices are not varied, so that nothing is said of how safe the ranks are."
  case making = "How it is made"
  case weightsHeading = "Parts and weights"
  case weightsLead = "Shares of the whole when nothing is missing."
  case stepsHeading = "Step by step"
  case stepValues = "Values: those of the period itself."
  case stepCarried =
    "Values: those of the period; where there is none, the newest of {count} year before.|Values: those of the period; where there is none, the newest of {count} years before."
  case gapsStay = "Missing values: they stay missing, and the other parts weigh more."
  case gapsMean = "Missing values: the mean of the areas that have one."
  case gapsMedian = "Missing values: the median of the areas that have one."
  case gapsWithin = "Each is filled from its own group: {groups}."
  case leastShare = "A score needs at least {share} of the parts."
  case levelsUp = "from the indicators up: {levels}"
  case outliersKept = "Values far out: they stay as they are."
  case outliersMoved =
    "Values far out: while the skewness is at least {skewness} and the excess kurtosis at least {kurtosis}, the farthest moves to the next, at most {count} value.|Values far out: while the skewness is at least {skewness} and the excess kurtosis at least {kurtosis}, the farthest moves to the next, at most {count} values."
  case outliersLogarithm = "What is skewed still is taken in logarithms."
  case stepNormalisation = "Normalisation: {method}."
  case fromWorstToBest = "from the worst area to the best, onto {lower} to {upper}"
  case inDeviations = "distance from the mean in standard deviations, then with mean {mean} and deviation {deviation}"
  case betweenPosts = "from {worst} to {best}, onto {lower} to {upper}"
  case toTheTarget = "from the worst area to the target {target}, onto {lower} to {upper}"
  case byRanks = "share of the other areas that are worse, onto {lower} to {upper}"
  case uncapped = "values beyond it count on"
  case arithmeticMean = "arithmetic mean"
  case geometricMean = "geometric mean"
  case harmonicMean = "harmonic mean"
  case stepAggregation = "Aggregation: {mean}, with these weights."
  case stepTiers = "Tiers: {tiers}."
  case tierFrom = "{tier} from {score}"
  case tierRest = "{tier} below"
  case valuesOfParts = "{title}: where the values of {period} come from, by number of areas"
  case ofThePeriod = "Of the period"
  case carriedOn = "Carried forward"
  case imputedValues = "Imputed"
  case missingValues = "Missing"
  case farOut = "Values far out"
  case asTheyAre = "as they are"
  case asLogarithms = "in logarithms"
  case movedIn = "moved in: {areas}"
  case indexFilesCaption = "Files by index: scores, ranks, ranges and values of every part, area and period"
  case columnIndexPart = "A part of an index or the whole of it, and what it is a part of"
  case columnScore = "In files of indices: the score of the part, its rank (1 is the best), and the tier of the whole"
  case columnRankRange =
    "Percentiles of the rank over the random draws, and the share of draws in which the area is first"
  case columnContribution = "What the part adds to the score of the whole, and to its distance from the reference"
  case columnOrigin =
    "The value of an indicator, what winsorising made of it, and whether it was observed, carried forward or imputed"
  case correlationCaption = "How far each part goes with the whole in {period}"
  case correlation = "Correlation"
  case correlationKey =
    "1 is in step, 0 is without relation. A part that hardly goes with the whole has less say than its weight."
  case shareOfWhole = "Share of the whole"
}

extension Phrases {
  func callAsFunction(_ phrase: IndexMethodPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  func callAsFunction(
    _ phrase: IndexMethodPhrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text(phrase, count: count, values)
  }
}
