// SPDX-License-Identifier: Apache-2.0

/// The order of types in which most links run from a type to a later one.
enum TypeRanks {
  /// Takes off the types that lead nowhere, then those that nothing leads to, then the one that
  /// leads away most, until none is left; ties go by name.
  ///
  /// - Parameter links: How many links run from one type to another.
  /// - Complexity: O(*t*²) in the number of types.
  static func order(_ types: [String], links: [String: [String: Int]]) -> [String] {
    var left = Set(types)
    var outgoing: [String: Int] = [:]
    var incoming: [String: Int] = [:]
    var sources: [String: [String: Int]] = [:]
    for (from, counts) in links {
      for (to, count) in counts where from != to {
        outgoing[from, default: 0] += count
        incoming[to, default: 0] += count
        sources[to, default: [:]][from] = count
      }
    }
    var front: [String] = []
    var back: [String] = []
    func take(_ type: String) {
      left.remove(type)
      for (to, count) in links[type] ?? [:] where to != type { incoming[to, default: 0] -= count }
      for (from, count) in sources[type] ?? [:] { outgoing[from, default: 0] -= count }
    }
    func balance(_ type: String) -> Int { outgoing[type, default: 0] - incoming[type, default: 0] }
    while !left.isEmpty {
      let names = left.sorted()
      if let sink = names.last(where: {
        outgoing[$0, default: 0] == 0 && incoming[$0, default: 0] > 0
      }) {
        back.append(sink)
        take(sink)
      } else if let source = names.first(where: { incoming[$0, default: 0] == 0 }) {
        front.append(source)
        take(source)
      } else if let best = names.max(by: { (balance($0), $1) < (balance($1), $0) }) {
        front.append(best)
        take(best)
      }
    }
    return front + back.reversed()
  }
}
