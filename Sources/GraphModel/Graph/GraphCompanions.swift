// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What higher floors have made of a graph's frozen base and want to find again: a view to search,
/// counts to plan with.
///
/// All copies of a graph share one, and it is gone with the last of them. A companion must not hold
/// a graph that knows its companions, or neither would ever be freed; see
/// ``PropertyGraph/withoutCompanions``.
package final class GraphCompanions: Sendable {
  private let made = Mutex<[(type: ObjectIdentifier, companion: any Sendable)]>([])

  /// The companion of a type, made on first use. Two threads may both make it; one is kept.
  /// - Complexity: O(companions), of which there are a handful.
  package func companion<Companion: AnyObject & Sendable>(
    _ type: Companion.Type, make: () -> Companion
  ) -> Companion {
    if let known = known(type) { return known }
    let new = make()
    return made.withLock { made in
      if let known = Self.find(type, in: made) { return known }
      made.append((ObjectIdentifier(type), new))
      return new
    }
  }

  private func known<Companion: AnyObject>(_ type: Companion.Type) -> Companion? {
    made.withLock { Self.find(type, in: $0) }
  }

  private static func find<Companion: AnyObject>(
    _ type: Companion.Type, in made: [(type: ObjectIdentifier, companion: any Sendable)]
  ) -> Companion? {
    for entry in made where entry.type == ObjectIdentifier(type) {
      return entry.companion as? Companion
    }
    return nil
  }
}

extension PropertyGraph {
  /// The frozen base alone, for companions to hold.
  package var withoutCompanions: PropertyGraph { PropertyGraph(storage: storage, companions: nil) }
}
