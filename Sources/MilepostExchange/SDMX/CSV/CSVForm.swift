package import MilepostModel

extension SDMX {
  /// How a CSV message is written.
  package struct CSVForm: Hashable, Sendable {
    package enum Version: String, Hashable, Sendable, CaseIterable {
      case one = "1.0.0"
      case two = "2.0.0"
      case twoOne = "2.1.0"
    }

    package enum Labels: String, Hashable, Sendable, CaseIterable { case id, name, both }

    package enum TimeFormat: String, Hashable, Sendable, CaseIterable {
      case original
      /// The last day of each period.
      case normalized
    }

    package enum Keys: String, Hashable, Sendable, CaseIterable { case none, obs, series, both }

    package let version: Version
    /// `name` is read as `both` in version 1.0, which has no columns of names.
    package let labels: Labels
    package let timeFormat: TimeFormat
    /// Ignored in version 1.0.
    package let keys: Keys
    /// In which languages names are wanted, the first first.
    package let languages: [LanguageTag]

    package init(
      _ version: Version, labels: Labels = .id, timeFormat: TimeFormat = .original, keys: Keys = .none,
      languages: [LanguageTag] = []
    ) {
      self.version = version
      self.labels = version == .one && labels == .name ? .both : labels
      self.timeFormat = timeFormat
      self.keys = version == .one ? .none : keys
      self.languages = languages
    }
  }
}
