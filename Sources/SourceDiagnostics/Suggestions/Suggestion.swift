// SPDX-License-Identifier: Apache-2.0

/// Finds the names that somebody may have meant by a misspelt one.
///
/// Letters are compared without regard to case, and `-`, `_` and space count as one character.
/// A name is near when few insertions, deletions, replacements and swaps of neighbours lead to it:
/// none for one character, one for two to five, then one more for every three characters, at most
/// six. Nearer names come first, among equally near ones those with the longer common beginning
/// (then with regard to case), then in the order of Unicode scalars. When no name is near, names
/// that begin with the misspelt one (three characters at least) are taken, shortest first.
///
/// Source: optimal string alignment, the restricted form of F. J. Damerau, "A technique for
/// computer detection and correction of spelling errors", Communications of the ACM 7 (1964).
public enum Suggestion {
  /// Longer names are compared with nothing: nobody misspells a text of this length.
  public static let longestName = 100

  /// How many candidates are looked at, in their order.
  public static let mostCandidates = 200_000

  /// The nearest names, nearest first, each once.
  ///
  /// Complexity: linear in the number of candidates; each costs the product of its length and the
  /// number of differences allowed, and most are dropped by their length alone.
  public static func nearest(
    to name: String, in candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    // Eight bytes a scalar bound the length of a name before its scalars are counted.
    guard limit > 0, name.utf8.count <= longestName * 8 else { return [] }
    let sought = folded(name)
    guard !sought.isEmpty, sought.count <= longestName else { return [] }
    let bound = allowedDistance(sought.count)

    var near: [Match] = []
    var longer: [Match] = []
    for candidate in candidates.prefix(mostCandidates) where candidate != name {
      guard candidate.utf8.count <= longestName * 8 else { continue }
      let folded = folded(candidate)
      guard folded.count <= longestName else { continue }
      if let distance = EditDistance.between(sought, folded, atMost: bound),
        distance < sought.count || distance == 0
      {
        let common = commonBeginning(sought, folded)
        let exactly = commonBeginning(name.unicodeScalars, candidate.unicodeScalars)
        near.append(Match(name: candidate, rank: [distance, -common, -exactly]))
      } else if near.isEmpty, sought.count >= 3, folded.starts(with: sought) {
        longer.append(Match(name: candidate, rank: [folded.count]))
      }
    }
    var found: [String] = []
    for match in (near.isEmpty ? longer : near).sorted(by: Match.isBefore) {
      if found.count == limit { break }
      if found.last != match.name { found.append(match.name) }
    }
    return found
  }

  /// The nearest name as a question: `did you mean 'kazakhstan'?`, or nil when none is near.
  public static func didYouMean(
    _ name: String, among candidates: some Sequence<String>, limit: Int = 1
  ) -> String? {
    question(about: nearest(to: name, in: candidates, limit: limit))
  }

  /// The names as a question: `did you mean 'a', 'b' or 'c'?`; nil for no names.
  public static func question(about names: [String]) -> String? {
    guard let last = names.last else { return nil }
    let others = names.dropLast().map { "'\($0)'" }.joined(separator: ", ")
    return others.isEmpty ? "did you mean '\(last)'?" : "did you mean \(others) or '\(last)'?"
  }

  private struct Match {
    let name: String
    let rank: [Int]

    static func isBefore(_ left: Match, _ right: Match) -> Bool {
      if left.rank != right.rank { return left.rank.lexicographicallyPrecedes(right.rank) }
      return left.name.unicodeScalars.lexicographicallyPrecedes(right.name.unicodeScalars)
    }
  }

  private static func allowedDistance(_ length: Int) -> Int {
    length < 2 ? 0 : min(6, max(3, length) / 3)
  }

  private static func folded(_ name: String) -> [UInt32] {
    name.lowercased().unicodeScalars.map { scalar in
      scalar == "_" || scalar == " " ? 0x2D : scalar.value
    }
  }

  private static func commonBeginning<Element: Equatable>(
    _ first: some Sequence<Element>, _ second: some Sequence<Element>
  ) -> Int {
    zip(first, second).prefix { $0 == $1 }.count
  }
}
