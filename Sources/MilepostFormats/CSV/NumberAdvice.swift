import MilepostModel

/// What to tell the author of a text that is no number.
struct NumberAdvice {
  let decimal: Unicode.Scalar
  let hasThousands: Bool

  /// A hint, from the usual suspects.
  func hint(for text: String) -> String {
    let trimmed = text.trimmedOfBlanks
    if trimmed != text { return "remove the blanks around the number" }
    for advice in [spreadsheetError, percent, currency, accounting, separators, date, mark, foreignDigits, footnote] {
      if let hint = advice(text) { return hint }
    }
    return "write a number such as 1234\(decimal)5, or leave the cell empty and give the reason in MISSING"
  }

  private func spreadsheetError(_ text: String) -> String? {
    guard text.hasPrefix("#") else { return nil }
    return
      "a formula of the spreadsheet failed here; correct it there, or leave the cell empty with a reason in MISSING"
  }

  private func percent(_ text: String) -> String? {
    text.hasSuffix("%") ? "write the number without '%'; the sidecar says the unit" : nil
  }

  private func currency(_ text: String) -> String? {
    let signs: [Unicode.Scalar] = ["$", "€", "£", "¥"]
    guard text.unicodeScalars.contains(where: signs.contains) else { return nil }
    return "write the number without the sign of the currency; the sidecar says the unit"
  }

  private func accounting(_ text: String) -> String? {
    guard text.hasPrefix("("), text.hasSuffix(")") else { return nil }
    return "write a negative number with a minus sign"
  }

  private func separators(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, first.isASCIIDigit || first == "-", scalars.last?.isASCIIDigit == true else {
      return nil
    }
    let signs = Set(scalars.dropFirst().filter { !$0.isASCIIDigit })
    guard !signs.isEmpty, signs.isSubset(of: [",", ".", " ", "'", "’", "\u{A0}", "\u{202F}", "\u{2009}"]) else {
      return nil
    }
    let groups = text.unicodeScalars.split { !$0.isASCIIDigit && $0 != "-" }.map(\.count)
    let isGrouped = groups.dropFirst().allSatisfy { $0 == 3 }
    let other: Unicode.Scalar = decimal == "." ? "," : "."
    if signs == [other], groups.count == 2 {
      let fix = "write the decimals after '\(decimal)', or say decimal: '\(other)' in the sidecar"
      return isGrouped ? fix + "; a sign between thousands is declared with thousands: '\(other)'" : fix
    }
    if hasThousands && !isGrouped { return "thousands are groups of three digits" }
    return "write the number without signs between thousands, or declare them with 'thousands' in the sidecar"
  }

  private func date(_ text: String) -> String? {
    let parts = text.split { "-/. ".contains($0) }
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let hasMonth = parts.contains { months.contains($0.lowercased()) }
    let isNumeric = parts.count == 3 && parts.allSatisfy { part in part.utf8.allSatisfy(\.isDigit) }
    guard hasMonth && (2...3).contains(parts.count) || isNumeric else { return nil }
    return "this is a date; a spreadsheet may have made it of a number: format the cell as text there"
  }

  private func mark(_ text: String) -> String? {
    let usual = [
      "-", "–", "—", "..", "...", "…", ".", ":", "n/a", "na", "n.a.", "nan", "null", "none", "nd", "x", "c", "*",
    ]
    guard usual.contains(text.lowercased()) else { return nil }
    return "leave the cell empty and give the reason in MISSING, or declare the mark in the sidecar: "
      + "missing: {\"\(text)\": not-collected}"
  }

  private func foreignDigits(_ text: String) -> String? {
    if text.unicodeScalars.contains("\u{2212}") { return "write the minus sign as '-'" }
    guard text.unicodeScalars.contains(where: { !$0.isASCII && $0.properties.numericType == .decimal }) else {
      return nil
    }
    return "write the digits 0 to 9"
  }

  private func footnote(_ text: String) -> String? {
    guard let first = text.utf8.first, first.isDigit else { return nil }
    return "write the number alone; how firm it is goes into OBS_STATUS, a remark into COMMENT"
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
