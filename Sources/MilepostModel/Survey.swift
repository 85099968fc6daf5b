/// A questionnaire that is put to people or offices, once or in waves.
package struct Survey: Hashable, Sendable {
  package typealias ID = Identifier<Survey>

  /// How those who answer came to be asked.
  package enum Sampling: String, Sendable, Hashable, CaseIterable {
    /// Drawn by chance from the population.
    case random
    /// Whoever liked to answer.
    case voluntary
    /// Everybody was asked.
    case census
  }

  /// What is too small to be shown.
  package struct Suppression: Hashable, Sendable {
    /// Groups with fewer answers have no distribution.
    package let minimumBase: Int
    /// Cells with fewer answers, but for none, are hidden.
    package let minimumCount: Int

    package init(minimumBase: Int, minimumCount: Int) {
      self.minimumBase = minimumBase
      self.minimumCount = minimumCount
    }

    package static let none = Suppression(minimumBase: 1, minimumCount: 1)
  }

  /// A column by which answers are broken down.
  package struct Breakdown: Hashable, Sendable {
    package enum Codes: Hashable, Sendable {
      case codelist(Codelist.ID)
      /// Codes of areas.
      case areas
    }

    /// Name of the column, `[a-z][a-z0-9-]*`.
    package let id: String
    package let codes: Codes

    package init(id: String, codes: Codes) {
      self.id = id
      self.codes = codes
    }
  }

  /// Columns of a file of answers that are no questions.
  package struct Columns: Hashable, Sendable {
    /// Names a respondent.
    package let respondent: String?
    package let weight: String?
    /// Names the part of the population that a respondent stands for.
    package let stratum: String?

    package init(respondent: String?, weight: String?, stratum: String?) {
      self.respondent = respondent
      self.weight = weight
      self.stratum = stratum
    }
  }

  package let id: ID
  package let title: LocalizedText
  package let text: LocalizedText?
  /// What one respondent is called.
  package let respondent: LocalizedText?
  package let source: DataSource.ID
  package let owner: String?
  package let suppression: Suppression
  package let columns: Columns
  package let breakdowns: [Breakdown]
  package let questions: [SurveyQuestion]
  /// In the order of their periods.
  package let waves: [SurveyWave]
  package let measures: [SurveyMeasure]
  /// The YAML file, relative to the workspace.
  package let file: String

  package init(
    id: ID, title: LocalizedText, text: LocalizedText?, respondent: LocalizedText?, source: DataSource.ID,
    owner: String?, suppression: Suppression, columns: Columns, breakdowns: [Breakdown],
    questions: [SurveyQuestion], waves: [SurveyWave], measures: [SurveyMeasure], file: String
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.respondent = respondent
    self.source = source
    self.owner = owner
    self.suppression = suppression
    self.columns = columns
    self.breakdowns = breakdowns
    self.questions = questions
    self.waves = waves
    self.measures = measures
    self.file = file
  }
}

/// One time that a survey was held.
package struct SurveyWave: Hashable, Sendable {
  /// What is known of it.
  package enum Form: Hashable, Sendable {
    /// The answers of each respondent.
    case answers
    /// Shares or counts as a report prints them, and how many answered, where it says so: their number, or their share of those who
    /// could, 0 to 1.
    case results(respondents: Int?, responseRate: Double?)
  }

  /// A part of the population, of which the size is known.
  package struct Stratum: Hashable, Sendable {
    package let id: String
    package let population: Int

    package init(id: String, population: Int) {
      self.id = id
      self.population = population
    }
  }

  package let id: String
  package let title: LocalizedText?
  package let period: TimePeriod
  package let sampling: Survey.Sampling
  /// Those whom the survey speaks for.
  package let population: Int?
  /// Those who got the questionnaire.
  package let invited: Int?
  package let strata: [Stratum]
  package let form: Form
  package let vintages: [Vintage]
  package let position: SourcePosition

  package init(
    id: String, title: LocalizedText?, period: TimePeriod, sampling: Survey.Sampling, population: Int?,
    invited: Int?, strata: [Stratum], form: Form, vintages: [Vintage], position: SourcePosition
  ) {
    self.id = id
    self.title = title
    self.period = period
    self.sampling = sampling
    self.population = population
    self.invited = invited
    self.strata = strata
    self.form = form
    self.vintages = vintages
    self.position = position
  }

  /// How many could have answered.
  package var asked: Int? { invited ?? population }
}

/// An indicator that is computed from the answers to a survey.
package struct SurveyMeasure: Hashable, Sendable {
  package enum Base: Hashable, Sendable {
    /// All who answered the question but those who do not know.
    case opinions
    /// All who answered the question.
    case answers
  }

  package enum Value: Hashable, Sendable {
    /// Percent who gave one of the answers.
    case share(question: Int, answers: [String], of: Base)
    case mean(question: Int)
    /// Percentage points by which those who agree outweigh those who disagree.
    case net(question: Int)
    case responseRate
  }

  /// Which series there are.
  package enum Place: Hashable, Sendable {
    /// One, of an area or group.
    case area(Area.ID)
    /// One for each area that the answers name.
    case areas(breakdown: Int)
    /// One of an area or group, and one more for each code of a dimension.
    case dimension(Area.ID, id: String, breakdown: Int)
  }

  package let indicator: Indicator.ID
  package let value: Value
  package let place: Place
  /// Of the formula that says the value.
  package let position: SourcePosition

  package init(indicator: Indicator.ID, value: Value, place: Place, position: SourcePosition) {
    self.indicator = indicator
    self.value = value
    self.place = place
    self.position = position
  }
}
