import MilepostLanguage
import MilepostModel

extension Coverage {
  /// The four shares in whole percent that add up to 100: rounded down, then the largest remainders rounded up.
  package var wholePercents: (reported: Int, estimated: Int, imputed: Int, missing: Int) {
    let shares = [reported, estimated, imputed, missing].map { max(0, $0) * 100 }
    var whole = shares.map { Int($0.rounded(.down)) }
    let remainders = zip(shares, whole).map { $0 - Double($1) }
    let order = shares.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    let rest = Int(shares.reduce(0, +).rounded()) - whole.reduce(0, +)
    for index in order.prefix(max(0, rest)) { whole[index] += 1 }
    return (whole[0], whole[1], whole[2], whole[3])
  }
}

extension AssessedTarget {
  /// How the weight behind the current value is known, in a sentence whose parts add up to 100 %.
  func coverageLine(_ coverage: Coverage) -> String {
    let whole = coverage.wholePercents
    func text(_ percent: Int) -> String { phrases.numbers.percent(Double(percent), decimals: 0) }
    return phrases(
      .coverageIs,
      [
        "reported": text(whole.reported), "estimated": text(whole.estimated), "imputed": text(whole.imputed),
        "missing": text(whole.missing),
      ])
  }
}
