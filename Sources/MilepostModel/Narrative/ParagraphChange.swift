/// What became of a paragraph between two editions of a report.
package struct ParagraphChange: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    case added(String)
    case removed(String)
    case changed(before: String, after: String)
    /// The same words in another place.
    case moved(String)
  }

  package let language: LanguageTag
  package let chapter: Chapter.ID
  package let what: What

  package init(language: LanguageTag, chapter: Chapter.ID, _ what: What) {
    self.language = language
    self.chapter = chapter
    self.what = what
  }

  /// The word for it in JSON.
  package var name: String {
    switch what {
    case .added: "added"
    case .removed: "removed"
    case .changed: "changed"
    case .moved: "moved"
    }
  }

  /// As it was; nil for what is new.
  package var before: String? {
    switch what {
    case .added: nil
    case .removed(let text), .moved(let text), .changed(let text, _): text
    }
  }

  /// As it is; nil for what is gone.
  package var after: String? {
    switch what {
    case .removed: nil
    case .added(let text), .moved(let text), .changed(_, let text): text
    }
  }
}
