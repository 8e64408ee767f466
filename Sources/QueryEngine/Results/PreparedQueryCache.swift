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

  /// What one query differs in from another.
  private struct Key: Hashable {
    let text: ScalarString
    let asOf: CalendarDate?
  }

  private struct Entries {
    var byKey: [Key: Entry] = [:]
    var uses: UInt64 = 0
  }

  private let entries = Mutex(Entries())

  /// The prepared query of a text, made where it is not kept.
  static func query(
    _ text: String, for graph: PropertyGraph, asOf: CalendarDate? = nil
  ) throws(QueryError) -> PreparedQuery {
    guard let companions = graph.companions, text.utf8.count <= mostBytes else {
      return try PreparedQuery(text, for: graph, asOf: asOf)
    }
    let cache = companions.companion(PreparedQueryCache.self) { PreparedQueryCache() }
    let key = Key(text: ScalarString(text), asOf: asOf)
    if let known = cache.query(key) { return known }
    let made = try PreparedQuery(text, for: graph, asOf: asOf)
    cache.keep(made, key)
    return made
  }

  /// How many queries are kept.
  var count: Int { entries.withLock { $0.byKey.count } }

  private func query(_ key: Key) -> PreparedQuery? {
    entries.withLock { entries in
      entries.uses += 1
      guard let place = entries.byKey.index(forKey: key) else { return nil }
      entries.byKey.values[place].lastUse = entries.uses
      return entries.byKey.values[place].query
    }
  }

  /// Keeps a query in the place of the one that was used longest ago.
  private func keep(_ query: PreparedQuery, _ key: Key) {
    entries.withLock { entries in
      if entries.byKey.count >= Self.capacity,
        let oldest = entries.byKey.min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        entries.byKey[oldest.key] = nil
      }
      entries.byKey[key] = Entry(query: query, lastUse: entries.uses)
    }
  }
}
