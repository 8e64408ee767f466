// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// How often each node lies between two others: the sum, over all pairs, of the share of their
/// shortest paths that pass the node.
///
/// Paths are told apart by their edges, so of two ways of equal length the one with parallel edges
/// counts more. Without direction each pair counts once, with direction each ordered pair.
///
/// ```
///   a ── b ── c        b lies on the only path between a and c: 1; a and c: 0
/// ```
/// ```swift
/// let exact = try Betweenness().scores(in: view)
/// let quick = try Betweenness(method: .sampled(error: 0.01, risk: 0.05, seed: 1)).scores(in: view)
/// ```
///
/// - Preconditions: the error and the risk of a sample lie strictly between 0 and 1. Checked.
/// - Complexity: O(nodes · edges) exactly, O(samples · edges) sampled; O(nodes + edges) memory.
///   The budget bounds both.
/// - Sampled: sources are drawn at random, with repetition. With the probability 1 - risk *all*
///   normalised numbers are wrong by no more than the error at once. That takes
///   k = ⌈ (n / (n - 1))² · ln(2n / risk) / (2 · error²) ⌉ sources for n nodes: the dependency of a
///   source on a node, divided by n - 2, lies between 0 and 1, so that Hoeffding's inequality bounds
///   the mean of k of them, and the union bound all nodes together. Where k is not below n, the
///   numbers are exact.
/// - Numbers of paths above 2^500 within a level are scaled down, so their shares are exact to the
///   precision of a floating-point number and never overflow.
/// - Literature: U. Brandes, "A faster algorithm for betweenness centrality", Journal of
///   Mathematical Sociology 25 (2001); U. Brandes, C. Pich, "Centrality estimation in large
///   networks", International Journal of Bifurcation and Chaos 17 (2007); W. Hoeffding,
///   "Probability inequalities for sums of bounded random variables", Journal of the American
///   Statistical Association 58 (1963).
public struct Betweenness: Hashable, Sendable {
  public enum Method: Hashable, Sendable {
    case exact

    /// With the greatest error of a normalised number, and how likely a greater one may be.
    case sampled(error: Double, risk: Double, seed: UInt64)
  }

  public var method: Method

  /// Whether edges are walked from source to target only, except types for which the filter names a
  /// direction.
  public var isDirected: Bool

  /// Node rules hold for all nodes, ends included: what is left out is not in the result either.
  public var filter: TraversalFilter

  public init(
    method: Method = .exact, isDirected: Bool = false, filter: TraversalFilter = TraversalFilter()
  ) {
    self.method = method
    self.isDirected = isDirected
    self.filter = filter
  }

  /// The numbers, and how they were reached.
  public struct Result: Equatable, Sendable {
    /// Sums over pairs.
    public let scores: NodeScores<Double>

    /// The sums divided by the number of pairs: 0 to 1.
    public let normalised: NodeScores<Double>

    /// The number of sources drawn; nil when the numbers are exact.
    public let sampleCount: Int?
  }

  /// Works the numbers out.
  /// - Throws: ``AlgorithmError``.
  public func scores(
    in view: TraversalView, budget: SearchBudget = .standard
  ) throws(AlgorithmError) -> Result {
    if case .sampled(let error, let risk, _) = method {
      for (name, value) in [("error", error), ("risk", risk)] where !(value > 0 && value < 1) {
        throw .parameterOutOfRange(
          name: name, value: "\(value)", expected: "greater than 0 and less than 1")
      }
    }
    return try traversing { () throws(TraversalError) in try result(in: view, budget) }
  }

  /// How many sources a sample takes. Exceeds every number of nodes where the error is too small
  /// for a sample to pay.
  public static func sampleCount(nodeCount: Int, error: Double, risk: Double) -> Int {
    guard nodeCount > 1, error > 0, risk > 0 else { return .max }
    let nodes = Double(nodeCount)
    let spread = nodes / (nodes - 1)
    let count =
      spread * spread * naturalLogarithm(2 * nodes / risk) / (2 * error * error)
    return count < 1e15 ? Int(count.rounded(.up)) : .max
  }

  private func result(
    in view: TraversalView, _ budget: SearchBudget
  ) throws(TraversalError) -> Result {
    var meter = BudgetMeter(budget)
    let graph = try WalkableGraph(
      view, filter: filter, isDirected: isDirected, side: .ahead, meter: &meter)
    let count = graph.nodeCount
    var search = DependencySearch(graph)
    var sums = [Double](repeating: 0, count: count)
    var sampleCount: Int?
    if case .sampled(let error, let risk, let seed) = method {
      let needed = Self.sampleCount(nodeCount: count, error: error, risk: risk)
      if needed < count { sampleCount = needed }
      if let sampleCount {
        var random = RepeatableRandom(seed: seed)
        for _ in 0..<sampleCount {
          let source = UInt32(random.number(below: count))
          try search.add(from: source, to: &sums, meter: &meter)
        }
      }
    }
    if sampleCount == nil {
      for source in 0..<UInt32(count) { try search.add(from: source, to: &sums, meter: &meter) }
    }
    // Without direction each pair is met from both of its ends.
    let isSymmetric = !isDirected && filter.edgeDirections.isEmpty
    let pairs = Double(max(0, count - 1)) * Double(max(0, count - 2))
    let scale = sampleCount.map { Double(count) / Double($0) } ?? 1
    let ordered = NodeScores(graph, values: sums.map { $0 * scale })
    return Result(
      scores: isSymmetric ? ordered.map { $0 / 2 } : ordered,
      normalised: ordered.map { pairs > 0 ? $0 / pairs : 0 }, sampleCount: sampleCount)
  }
}

/// The natural logarithm by a series of basic operations, so the same on every machine.
/// - Precondition: the number is positive and finite.
func naturalLogarithm(_ number: Double) -> Double {
  let part = (number.significand - 1) / (number.significand + 1)
  var power = part
  var sum = 0.0
  for divisor in stride(from: 1.0, to: 60.0, by: 2.0) {
    sum += power / divisor
    power *= part * part
  }
  return 2 * sum + Double(number.exponent) * 0.693147180559945309417
}
