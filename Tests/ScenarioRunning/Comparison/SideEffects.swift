// SPDX-License-Identifier: Apache-2.0

/// How many things a query brought into the graph and took out of it.
package struct SideEffects: Sendable, Hashable {
  /// The kinds, by the words of the scenarios.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case nodesAdded = "+nodes"
    case nodesRemoved = "-nodes"
    case edgesAdded = "+relationships"
    case edgesRemoved = "-relationships"
    case labelsAdded = "+labels"
    case labelsRemoved = "-labels"
    case propertiesAdded = "+properties"
    case propertiesRemoved = "-properties"
  }

  private var counts: [Kind: Int] = [:]

  package init(_ counts: [Kind: Int] = [:]) { self.counts = counts.filter { $0.value != 0 } }

  package subscript(kind: Kind) -> Int { counts[kind] ?? 0 }
}

extension SideEffects: CustomStringConvertible {
  package var description: String {
    let texts = Kind.allCases.filter { self[$0] != 0 }.map { "\($0.rawValue) \(self[$0])" }
    return texts.isEmpty ? "no side effects" : texts.joined(separator: ", ")
  }
}
