import MilepostModel

/// One day or the two ends of a range of days, as a text has them.
struct WrittenDay {
  /// Empty where only month and year are written.
  var days: [Int]
  /// nil where only a year or a day is written.
  var month: Int?
  var year: Int?
  var end: Int

  /// What is wrong with it, in English.
  ///
  /// - Parameter weekday: that is written beside it, 0 for Monday.
  func problem(weekday: Int? = nil) -> String? {
    guard let month else { return nil }
    guard (1...12).contains(month) else { return "there is no month \(month)" }
    let most = CalendarDate.days(inMonth: month, of: year ?? WrittenDay.leapYear)
    if days.contains(where: { $0 < 1 || $0 > most }) { return length(ofMonth: month, most) }
    guard let weekday, let year, let first = days.first,
      let date = CalendarDate(year: year, month: month, day: first), date.weekday != weekday
    else { return nil }
    return "\(DateConventions(LanguageTag("en")).text(date)) was a \(WrittenDay.weekdays[date.weekday])"
  }

  private func length(ofMonth month: Int, _ days: Int) -> String {
    let name = MonthNames.inDays(of: "en")[month - 1]
    return if month == 2, let year { "\(name) \(year) has \(days) days" } else { "\(name) has \(days) days" }
  }

  /// Where no year is written, 29 February may exist.
  private static let leapYear = 2000

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}

extension CalendarDate {
  /// 0 for Monday; the first of January 1970 was a Thursday.
  fileprivate var weekday: Int { ((Int(dayNumber) + 3) % 7 + 7) % 7 }
}

/// Reads the days of a language: `29 April 2020`, `13–17 novembre 2020`, `2020年4月29日`, `2020-04-29`.
struct WrittenDays {
  let vocabulary: ProseVocabulary
  let tokens: [WrittenToken]
  let chunks: WrittenChunks

  /// `2020-04-29`, `29/04/2020`, `29.04.2020`.
  func numeric(at start: Int) -> WrittenDay? {
    guard start + 4 < tokens.count, (start + 1...start + 4).allSatisfy({ tokens[$0].gap == .none }),
      !chunks.isJoined(at: start + 5), tokens[start + 1].text == tokens[start + 3].text
    else { return nil }
    let mark = tokens[start + 1].text
    if mark == "-", let year = year(at: start), let month = tokens.number(at: start + 2, digits: 2...2),
      let day = tokens.number(at: start + 4, digits: 2...2)
    {
      return WrittenDay(days: [day], month: month, year: year, end: start + 5)
    }
    guard ["/", "."].contains(mark), let first = tokens.number(at: start, digits: 1...2),
      let second = tokens.number(at: start + 2, digits: 1...2), let year = year(at: start + 4)
    else { return nil }
    // Some write the month first, which shows where the second number is no month.
    let isMonthFirst = second > 12 && first <= 12
    return WrittenDay(
      days: [isMonthFirst ? second : first], month: isMonthFirst ? first : second, year: year, end: start + 5)
  }

  /// `29 April 2020`, `le 1er mars`, `29 de abril de 2020`, `13–17 ноября`.
  func dayFirst(at start: Int) -> WrittenDay? {
    guard let first = day(at: start) else { return nil }
    var (days, end) = ([first.number], first.end)
    if let link = vocabulary.rangeLinks.match(tokens, at: end), let last = day(at: afterArticle(link.end)) {
      days.append(last.number)
      end = last.end
    }
    let link = vocabulary.dayLinks.match(tokens, at: end)
    guard let month = vocabulary.months.match(tokens, at: link?.end ?? end), isOnLine(end) else { return nil }
    return withYear(WrittenDay(days: days, month: month.meaning, end: month.end))
  }

