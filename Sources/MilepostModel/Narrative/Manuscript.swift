/// One language of a report, ready to be set: every figure, number and reference is in words.
package struct Manuscript: Hashable, Sendable {
  package let language: LanguageTag
  /// The language of the program's own words, which are English where it does not speak the language of the report.
  package let wording: LanguageTag
  /// Whether `wording` is written from the right.
  package let isRightToLeft: Bool
  package let titleBlock: ManuscriptTitleBlock
  /// What stands above the contents.
  package let contentsHeading: String
  /// Forewords, chapters, annexes, and then annexes that the program makes.
  package let chapters: [ManuscriptChapter]
  /// Chapters that the original has and the language lacks.
  package let untranslated: [UntranslatedChapter]
  /// Says which these are, before their list.
  package let untranslatedLead: String
  package let footnotesHeading: String
  /// Numbered from 1 through the report; a mark names one by its number.
  package let footnotes: [ManuscriptFootnote]
  package let notesHeading: String
  /// Numbered from 1 through the report; a figure names one by its number.
  package let notes: [FigureNote]
  package let pictures: [ReportPicture]

  package init(
    language: LanguageTag, wording: LanguageTag, isRightToLeft: Bool, titleBlock: ManuscriptTitleBlock,
    contentsHeading: String, chapters: [ManuscriptChapter], untranslated: [UntranslatedChapter],
    untranslatedLead: String, footnotesHeading: String, footnotes: [ManuscriptFootnote], notesHeading: String,
    notes: [FigureNote], pictures: [ReportPicture]
  ) {
    self.language = language
    self.wording = wording
    self.isRightToLeft = isRightToLeft
    self.titleBlock = titleBlock
    self.contentsHeading = contentsHeading
    self.chapters = chapters
    self.untranslated = untranslated
    self.untranslatedLead = untranslatedLead
    self.footnotesHeading = footnotesHeading
    self.footnotes = footnotes
    self.notesHeading = notesHeading
    self.notes = notes
    self.pictures = pictures
  }

  package func picture(_ file: String) -> ReportPicture? { pictures.first { $0.file == file } }
}

/// What stands at the head of a document: what it is, of whom, and what it asks for.
package struct ManuscriptTitleBlock: Hashable, Sendable {
  /// A name and what it says: `Agenda item`, `PL 3.1`.
  package struct Entry: Hashable, Sendable {
    package let label: String
    package let text: [ManuscriptRun]

    package init(_ label: String, _ text: [ManuscriptRun]) {
      self.label = label
      self.text = text
    }
  }

  /// The plan that it reports on.
  package let plan: [ManuscriptRun]
  package let title: [ManuscriptRun]
  package let author: [ManuscriptRun]
  /// Which document this one corrects or revises, and where the changes are listed; empty: none.
  package let succession: [[ManuscriptRun]]
  /// With the letter of the language: `C20/35-E`.
  package let symbol: String?
  /// Agenda item, document, date, original language: those that are known, in this order.
  package let facts: [Entry]
  /// Summary, action required, references: those that there are, in this order.
  package let sections: [Entry]
  /// `Edition C20/35, as of 29 April 2020`
  package let edition: String
  package let asOf: CalendarDate

  package init(
    plan: [ManuscriptRun], title: [ManuscriptRun], author: [ManuscriptRun],
    succession: [[ManuscriptRun]] = [], symbol: String?, facts: [Entry], sections: [Entry], edition: String,
    asOf: CalendarDate
  ) {
    self.plan = plan
    self.title = title
    self.author = author
    self.succession = succession
    self.symbol = symbol
    self.facts = facts
    self.sections = sections
    self.edition = edition
    self.asOf = asOf
  }
}

/// A chapter of a manuscript, or an annex that the program makes.
package struct ManuscriptChapter: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case written(Chapter.ID)
    /// Findings that people accepted, numbers that no data give, sources and vintages.
    case made
  }

  package let kind: Chapter.Kind
  package let origin: Origin
  /// Below `report/` in the site; unique in the report.
  package let address: String
  /// `3`, `Annex 1`; nil for forewords.
  package let number: String?
  package let title: [ManuscriptRun]
  /// Of what is written.
  package let owner: String?
  package let blocks: [ManuscriptBlock]

  package init(
    kind: Chapter.Kind, origin: Origin, address: String, number: String?, title: [ManuscriptRun], owner: String?,
    blocks: [ManuscriptBlock]
  ) {
    self.kind = kind
    self.origin = origin
    self.address = address
    self.number = number
    self.title = title
    self.owner = owner
    self.blocks = blocks
  }
}

/// A chapter that a language of a report lacks.
package struct UntranslatedChapter: Hashable, Sendable {
  package let address: String
  /// In the original language, and so marked.
  package let title: [ManuscriptRun]

  package init(address: String, title: [ManuscriptRun]) {
    self.address = address
    self.title = title
  }
}

/// A note that stands at the foot of a page.
package struct ManuscriptFootnote: Hashable, Sendable {
  package let number: Int
  /// Where the mark stands.
  package let chapter: String
  /// `footnote-3`; unique in the report.
  package let anchor: String
  package let blocks: [ManuscriptBlock]

  package init(number: Int, chapter: String, anchor: String, blocks: [ManuscriptBlock]) {
    self.number = number
    self.chapter = chapter
    self.anchor = anchor
    self.blocks = blocks
  }
}
