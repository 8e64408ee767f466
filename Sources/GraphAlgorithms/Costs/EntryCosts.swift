// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Synchronization

/// A cost model worked out for a view: one whole number for each entry.
///
/// A node between the ends of a path costs the same from wherever it is come to, so half of that is
/// laid on each edge at it. The weights of a path then add up to its cost and half of what passing
/// its ends would cost. All numbers are doubled to stay whole, and divided by what they have in
/// common to stay small. Searches so deal with weights of edges alone, the same in both directions.
///
/// What is made first is little: what edges cost is read where a search comes by, by ``CostOrder``;
/// or for all entries at once, for the searches that need it.
///
/// - Complexity: that of ``EdgePrices`` to make.
final class EntryCosts: Sendable {
  /// The weight of each entry. Narrow numbers where they suffice, to touch less memory.
  enum Weights: Sendable {
    case narrow(FrozenArray<UInt32>)
    case wide(FrozenArray<UInt64>)
  }

  /// No weight is greater.
  let greatest: UInt64

  private let prices: EdgePrices

  /// How many doubled millionths one stands for.
  private let unit: UInt64
  private let model: CostModel

  /// The entries of each node by weight; nil where weights are wide.
  let order: CostOrder?
  private let allWeights = Mutex<Weights?>(nil)

  init(_ model: CostModel, view: TraversalView) throws(TraversalError) {
    let prices = try EdgePrices(model, view: view)
    self.prices = prices
    self.model = model
    unit = max(prices.divisor, 1)
    greatest = 2 * (prices.greatestPrice + prices.greatestPassage) / unit
    order =
      greatest <= UInt64(UInt32.max) ? CostOrder(prices: prices, unit: unit, view: view) : nil
  }

  /// The weight of every entry, made on first use.
  ///
  /// - Complexity: O(edges) the first time.
  func weights(view: TraversalView) -> Weights {
    allWeights.withLock { made in
      if let made { return made }
      let weights: Weights =
        order == nil
        ? .wide(numbers(view: view) { $0 })
        : .narrow(numbers(view: view) { UInt32(truncatingIfNeeded: $0) })
      made = weights
      return weights
    }
  }

  private func numbers<Number>(
    view: TraversalView, _ number: (UInt64) -> Number
  ) -> FrozenArray<Number> {
    FrozenArray(count: 2 * view.edgeCount) { weights in
      for node in 0..<UInt32(view.nodeCount) {
        prices.forEachWeight(of: node, view.adjacency, unit: unit) { entry, weight in
          weights[entry] = number(weight)
        }
      }
    }
  }

  /// The cost of a path with at least one edge, from the sum of its weights.
  func cost(
    ofWeight weight: UInt64, from start: UInt32, to end: UInt32
  ) throws(TraversalError) -> PathCost {
    let (doubled, overflows) = weight.multipliedReportingOverflow(by: unit)
    if overflows || doubled > UInt64(Int64.max) { throw .costsTooLarge }
    let ends = prices.passages.map { $0[Int(start)] + $0[Int(end)] } ?? 0
    return PathCost(millionths: Int64((doubled - ends) / 2 + prices.constant))
  }

  /// Refuses the question when an edge that may be walked has no cost.
  func check(
    _ test: some StepTest, view: TraversalView, meter: inout BudgetMeter
  ) throws(TraversalError) {
    for range in prices.refusals {
      for edge in range where test.admits(edge << 1) || test.admits(edge << 1 | 1) {
        throw refusal(of: edge, view: view)
      }
      try meter.charge(range.count)
    }
  }

  private func refusal(of edge: UInt32, view: TraversalView) -> TraversalError {
    for term in model.terms {
      guard case .property(let name, let missing) = term.measure,
        case .failure(let refusal) =
          EdgeNumbers(name, missing: missing, view: view).millionths(of: edge)
      else { continue }
      let graph = view.graph
      let id = view.edge(at: edge)
      let (source, target) = (graph.source(of: id), graph.target(of: id))
      let words =
        "edge '\(graph.displayName(of: source))' -\(graph.typeName(of: id))-> "
        + "'\(graph.displayName(of: target))'"
      return .refusedCost(
        edge: words + (graph.identifier(of: id).map { " ('\($0)')" } ?? ""), property: name,
        refusal.problem)
    }
    preconditionFailure("an edge was refused for no reason")
  }
}

/// The weights that a search adds up. Searches are generic over them, so that each kind is compiled
/// into its own inner loop.
protocol EntryWeights {
  func weight(_ entry: Int) -> UInt64
}

/// Each edge weighs 1.
struct UnitWeights: EntryWeights {
  @inline(__always) func weight(_ entry: Int) -> UInt64 { 1 }
}

/// Weights of a table, which must outlive this.
struct StoredWeights<Number: UnsignedInteger & FixedWidthInteger>: EntryWeights {
  let numbers: UnsafePointer<Number>

  @inline(__always)
  func weight(_ entry: Int) -> UInt64 { UInt64(truncatingIfNeeded: numbers[entry]) }
}