  /// `April 29, 2020` in English; `April 2020` everywhere.
  func monthFirst(at start: Int) -> WrittenDay? {
    guard let month = vocabulary.months.match(tokens, at: start) else { return nil }
    let alone = withYear(WrittenDay(days: [], month: month.meaning, end: month.end))
    if alone.year != nil { return alone }
    guard vocabulary.language == "en", let first = day(at: month.end), first.number <= 31, isOnLine(month.end) else {
      return nil
    }
    var (days, end) = ([first.number], first.end)
    if let link = vocabulary.rangeLinks.match(tokens, at: end), let last = day(at: link.end),
      last.number > first.number, !chunks.isJoined(at: last.end), vocabulary.months.match(tokens, at: last.end) == nil
    {
      days.append(last.number)
      end = last.end
    }
    let day = withYear(WrittenDay(days: days, month: month.meaning, end: end))
    return isQuantity(month.end) || (day.year == nil && counts(day, from: start)) ? nil : day
  }

  /// `in April 12 countries`: after `in`, and before a word, it is the month alone that stands there.
  private func counts(_ day: WrittenDay, from start: Int) -> Bool {
    tokens.text(at: start - 1) == "in" && day.end < tokens.count && tokens[day.end].kind == .word
  }

  /// `2020年4月29日`, `4月29日`, in digits or Han signs.
  func chinese(at start: Int) -> WrittenDay? {
    guard vocabulary.language == "zh" else { return nil }
    var found: WrittenDay?
    var place = start
    if let year = han(at: place, before: "年"), (1800...2199).contains(year.number) {
      found = WrittenDay(days: [], month: nil, year: year.number, end: year.end)
      place = year.end
    }
    if let month = han(at: place, before: "月"), (1...99).contains(month.number) {
      found = WrittenDay(days: [], month: month.number, year: found?.year, end: month.end)
      if let day = han(at: month.end, before: "日") ?? han(at: month.end, before: "号") {
        found?.days = [day.number]
        found?.end = day.end
      }
      return found
    }
    return found ?? dayAlone(at: start)
  }

  /// `21日`, `90年代`, `二十一世纪`.
  private func dayAlone(at start: Int) -> WrittenDay? {
    let ends = ["日", "年代", "世纪"].compactMap { han(at: start, before: $0)?.end }
    return ends.first.map { WrittenDay(days: [], month: nil, end: $0) }
  }

  private func han(at start: Int, before word: String) -> (number: Int, end: Int)? {
    guard start < tokens.count, start == 0 || !tokens[start - 1].isDigits || !tokens[start].isDigits else { return nil }
    var (number, end) = (tokens.number(at: start, digits: 1...4), start + 1)
    if number == nil, let signs = HanNumerals(tokens: tokens).read(at: start) {
      (number, end) = (signs.digits.whole, signs.end)
    }
    for sign in word.unicodeScalars {
      guard tokens.text(at: end) == String(sign) else { return nil }
      end += 1
    }
    return number.map { ($0, end) }
  }

  /// One or two digits, with the ending of an ordinal.
  private func day(at start: Int) -> (number: Int, end: Int)? {
    guard let number = tokens.number(at: start, digits: 1...2) else { return nil }
    guard let ending = vocabulary.ordinalEndings.match(tokens, at: start + 1), tokens[start + 1].gap == .none else {
      return (number, start + 1)
    }
    return (number, ending.end)
  }

  private func withYear(_ day: WrittenDay) -> WrittenDay {
    var day = day
    let isComma = tokens.text(at: day.end) == ","
    let link = isComma ? day.end + 1 : vocabulary.dayLinks.match(tokens, at: day.end)?.end ?? day.end
    guard isOnLine(link), let year = year(at: link), !isQuantity(link) else { return day }
    day.year = year
    day.end = vocabulary.yearWords.match(tokens, at: link + 1)?.end ?? link + 1
    return day
  }

  private func year(at place: Int) -> Int? {
    tokens.number(at: place, digits: 4...4).flatMap { (1500...2199).contains($0) ? $0 : nil }
  }

  private func isQuantity(_ place: Int) -> Bool {
    let phrase = NumberGrammar(vocabulary: vocabulary.numbers, tokens: tokens).phrase(at: place)
    return phrase.map { $0.measure != nil || $0.hasScale || $0.value != $0.value.rounded() } == true
  }

  private func isOnLine(_ place: Int) -> Bool { place < tokens.count && tokens[place].gap < .paragraph }

  private func afterArticle(_ place: Int) -> Int { vocabulary.dayArticles.match(tokens, at: place)?.end ?? place }
}
