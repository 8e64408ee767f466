// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The cost models that were asked for lately of one view, worked out, and the memory of searches
/// by cost.
///
/// A few are kept, the one used longest ago is dropped first.
final class CostTables: Sendable {
  private static let capacity = 4

  private let tables = Mutex<[(model: CostModel, costs: EntryCosts)]>([])
  private let pool = Mutex<[CostSearchMemory]>([])

  /// The costs of a model, made on first use.
  func costs(of model: CostModel, in view: TraversalView) throws(TraversalError) -> EntryCosts {
    let kept = tables.withLock { tables -> EntryCosts? in
      guard let place = tables.firstIndex(where: { $0.model == model }) else { return nil }
      let table = tables.remove(at: place)
      tables.append(table)
      return table.costs
    }
    if let kept { return kept }
    // Two threads may both make it, which does no harm.
    let costs = try EntryCosts(model, view: view)
    tables.withLock { tables in
      if tables.count == Self.capacity { tables.removeFirst() }
      tables.append((model, costs))
    }
    return costs
  }

  /// Runs a search with working memory that no other search has.
  func withMemory<Result>(
    nodeCount: Int, _ body: (CostSearchMemory) throws(TraversalError) -> Result
  ) throws(TraversalError) -> Result {
    let memory = pool.withLock { $0.popLast() } ?? CostSearchMemory(nodeCount: nodeCount)
    defer { pool.withLock { if $0.count < 4 { $0.append(memory) } } }
    return try body(memory)
  }
}
