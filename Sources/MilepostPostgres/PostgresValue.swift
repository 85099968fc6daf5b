#if Postgres
  /// What stands for `$1`, `$2` … in a statement; never part of its text.
  enum PostgresValue {
    case text(String)
    case integer(Int)
    case integers([Int])
    /// Of hexadecimal digits, which need no quotes.
    case digests([String])
    case null

    /// As PostgreSQL reads it; nil for NULL.
    var written: String? {
      switch self {
      case .text(let text): text
      case .integer(let number): String(number)
      case .integers(let numbers): "{\(numbers.map(String.init).joined(separator: ","))}"
      case .digests(let digests): "{\(digests.joined(separator: ","))}"
      case .null: nil
      }
    }

    static func optional(_ text: String?) -> PostgresValue { text.map(PostgresValue.text) ?? .null }
  }
#endif
