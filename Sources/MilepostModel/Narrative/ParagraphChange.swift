/// What became of a paragraph, or another passage, between two editions of a report.
package struct ParagraphChange: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    case added(Passage)
    case removed(Passage)
    case changed(before: Passage, after: Passage, [WordChange])
    /// The same words in another place.
    case moved(before: Passage, after: Passage)
  }

  package let language: LanguageTag
  /// The chapter in which it is told: that of the newer report, unless the passage is gone.
  package let chapter: PassageGroup.Name
  package let what: What

  package init(language: LanguageTag, chapter: PassageGroup.Name, _ what: What) {
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
  package var before: Passage? {
    switch what {
    case .added: nil
    case .removed(let passage), .moved(let passage, _), .changed(let passage, _, _): passage
    }
  }

  /// As it is; nil for what is gone.
  package var after: Passage? {
    switch what {
    case .removed: nil
    case .added(let passage), .moved(_, let passage), .changed(_, let passage, _): passage
    }
  }

  /// Where it stands, or stood when it is gone.
  package var part: Passage.Part {
    switch what {
    case .added(let passage), .removed(let passage), .moved(_, let passage), .changed(_, let passage, _): passage.part
    }
  }
}

/// Words of a passage that was changed.
package enum WordChange: Hashable, Sendable {
  case kept(String)
  case removed(String)
  case added(String)
}
