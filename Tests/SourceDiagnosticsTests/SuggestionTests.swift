// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import SourceDiagnostics
import Testing

@Suite struct SuggestionTests {
  let states = ["kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan"]

  @Test(arguments: [
    ("kyrgyztan", ["kyrgyzstan"]),
    ("Kazakstan", ["kazakhstan"]),
    ("KAZAKHSTAN", ["kazakhstan"]),
    ("tajikstian", ["tajikistan"]),
    ("turkmenia", ["turkmenistan"]),
    ("turk", ["turkmenistan"]),
    ("poland", []),
    ("", []),
    ("k", []),
  ])
  func nearestNames(name: String, expected: [String]) {
    #expect(Suggestion.nearest(to: name, in: states) == expected)
  }

  @Test func caseAndSeparatorsDoNotCount() {
    let names = ["PARTICIPATES_IN", "PARTICIPATED_IN", "PartOf"]
    #expect(
      Suggestion.nearest(to: "participates-in", in: names)
        == ["PARTICIPATES_IN", "PARTICIPATED_IN"])
    #expect(Suggestion.nearest(to: "part of", in: names) == ["PartOf"])
  }

  @Test func swapOfNeighboursIsOneEdit() {
    #expect(Suggestion.nearest(to: "sattes", in: ["states"]) == ["states"])
    #expect(Suggestion.nearest(to: "gk", in: ["kg", "kz"]) == ["kg"])
  }

  @Test func tiesHaveOneOrderWhateverTheOrderGiven() {
    let names = ["cat", "car", "bat", "can"]
    for rotation in 0..<names.count {
      let turned = Array(names[rotation...] + names[..<rotation])
      #expect(Suggestion.nearest(to: "cas", in: turned, limit: 4) == ["can", "car", "cat"])
    }
    #expect(Suggestion.nearest(to: "cas", in: names + names, limit: 2) == ["can", "car"])
    #expect(Suggestion.nearest(to: "cas", in: names, limit: 0) == [])
  }

  @Test func theNameItselfIsNoSuggestion() {
    #expect(Suggestion.nearest(to: "cat", in: ["cat"]) == [])
  }

  @Test func longerNamesHelpOnlyWhenNoneIsNear() {
    let keys = ["bomca-10", "bomca-8", "bomba"]
    #expect(Suggestion.nearest(to: "bomca", in: keys) == ["bomba"])
    #expect(Suggestion.nearest(to: "bomca", in: keys.dropLast()) == ["bomca-8", "bomca-10"])
  }

  @Test func questions() {
    #expect(Suggestion.didYouMean("kyrgyztan", among: states) == "did you mean 'kyrgyzstan'?")
    #expect(Suggestion.didYouMean("poland", among: states) == nil)
    #expect(
      Suggestion.didYouMean("cas", among: ["cat", "car", "can"], limit: 3)
        == "did you mean 'can', 'car' or 'cat'?")
    #expect(
      Suggestion.didYouMean("cas", among: ["cat", "car"], limit: 2)
        == "did you mean 'car' or 'cat'?")
  }

  @Test func longAndManyNamesAreBounded() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.nearest(to: long, in: [long + "b"]) == [])
    #expect(Suggestion.nearest(to: "aaaa", in: [long, "aaab"]) == ["aaab"])
    let many = (0..<50_000).lazy.map { "node-\($0)" }
    #expect(Suggestion.nearest(to: "nodee-17", in: many, limit: 1) == ["node-17"])
    let endless = repeatElement("zzz", count: .max)
    #expect(Suggestion.nearest(to: "yyyyyy", in: endless) == [])
  }

  /// Compares with the plain recurrence over the whole matrix.
  @Test func distanceAgreesWithTheFullMatrix() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<4000 {
      let first = randomWord(using: &generator)
      let second = randomWord(using: &generator)
      guard first != second else { continue }
      let distance = fullMatrixDistance(Array(first.utf8), Array(second.utf8))
      let allowed = first.count < 2 ? 0 : max(3, first.count) / 3
      let isNear = distance <= allowed && distance < first.count
      let isLonger = first.count >= 3 && second.hasPrefix(first)
      #expect(
        Suggestion.nearest(to: first, in: [second]) == (isNear || isLonger ? [second] : []),
        "\(first) and \(second) differ by \(distance)")
    }
  }

  private func randomWord(using generator: inout SeededGenerator) -> String {
    let length = Int.random(in: 0...9, using: &generator)
    return String(
      (0..<length).map { _ -> Character in ["a", "b", "c"].randomElement(using: &generator) ?? "a" }
    )
  }

  private func fullMatrixDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var matrix = (0...first.count).map { row in
      (0...second.count).map { row == 0 ? $0 : ($0 == 0 ? row : 0) }
    }
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    for row in 1...first.count {
      for column in 1...second.count {
        let cost = first[row - 1] == second[column - 1] ? 0 : 1
        var best = min(
          matrix[row - 1][column] + 1, matrix[row][column - 1] + 1,
          matrix[row - 1][column - 1] + cost)
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          best = min(best, matrix[row - 2][column - 2] + 1)
        }
        matrix[row][column] = best
      }
    }
    return matrix[first.count][second.count]
  }
}
