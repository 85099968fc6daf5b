/// A publication as of a date.
package struct Edition: Hashable, Sendable {
  package typealias ID = Identifier<Edition>

  package let id: ID
  package let title: LocalizedText?
  /// Only what was received up to this day is used.
  package let date: CalendarDate
  package let reportingPeriod: TimePeriod?
  /// How targets are judged from this edition on; nil: as in the edition before.
  package let method: MethodChoice?
  /// nil: a document of its own.
  package let succession: Succession?

  package init(
    id: ID, title: LocalizedText?, date: CalendarDate, reportingPeriod: TimePeriod?, method: MethodChoice? = nil,
    succession: Succession? = nil
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.reportingPeriod = reportingPeriod
    self.method = method
    self.succession = succession
  }
}

/// What an office is called in the languages of the workspace.
package struct OwnerTitle: Hashable, Sendable {
  /// As the plan writes it.
  package let name: String
  package let title: LocalizedText

  package init(name: String, title: LocalizedText) {
    self.name = name
    self.title = title
  }
}

/// What `milepost.yaml` says.
package struct WorkspaceSettings: Hashable, Sendable {
  package let id: String
  package let title: LocalizedText
  /// Public address of the site, without a slash at the end.
  package let url: String?
  /// The terms under which the organisation gives its figures, in its own words.
  package let licence: String?
  /// SDMX agency.
  package let agency: String
  /// The first is the default.
  package let languages: [LanguageTag]
  /// Share, 0 to 1, of texts that must exist in a language.
  package let completeness: [LanguageTag: Double]
  package let period: TimePeriod
  package private(set) var method: MethodChoice
  /// The plan's own words for statuses; several statuses may share a word.
  package let statusWords: [TargetStatus: LocalizedText]
  /// Names of units of measure by the author's word. A name may have forms for counts: `name|form|form|…`, the forms in
  /// the order of the plural categories of its language.
  package let unitNames: [String: LocalizedText]
  /// Oldest first; of editions of one date, each behind the one that it corrects or revises.
  package let editions: [Edition]
  /// Offices with their names in the workspace's languages.
  package let owners: [OwnerTitle]

  package init(
    id: String, title: LocalizedText, url: String?, agency: String, languages: [LanguageTag],
    completeness: [LanguageTag: Double], period: TimePeriod, method: MethodChoice,
    statusWords: [TargetStatus: LocalizedText], unitNames: [String: LocalizedText] = [:], editions: [Edition],
    owners: [OwnerTitle] = [], licence: String? = nil
  ) {
    self.id = id
    self.title = title
    self.url = url
    self.agency = agency
    self.languages = languages
    self.completeness = completeness
    self.period = period
    self.method = method
    self.statusWords = statusWords
    self.unitNames = unitNames
    self.editions = editions
    self.owners = owners
    self.licence = licence
  }
}

extension WorkspaceSettings {
  /// The settings with the method that holds on a date: that of the newest edition until then which names one.
  package func standing(on date: CalendarDate) -> WorkspaceSettings {
    var settings = self
    if let named = editions.last(where: { $0.date <= date && $0.method != nil })?.method { settings.method = named }
    return settings
  }
}

/// A finding that a person has accepted, by name, date and reason.
package struct AcceptedFinding: Hashable, Sendable {
  package let code: String
  package let file: String
  /// Part of the finding's message; nil: any finding of the code in the file.
  package let about: String?
  package let name: String
  package let date: CalendarDate
  package let reason: String

  package init(code: String, file: String, about: String?, name: String, date: CalendarDate, reason: String) {
    self.code = code
    self.file = file
    self.about = about
    self.name = name
    self.date = date
    self.reason = reason
  }
}

/// A finding of a run that a person has accepted.
package struct Acceptance: Hashable, Sendable {
  package let finding: Diagnostic
  /// Who accepted it, when and why.
  package let entry: AcceptedFinding

  package init(_ finding: Diagnostic, by entry: AcceptedFinding) {
    self.finding = finding
    self.entry = entry
  }
}
