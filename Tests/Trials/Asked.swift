/// An expression as docs/expressions.md and docs/narrative.md write it, taken apart by a reader of its own.
indirect enum Asked {
  case number(String)
  case name(String)
  case range(String, String)
  /// `SEX=F`
  case code(dimension: String, code: String)
  case call(String, [Asked])
  case negative(Asked)
  case operation(String, Asked, Asked)
  /// `x rises over a..b`, `x falls over a..b`
  case trend(Asked, rises: Bool, Asked)

  init?(_ text: String) {
    var reader = AskedReader(text)
    guard let asked = reader.disjunction(), reader.isAtEnd else { return nil }
    self = asked
  }

  /// Every name in it with its arguments.
  func visit(_ seen: (Asked) -> Void) {
    seen(self)
    switch self {
    case .call(_, let arguments): for argument in arguments { argument.visit(seen) }
    case .negative(let one): one.visit(seen)
    case .operation(_, let left, let right):
      left.visit(seen)
      right.visit(seen)
    case .trend(let what, _, _): what.visit(seen)
    case .number, .name, .range, .code: break
    }
  }
}

private struct AskedReader {
  private let tokens: [String]
  private var next = 0

  init(_ text: String) {
    var tokens: [String] = []
    let characters = Array(text)
    var place = 0
    func isWord(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || "_-.".contains(character)
    }
    while place < characters.count {
      let character = characters[place]
      if character == " " {
        place += 1
        continue
      }
      let start = place
      if character == "." || !isWord(character) || character == "-" {
        let pair = String(characters[place..<min(place + 2, characters.count)])
        place += ["..", "<=", ">=", "!="].contains(pair) ? 2 : 1
      } else {
        while place < characters.count, isWord(characters[place]) {
          if characters[place] == ".", place + 1 < characters.count, characters[place + 1] == "." { break }
          place += 1
        }
      }
      tokens.append(String(characters[start..<place]))
    }
    self.tokens = tokens
  }

  var isAtEnd: Bool { next >= tokens.count }
  private var token: String? { isAtEnd ? nil : tokens[next] }

  private mutating func take(_ wanted: String) -> Bool {
    guard token == wanted else { return false }
    next += 1
    return true
  }

  private mutating func chain(_ signs: [String], _ part: (inout Self) -> Asked?) -> Asked? {
    guard var left = part(&self) else { return nil }
    while let sign = token, signs.contains(sign) {
      next += 1
      guard let right = part(&self) else { return nil }
      left = .operation(sign, left, right)
    }
    return left
  }

  mutating func disjunction() -> Asked? { chain(["or"]) { $0.chain(["and"]) { $0.comparison() } } }

  private mutating func comparison() -> Asked? {
    guard let left = sum() else { return nil }
    if let word = token, word == "rises" || word == "falls" {
      next += 1
      guard take("over"), let range = argument() else { return nil }
      return .trend(left, rises: word == "rises", range)
    }
    guard let sign = token, ["=", "!=", "<", "<=", ">", ">="].contains(sign) else { return left }
    next += 1
    return sum().map { .operation(sign, left, $0) }
  }

  private mutating func sum() -> Asked? { chain(["+", "-"]) { $0.chain(["*", "/"]) { $0.factor() } } }

  private mutating func factor() -> Asked? {
    if take("-") { return factor().map { .negative($0) } }
    if take("(") {
      let inner = disjunction()
      return take(")") ? inner : nil
    }
    guard let word = token, let first = word.first, first.isLetter || first.isNumber || first == "_" else { return nil }
    next += 1
    guard take("(") else {
      return word.contains(where: \.isLetter) ? .name(word) : .number(word)
    }
    var arguments: [Asked] = []
    while !take(")") {
      guard let argument = argument() else { return nil }
      arguments.append(argument)
      if !take(",") { return take(")") ? .call(word, arguments) : nil }
    }
    return .call(word, arguments)
  }

  private mutating func argument() -> Asked? {
    guard let word = token else { return nil }
    let following = next + 1 < tokens.count ? tokens[next + 1] : ""
    if following == "..", next + 2 < tokens.count {
      next += 3
      return .range(word, tokens[next - 1])
    }
    let isDimension = word.contains(where: \.isUppercase) && !word.contains(where: \.isLowercase)
    if following == "=", isDimension, next + 2 < tokens.count {
      next += 3
      return .code(dimension: word, code: tokens[next - 1])
    }
    return disjunction()
  }
}
