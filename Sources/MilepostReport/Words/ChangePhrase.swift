import MilepostModel

/// What is said of changes between editions; the raw value is the English text.
package enum ChangePhrase: String, SpokenPhrase {
  case summaryStatus =
    "{count} of {total} targets has another status than in edition {id}.|{count} of {total} targets have another status than in edition {id}."
  case summaryNoStatus = "No target has another status than in edition {id}."
  case summaryNothing = "Nothing has changed since edition {id}."
  case changesLead =
    "Edition {after}, as of {afterDate}, beside edition {before}, as of {beforeDate}."
  case changesRule =
    "Each change has one leading cause: the first of framework, method, data and passing of time that reaches the figure."
  case causesCounted = "Causes of the new statuses: {causes}."
  case causeCount = "{word} ({count})"
  case nothingChangedIn = "Unchanged: {parts}."
  case sinceEdition = "What changed since edition {id}"
  case sinceNothing = "Nothing about this target has changed since edition {id}."
  case allChanges = "All changes since edition {id}"
  case inEdition = "In {id}"
  case changesAsData = "All changes with their causes (JSON)"

  // Tables
  case changeCause = "Cause"
  case changeFigure = "Figure"
  case changeDue = "Due"
  case changeSetStatus = "Status set by a person"
  case changeNone = "none"
  case figureOfPart = "{part}: {figure}"
  case statusCountsCaption = "Number of targets by status in both editions, of those that both have"
  case changedStatusHeading = "Targets with another status"
  case changedStatusCaption = "Status in both editions and the cause of the change"
  case changedFiguresHeading = "Figures of targets"
  case changedFiguresCaption = "Figures that print differently in the two editions"
  case changedOutcomesHeading = "Outcomes that go another way"
  case changedOutcomesCaption = "Direction in both editions and the cause of the change"
  case changeSeries = "Series"
  case revisedValuesCaption =
    "Values that were published for a period and print differently now: the newest of each series"
  case newValuesCaption = "Values for periods that had none: the newest of each series"
  case morePeriodsChanged = "and {count} more period|and {count} more periods"
  case changeSource = "Source and vintage"
  case changeVintages = "{source}, vintages of {from} and {to}"
  case changeVintage = "{source}, vintage of {to}"
  case changeComputed = "computed"
  case changesLeftOut = "{count} more is in the complete list.|{count} more are in the complete list."
  case changedValues = "Published values of series"
  case changedAreasHeading = "Values of single areas"
  case changedAreasCaption = "How many values of single areas changed, by indicator"
  case countRevised = "Revised"
  case countAdded = "New"
  case countWithdrawn = "Withdrawn"
  case countAreas = "Areas"
  case changePlace = "Where"
  case changedTextsCaption = "Texts in both editions"
  case textsInOtherLanguages =
    "{count} text changed in other languages only.|{count} texts changed in other languages only."
  case byCauseHeading = "All changes by cause"
  case byCauseCaption =
    "Number of changes by what changed and by cause, also of those too small to show; values of single areas are not among them"

  // Causes
  case causeFramework = "Framework"
  case causeMethod = "Method"
  case causeRevision = "Revised history"
  case causeNewData = "New data"
  case causeTime = "Passing of time"
  case causeText = "Texts"
  case elementAdded = "New in the framework: {element}."
  case elementRemoved = "No longer in the framework: {element}."
  case elementAmended = "Amended: {element} ({fields})."
  case elementDecided = "Decision of {date}: {decision}"
  case methodOfPlan = "The targets are judged by another method: {before} until now, {after} from this edition on."
  case methodOfTarget =
    "Target {id} is judged by another method: {before} until now, {after} from this edition on."
  case valueRevised =
    "{subject}: for {period} the source said {before} and says {after} now ({source}, vintages of {from} and {to})."
  case valueWithdrawn =
    "{subject}: for {period} the source said {before} ({source}, vintage of {from}) and gives no value any more."
  case valueArrived = "{subject}: {after} for {period} is new ({source}, vintage of {to})."
  case seriesAlike = "{count} more series changed in the same way.|{count} more series changed in the same way."
  case valueTooOld =
    "No newer value came: the newest is for {period}, longer ago than the {count} year allowed.|No newer value came: the newest is for {period}, longer ago than the {count} years allowed."
  case targetDuePassed = "The target’s date, {due}, has passed."
  case setStatusExpired = "The status set by a person expired on {date}."
  case onlyDateChanged = "Only the date of the edition is another."
  case wordsChanged = "The wording changed."

  // Statements
  case statusChanged = "Status: from “{before}” to “{after}”."
  case statusStays = "Status: still “{status}”."
  case newestMoved = "The newest value was {before} ({from}) and is {after} ({to}) now."
  case newestCame = "There was no value, and it is {after} ({to}) now."
  case newestGone = "The newest value was {before} ({from}), and none counts now."

  // What can be amended
  case fieldGoal = "goal"
  case fieldKind = "kind"
  case fieldValue = "value to be reached"
  case fieldMeasure = "measure"
  case fieldDue = "date"
  case fieldBaseline = "baseline"
  case fieldMilestones = "milestones"
  case fieldSustain = "whether it must stay met"
  case fieldParts = "parts"
  case fieldOverride = "status set by a person"
  case fieldUnit = "unit"
  case fieldFormula = "formula"
  case fieldAggregation = "aggregation of areas"
  case fieldLimits = "natural limits"
  case fieldNature = "stock or flow"
  case fieldSources = "sources"
  case fieldDimensions = "breakdowns"
  case fieldMaximumAge = "maximum age of values"
  case fieldDirection = "direction"
  case fieldGoals = "goals"
  case fieldObjective = "objective"
  case fieldOutcomes = "outcomes"
  case fieldMeasures = "measures"
  case fieldLinks = "links to other frameworks"
  case fieldOwner = "owner"
  case fieldMembers = "members"
}

extension PlanField {
  var phrase: ChangePhrase {
    switch self {
    case .goal: .fieldGoal
    case .kind: .fieldKind
    case .value: .fieldValue
    case .measure: .fieldMeasure
    case .due: .fieldDue
    case .baseline: .fieldBaseline
    case .milestones: .fieldMilestones
    case .sustain: .fieldSustain
    case .parts: .fieldParts
    case .override: .fieldOverride
    case .unit: .fieldUnit
    case .formula: .fieldFormula
    case .aggregation: .fieldAggregation
    case .limits: .fieldLimits
    case .nature: .fieldNature
    case .sources: .fieldSources
    case .dimensions: .fieldDimensions
    case .maximumAge: .fieldMaximumAge
    case .direction: .fieldDirection
    case .goals: .fieldGoals
    case .objective: .fieldObjective
    case .outcomes: .fieldOutcomes
    case .measures: .fieldMeasures
    case .links: .fieldLinks
    case .owner: .fieldOwner
    case .members: .fieldMembers
    }
  }
}

extension ChangeCause.Kind {
  var phrase: ChangePhrase {
    switch self {
    case .framework: .causeFramework
    case .method: .causeMethod
    case .revision: .causeRevision
    case .newData: .causeNewData
    case .time: .causeTime
    case .text: .causeText
    }
  }
}
