/// Composes numbers below ten thousand of Han signs: `四十一`, `三千五百`, `五十三点六`, `二〇一九`.
struct HanNumerals {
  let tokens: [WrittenToken]

  /// More signs than this are no number.
  private static let mostSigns = 30

  private static let digits: [String: Int] = [
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "兩": 2,
  ]

  private static let powers: [String: Int] = ["十": 1, "百": 2, "千": 3, "拾": 1, "佰": 2, "仟": 3]

  /// - Returns: digits with the power of ten of the last of them: 5 with 3 for the 五千 of 五千万, 5000 with 0 otherwise.
  func read(at start: Int) -> (digits: WrittenDigits, power: Int, end: Int)? {
    guard let whole = inPlaces(at: start) ?? composed(at: start) else { return nil }
    if let (fraction, end) = decimals(at: whole.end) {
      return WrittenDigits(whole: whole.text, fraction: fraction).map { ($0, 0, end) }
    }
    let beforeScale = whole.end < tokens.count && ["万", "亿", "萬", "億"].contains(tokens[whole.end].text)
    let power = beforeScale && whole.lastPower >= 2 ? whole.lastPower : 0
    return WrittenDigits(whole: String(whole.text.dropLast(power))).map { ($0, power, whole.end) }
  }

  private struct Whole {
    let text: String
    let lastPower: Int
    let end: Int
  }

  private func digit(at place: Int) -> Int? { place < tokens.count ? HanNumerals.digits[tokens[place].text] : nil }

  private func power(at place: Int) -> Int? { place < tokens.count ? HanNumerals.powers[tokens[place].text] : nil }

  /// Digits beside each other, as in years; 五六 is some number from five to six.
  private func inPlaces(at start: Int) -> Whole? {
    var text = ""
    var end = start
    while let digit = digit(at: end), end - start < HanNumerals.mostSigns, tokens[end].text != "两" {
      text += String(digit)
      end += 1
    }
    let isNumber = end - start >= 3 || (end - start == 2 && text.contains("0"))
    return isNumber && power(at: end) == nil ? Whole(text: text, lastPower: 0, end: end) : nil
  }

  private func composed(at start: Int) -> Whole? {
    var (sum, end, last) = (0, start, 4)
    while true {
      var place = end
      // A zero says that a place is left out.
      if last < 4, digit(at: place) == 0 { place += 1 }
      let number = digit(at: place)
      if let number, let power = power(at: place + 1), power < last, number > 0 {
        (sum, end, last) = (sum + number * PrintedNumber.powersOfTen[power], place + 2, power)
      } else if power(at: place) == 1, last == 4 || (last > 1 && place > end) {
        (sum, end, last) = (sum + 10, place + 1, 1)
      } else if let number, last > 0, number > 0 || last == 4 {
        return Whole(text: String(sum + number), lastPower: 0, end: place + 1)
      } else {
        return end == start ? nil : Whole(text: String(sum), lastPower: last == 4 ? 0 : last, end: end)
      }
    }
  }

  private func decimals(at place: Int) -> (text: String, end: Int)? {
    guard place < tokens.count, tokens[place].text == "点" else { return nil }
    var text = ""
    var end = place + 1
    while let digit = digit(at: end), text.utf8.count < HanNumerals.mostSigns {
      text += String(digit)
      end += 1
    }
    return text.isEmpty ? nil : (text, end)
  }
}
