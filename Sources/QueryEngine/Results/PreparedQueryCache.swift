// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Synchronization

/// The queries that were put to a graph as text lately, prepared.
///
/// It is a companion of the graph's base, so a plan is never used for another graph than the one
/// whose counts it was made with. Texts that are not queries are not kept.
final class PreparedQueryCache: Sendable {
  static let capacity = 64

  /// Longer texts are rarely asked twice, and would take the room of many.
  static let mostBytes = 4096

  private struct Entry {
    let query: PreparedQuery
    var lastUse: UInt64
  }

  private struct Entries {
    var byText: [ScalarString: Entry] = [:]
    var uses: UInt64 = 0
  }

  private let entries = Mutex(Entries())

  /// The prepared query of a text, made where it is not kept.
  static func query(
    _ text: String, for graph: PropertyGraph
  ) throws(QueryError) -> PreparedQuery {
    guard let companions = graph.companions, text.utf8.count <= mostBytes else {
      return try PreparedQuery(text, for: graph)
    }
    let cache = companions.companion(PreparedQueryCache.self) { PreparedQueryCache() }
    let key = ScalarString(text)
    if let known = cache.query(key) { return known }
    let made = try PreparedQuery(text, for: graph)
    cache.keep(made, key)
    return made
  }

  /// How many queries are kept.
  var count: Int { entries.withLock { $0.byText.count } }

  private func query(_ key: ScalarString) -> PreparedQuery? {
    entries.withLock { entries in
      entries.uses += 1
      guard let place = entries.byText.index(forKey: key) else { return nil }
      entries.byText.values[place].lastUse = entries.uses
      return entries.byText.values[place].query
    }
  }

  /// Keeps a query in the place of the one that was used longest ago.
  private func keep(_ query: PreparedQuery, _ key: ScalarString) {
    entries.withLock { entries in
      if entries.byText.count >= Self.capacity,
        let oldest = entries.byText.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        entries.byText[oldest.key] = nil
      }
      entries.byText[key] = Entry(query: query, lastUse: entries.uses)
    }
  }
}
