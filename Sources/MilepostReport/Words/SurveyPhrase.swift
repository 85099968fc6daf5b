/// What the pages of surveys say; the raw value is the English text.
enum SurveyPhrase: String, SpokenPhrase {
  // The list, and what was found
  case surveys = "Surveys"
  case surveysLead = "What was asked, of whom, and what was answered, with what chance alone could make of it."
  case surveysCaption = "Surveys with what their newest wave found"
  case oneSurvey = "Survey"
  case newestWave = "Newest wave"
  case numberAnswered = "Answered"
  case answeredOf = "{answered} of {asked} answered ({rate})."
  case answeredAll = "{answered} answered."
  case answeredShare = "{rate} answered."
  case answeredUnknown = "How many answered is not stated."
  case questionFound = "“{question}” {finding}"
  case quoted = "“{text}”"
  case either = "{one} or {other}"
  case foundShare = "{share} answered {answer}."
  case foundMost = "Named most often: {answer} ({share})."
  case foundScale = "{mean} on average, on a scale from {from} to {to}."
  case foundNumbers = "Half answered {median} or less; the mean is {mean}."
  case foundTexts = "{count} wrote something.|{count} wrote something."
  case foundHidden = "Too few answered for the answers to be shown."
  case foundNothing = "No figure is stated."
  case foundItems = "{answer}: most for “{high}” ({most}), fewest for “{low}” ({least})."

  // Who was asked
  case whoHeading = "Who was asked and who answered"
  case whoCaption = "Whom each wave speaks for, who was asked and who answered"
  case oneWave = "Wave"
  case timeOfWave = "Period"
  case spokenFor = "Population"
  case wereAsked = "Asked"
  case responseRate = "Response rate"
  case chosenHow = "How they were chosen"
  case chosenRandom = "drawn by chance"
  case chosenVoluntary = "whoever cared to answer"
  case chosenCensus = "everybody was asked"
  case weighting = "Weights"
  case unweighted = "none"
  case weighted = "yes; design effect {effect}"
  case intervalRandom =
    "People were drawn by chance. In 95 of 100 such draws an interval like those shown here would hold the share of the whole population. It tells of chance only, and not of questions that were misunderstood or of people who could not be reached."
  case intervalVoluntary =
    "Whoever cared to answer did. The intervals of 95 % tell of chance only and say nothing of those who did not answer: they do not hold for the whole population. The bounds do: between them lies the share of all, whatever the others think."
  case intervalCensus =
    "Everybody was asked, so that chance has no part in it and there are no intervals. Where not all answered, the bounds say what the others could change."
  case intervalNone = "Where a report prints shares without saying how many answered, there are no intervals."
  case weightingMeans =
    "Answers are weighted. The design effect says how many times the variance is that of as many answers without weights."

  // One question
  case questions = "Questions"
  case askedInWaves = "Asked in {waves}."
  case askedOf = "Asked of those who answered {answer} to {question}."
  case baseIs = "n = {count}"
  case baseWeighted = "n = {count}, with weights {weighted}"
  case ofOpinions = "Share of those with an opinion"
  case ofAnswers = "Share of those who answered"
  case ofAnswersMany = "Share of those who answered; more than one answer was possible"
  case measuredIn = "{measure}, {wave}"
  case textsKept = "Texts are counted and not published."
  case answersCaption = "Answers to “{question}”, {wave}"
  case answersIn = "Answers in {wave}"
  case givenAnswer = "Answer"
  case numberOfAnswers = "Number"
  case shareOfOpinions = "Of those with an opinion"
  case shareOfAnswers = "Of all who answered"
  case intervalHead = "Interval (95 %)"
  case boundsHead = "Bounds"
  case noAnswerGiven = "No answer"
  case inNoBase = "in no base"
  case apartMeans = "Beside the scale and no part of it: {answers}."
  case isHidden = "hidden"
  case notPrinted = "not printed"
  case hiddenKey =
    "Hidden: answers that fewer than {count} gave, groups with fewer than {base} answers, and what these could be computed from."
  case meanOf = "Mean"
  case medianOf = "Median"
  case quartilesOf = "Quartiles"
  case deviationOf = "Standard deviation"
  case netAgreement = "Net agreement"
  case netMeans = "share that agrees less share that disagrees"
  case withInterval = "{value} ({low} to {high})"
  case numbersCaptionOf = "Numbers answered to “{question}”, {unit}"

  // Waves and groups
  case changeHeading = "Change from {from} to {to}"
  case changeCaption = "“{question}”: change from {from} to {to}, in percentage points"
  case changeOfShare = "Change"
  case isChance = "More than chance?"
  case beyondChance = "more than chance"
  case withinChance = "may be chance"
  case chanceUnknown = "not known"
  case changeRule =
    "A change is more than chance where its interval of 95 % does not hold zero. The waves count as two independent samples."
  case agreeing = "Agreement"
  case notCompared = "Earlier waves asked it on another scale: they are not compared."
  case onlyOnce = "No other wave asked it: there is nothing to compare."
  case groupsCaptionOf = "{field}: “{question}”, {wave}; {measure}"
  case everyone = "All"
  case groupsFound = "{answer}: from {low} ({lowest}) to {high} ({highest})"
  case groupsOnPage = "By group"
  case groupHidden = "hidden: too few answers, or others could be computed"
  case indicatorsMade = "Indicators made of it"
  case madeOfSurvey = "Made of the survey"
  case surveyFilesCaption = "Files by survey: every published share, mean and interval"
  case keyInterval = "Line: interval of 95 %."
  case readingInterval = "{place}: {value} ({low} to {high})"
}

extension Phrases {
  func callAsFunction(_ phrase: SurveyPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    text(phrase, values)
  }

  func callAsFunction(
    _ phrase: SurveyPhrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    text(phrase, count: count, values)
  }
}
