import MilepostModel

/// Reads a day, month, year, range of years or time of day at a place in a text.
struct DateGrammar {
  struct Found {
    var end: Int
    /// What is wrong with a day.
    var problem: String?
  }

  let vocabulary: ProseVocabulary
  let tokens: [WrittenToken]
  let chunks: WrittenChunks

  /// - Returns: nil where no date begins; bare years are read by `year`.
  func date(at start: Int) -> Found? {
    guard start < tokens.count else { return nil }
    if let weekday = vocabulary.weekdays.match(tokens, at: start) {
      return onWeekday(weekday.meaning, after: weekday.end)
    }
    if let day = day(at: start) { return checked(day) }
    let found = hour(at: start) ?? quarter(at: start) ?? decade(at: start) ?? prefixedYear(at: start)
    return found.map { Found(end: $0) }
  }

  private func day(at start: Int) -> WrittenDay? {
    let days = WrittenDays(vocabulary: vocabulary, tokens: tokens, chunks: chunks)
    return days.numeric(at: start) ?? days.chinese(at: start) ?? days.dayFirst(at: start) ?? days.monthFirst(at: start)
  }

  /// `Wednesday, 29 April 2020`.
  private func onWeekday(_ weekday: Int, after end: Int) -> Found? {
    var place = end
    while place < min(end + 3, tokens.count), [",", "("].contains(tokens[place].text) || isArticle(place) { place += 1 }
    guard let day = day(at: place), !day.days.isEmpty else { return nil }
    return Found(end: day.end, problem: day.problem(weekday: weekday))
  }

  private func isArticle(_ place: Int) -> Bool { vocabulary.dayArticles.match(tokens, at: place)?.end == place + 1 }

  /// `29 April 2020 (Wednesday)`, `2020年4月29日星期三`.
  private func checked(_ day: WrittenDay) -> Found {
    let isOpen = day.end < tokens.count && ["(", "（"].contains(tokens[day.end].text)
    let place = isOpen ? day.end + 1 : day.end
    guard isOpen || vocabulary.language == "zh", !day.days.isEmpty,
      let weekday = vocabulary.weekdays.match(tokens, at: place)
    else { return Found(end: day.end, problem: day.problem()) }
    let isClosed = isOpen && [")", "）"].contains(tokens.text(at: weekday.end))
    return Found(end: isClosed ? weekday.end + 1 : weekday.end, problem: day.problem(weekday: weekday.meaning))
  }

  /// `10:30`, `9 a.m.`, `10 h 30`, `9 to 11.30 a.m.`
  private func hour(at start: Int) -> Int? {
    if let prefix = vocabulary.hourPrefixes.match(tokens, at: start), number(at: prefix.end, digits: 1...2) != nil {
      return hour(at: prefix.end) ?? prefix.end + 1
    }
    guard let hour = number(at: start, digits: 1...2), hour <= 24 else { return nil }
    if let link = vocabulary.rangeLinks.match(tokens, at: start + 1), number(at: link.end, digits: 1...2) != nil,
      let last = singleHour(at: link.end)
    {
      return last
    }
    return singleHour(at: start)
  }

  private func singleHour(at start: Int) -> Int? {
    guard let hour = number(at: start, digits: 1...2), hour <= 24 else { return nil }
    var end = start + 1
    var isHour = false
    while [":", "."].contains(tokens.text(at: end)), isTight(end), isTight(end + 1),
      let minute = number(at: end + 1, digits: 2...2), minute < 60, end < start + 5
    {
      isHour = isHour || tokens.text(at: end) == ":"
      end += 2
    }
    if let word = vocabulary.hourWords.match(tokens, at: end) {
      let isTime = vocabulary.language != "zh" || tokens.text(at: word.end) != "间"
      guard isTime else { return nil }
      return minutes(at: word.end) ?? (chunks.isJoined(at: word.end) ? nil : word.end)
    }
    return isHour && !chunks.isJoined(at: end) ? end : nil
  }

  private func minutes(at place: Int) -> Int? {
    guard number(at: place, digits: 2...2).map({ $0 < 60 }) == true,
      ["h", "ч", "时", "点", "."].contains(tokens.text(at: place - 1))
    else { return nil }
    let isNamed = ["分", "min", "мин"].contains(tokens.text(at: place + 1))
    let end = isNamed ? place + 2 : place + 1
    return chunks.isJoined(at: end) ? nil : end
  }

  /// `Q1 2020`.
  private func quarter(at start: Int) -> Int? {
    guard let quarter = vocabulary.quarters.match(tokens, at: start) else { return nil }
    let link = vocabulary.dayLinks.match(tokens, at: quarter.end)
    if let year = year(at: link?.end ?? quarter.end) { return year }
    return chunks.isJoined(at: quarter.end) ? nil : quarter.end
  }

  /// `1990s`, `années 90`, `90年代`.
  private func decade(at start: Int) -> Int? {
    let words = vocabulary.decadeWords.match(tokens, at: start)
    let place = words?.end ?? start
    if let number = number(at: place, digits: 2...4), number % 10 == 0, number < 100 || isYear(number) {
      let ending = vocabulary.decadeEndings.match(tokens, at: place + 1)
      let end = ending?.end ?? place + 1
      return (ending != nil || words != nil) && !chunks.isJoined(at: end) ? end : nil
    }
    return nil
  }

  /// `mid-2020`.
  private func prefixedYear(at start: Int) -> Int? {
    guard let prefix = vocabulary.yearPrefixes.match(tokens, at: start),
      ["-", "–"].contains(tokens.text(at: prefix.end)),
      isTight(prefix.end)
    else { return nil }
    return year(at: prefix.end + 1)
  }

  /// A year or a range of years, with the words that belong to it.
  func year(at start: Int) -> Int? {
    guard let first = number(at: start, digits: 4...4), isYear(first) else { return nil }
    var end = start + 1
    if let link = yearLink(at: end), let last = number(at: link, digits: 2...4),
      tokens[link].text.utf8.count == 4 ? isYear(last) : tokens[link].text.utf8.count == 2
    {
      end = link + 1
    }
    if let words = vocabulary.yearWords.match(tokens, at: end) { return words.end }
    return chunks.isJoined(at: end) || isDecimal(end) ? nil : end
  }

  private func yearLink(at place: Int) -> Int? {
    guard ["-", "–", "—", "/", "至", "~", "～", "‑"].contains(tokens.text(at: place)), place + 1 < tokens.count else {
      return nil
    }
    return tokens[place].gap == tokens[place + 1].gap && tokens[place].gap < .line ? place + 1 : nil
  }

  private func isDecimal(_ place: Int) -> Bool {
    [".", ",", "٫", "٬"].contains(tokens.text(at: place)) && isTight(place) && isTight(place + 1)
      && number(at: place + 1, digits: 1...9) != nil
  }

  private func isYear(_ number: Int) -> Bool { (1800...2199).contains(number) }

  private func number(at place: Int, digits: ClosedRange<Int>) -> Int? { tokens.number(at: place, digits: digits) }

  private func isTight(_ place: Int) -> Bool { place < tokens.count && tokens[place].gap == .none }
}
