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
/// - Complexity: O(nodes + edges) to make.
final class EntryCosts: Sendable {
  /// The weight of each entry. Narrow numbers where they suffice, to touch less memory.
  enum Weights: Sendable {
    case narrow(FrozenArray<UInt32>)
    case wide(FrozenArray<UInt64>)
  }

  let weights: Weights

  /// The greatest weight.
  let greatest: UInt64

  /// How many doubled millionths one stands for.
  private let unit: UInt64
  private let passages: [UInt64]?
  private let constant: UInt64
  private let model: CostModel
  private let refusals: [Range<UInt32>]
  private let ordered = Mutex<CostOrder?>(nil)

  init(_ model: CostModel, view: TraversalView) throws(TraversalError) {
    let prices = try EdgePrices(model, view: view)
    self.model = model
    passages = prices.passages
    constant = prices.constant
    refusals = prices.refusals
    let entryCount = 2 * view.edgeCount
    let doubled = Self.doubled(prices, view: view, count: entryCount)
    var divisor: UInt64 = 0
    var greatest: UInt64 = 0
    for weight in doubled where weight > 0 {
      if divisor == 0 || weight % divisor != 0 { divisor = Self.commonDivisor(weight, divisor) }
      greatest = max(greatest, weight)
    }
    let unit = max(divisor, 1)
    self.unit = unit
    self.greatest = greatest / unit
    if self.greatest <= UInt64(UInt32.max) {
      weights = .narrow(
        FrozenArray(count: entryCount) { weights in
          for entry in 0..<entryCount {
            weights[entry] = UInt32(truncatingIfNeeded: doubled.base[entry] / unit)
          }
        })
    } else {
      weights = .wide(
        FrozenArray(count: entryCount) { weights in
          for entry in 0..<entryCount { weights[entry] = doubled.base[entry] / unit }
        })
    }
  }

  private static func doubled(
    _ prices: EdgePrices, view: TraversalView, count: Int
  ) -> FrozenArray<UInt64> {
    FrozenArray(count: count) { weights in
      for node in 0..<view.nodeCount {
        for entry in view.entries(of: UInt32(node)) {
          var weight = 2 * prices.edges[Int(view.references.base[entry] >> 1)]
          if let passages = prices.passages {
            weight += passages[node] + passages[Int(view.neighbours.base[entry])]
          }
          weights[entry] = weight
        }
      }
    }
  }

  private static func commonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  /// The weight of an entry.
  func weight(of entry: UInt32) -> UInt64 {
    switch weights {
    case .narrow(let weights): UInt64(weights.base[Int(entry)])
    case .wide(let weights): weights.base[Int(entry)]
    }
  }

  /// The cost of a path with at least one edge, from the sum of its weights.
  func cost(
    ofWeight weight: UInt64, from start: UInt32, to end: UInt32
  ) throws(TraversalError) -> PathCost {
    let (doubled, overflows) = weight.multipliedReportingOverflow(by: unit)
    if overflows || doubled > UInt64(Int64.max) { throw .costsTooLarge }
    let ends = passages.map { $0[Int(start)] + $0[Int(end)] } ?? 0
    return PathCost(millionths: Int64((doubled - ends) / 2 + constant))
  }

  /// Refuses the question when an edge that may be walked has no cost.
  func check(
    _ test: some StepTest, view: TraversalView, meter: inout BudgetMeter
  ) throws(TraversalError) {
    for range in refusals {
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

  /// The entries of each node by weight, made on first use; nil where weights are wide.
  func order(view: TraversalView) -> CostOrder? {
    guard case .narrow(let weights) = weights else { return nil }
    return ordered.withLock { ordered in
      if let made = ordered { return made }
      let made = CostOrder(weights: weights, view: view)
      ordered = made
      return made
    }
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
