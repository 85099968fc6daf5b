import MilepostModel
import Testing

@testable import MilepostEngine

@Suite struct ComparedWordsTests {
  private func changes(_ before: String, _ after: String) -> [WordChange] {
    ComparedWords(before).changes(to: ComparedWords(after))
  }

  @Test(arguments: [
    ("53.6 per cent, or 4.1 billion", ["53.6", " ", "per", " ", "cent", ",", " ", "or", " ", "4.1", " ", "billion"]),
    ("C20/35 of l’Union", ["C20/35", " ", "of", " ", "l’Union"]),
    ("占53.6%", ["占", "53.6", "%"]),
    ("من 41,46", ["من", " ", "41,46"]),
    ("", []),
    (".", ["."]),
  ])
  func `words, numbers and signs are compared as wholes`(_ text: String, _ parts: [String]) {
    #expect(ComparedWords(text).parts == parts)
  }

  @Test func `a number that changed is told within its sentence`() {
    #expect(
      changes("Of all people 57.6 per cent are online.", "Of all people 58 per cent are online.") == [
        .kept("Of all people "), .removed("57.6"), .added("58"), .kept(" per cent are online."),
      ])
    #expect(
      changes("全球53.6%的人上网。", "全球51.6%的人上网。") == [.kept("全球"), .removed("53.6"), .added("51.6"), .kept("%的人上网。")])
  }

  @Test func `words that follow each other are one change`() {
    #expect(
      changes("The share of people online grew fast.", "The share of households connected grew fast.") == [
        .kept("The share of "), .removed("people online"), .added("households connected"), .kept(" grew fast."),
      ])
    #expect(changes("It grew.", "It grew again.") == [.kept("It grew"), .added(" again"), .kept(".")])
  }

  @Test func `texts with nothing in common are taken out and put in as wholes`() {
    #expect(
      changes("Members pay their dues.", "A bridge was built over it.") == [
        .removed("Members pay their dues."), .added("A bridge was built over it."),
      ])
  }

  @Test(arguments: [("abcde", "abxde", 4), ("", "a", 0), ("aaa", "aa", 2), ("abc", "abc", 3), ("abcabba", "cbabac", 4)])
  func `a longest common subsequence is in both and of the greatest length`(
    _ one: String, _ other: String, _ count: Int
  ) {
    let (old, new) = (Array(one), Array(other))
    let pairs = longestCommon(old, new)
    #expect(pairs.count == count)
    #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] })
    #expect(pairs.map(\.old) == pairs.map(\.old).sorted() && Set(pairs.map(\.new)).count == count)
  }
}
