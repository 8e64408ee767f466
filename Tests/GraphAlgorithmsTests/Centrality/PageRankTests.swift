// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct PageRankTests {
  @Test func karateClub() throws {
    let view = try KarateClub.view()
    let found = try PageRank().scores(in: view)
    #expect(found.isConverged)
    let top = found.scores.ranked(limit: 3)
    #expect(top.map(\.node) == [34, 1, 33].map(KarateClub.member))
    for (entry, known) in zip(top, [0.1009, 0.0970, 0.0717]) {
      #expect(abs(entry.score - known) < 6e-5)
    }
    #expect(abs(found.scores.values.reduce(0, +) - 1) < 1e-9)
    let single = try PageRank(tolerance: 1e-6, precision: .single).scores(in: view)
    for (left, right) in zip(single.scores.values, found.scores.values) {
      #expect(abs(left - right) < 1e-6)
    }
  }

  @Test(arguments: 0..<4)
  func sharesAreTheFixedPoint(part: Int) throws {
    var random = SeededGenerator(seed: 600 + UInt64(part))
    for number in 0..<100 {
      let question = try WholeGraphQuestion(&random)
      let dampings: [Double] = [0, 0.5, 0.85, 0.99]
      let damping: Double = dampings.randomElement(using: &random) ?? 0
      let found = try PageRank(
        isDirected: question.isDirected, filter: question.filter, damping: damping,
        tolerance: 1e-12, maximumIterations: 10_000
      ).scores(in: question.view)
      let context: Comment = "part \(part), graph \(number)"
      #expect(found.scores.nodes == question.nodes, context)
      #expect(found.isConverged, context)
      let count = Double(question.nodes.count)
      var next = Dictionary(
        uniqueKeysWithValues: question.nodes.map { ($0, (1 - damping) / count) })
      for node in question.nodes {
        let share = try #require(found.scores[node])
        let steps = question.steps(from: node, isDirected: question.isDirected)
        for (_, target) in steps {
          next[target, default: 0] += damping * share / Double(steps.count)
        }
        if steps.isEmpty {
          for other in question.nodes { next[other, default: 0] += damping * share / count }
        }
      }
      for node in question.nodes {
        #expect(abs((next[node] ?? 0) - (found.scores[node] ?? 0)) < 1e-10, context)
      }
    }
  }

  @Test func anyNumberOfThreadsGivesTheSameBits() throws {
    var random = SeededGenerator(seed: 61)
    var builder = GraphBuilder(order: .asAdded)
    let count: UInt32 = 30_000
    for _ in 0..<count { try builder.addNode(type: "State", key: nil) }
    func ends() -> [UInt32] {
      (0..<90_000).map { _ in
        let draw = UInt32.random(in: 0..<count, using: &random)
        return random.chance(1, of: 3) ? draw % 50 : draw
      }
    }
    let (sources, targets) = (ends(), ends())
    try builder.addEdges(type: "E", from: sources, to: targets)
    let view = TraversalView(try builder.freeze())
    for precision in [PageRank.Precision.single, .double] {
      var question = PageRank(isDirected: true, tolerance: 1e-7, precision: precision)
      let one = try question.scores(in: view)
      #expect(one.isConverged)
      let error = fixedPointError(one.scores.values, sources, targets)
      #expect(error < (precision == .double ? 1e-7 : 1e-5))
      for threadCount in [2, 3, 8] {
        question.threadCount = threadCount
        let several = try question.scores(in: view)
        #expect(several == one)
      }
    }
  }

  /// By how much all shares together change in one more step.
  private func fixedPointError(
    _ shares: [Double], _ sources: [UInt32], _ targets: [UInt32]
  ) -> Double {
    var degrees = [Double](repeating: 0, count: shares.count)
    for source in sources { degrees[Int(source)] += 1 }
    let held = zip(shares, degrees).reduce(0) { $1.1 == 0 ? $0 + $1.0 : $0 }
    let base = (0.15 + 0.85 * held) / Double(shares.count)
    var next = [Double](repeating: base, count: shares.count)
    for (source, target) in zip(sources, targets) {
      next[Int(target)] += 0.85 * shares[Int(source)] / degrees[Int(source)]
    }
    return zip(next, shares).reduce(0) { $0 + abs($1.0 - $1.1) }
  }

  @Test func refusalsAndLimits() throws {
    let view = try KarateClub.view()
    func refused(_ question: PageRank) -> String {
      do {
        _ = try question.scores(in: view)
        return "accepted"
      } catch {
        return "\(error)"
      }
    }
    #expect(
      refused(PageRank(damping: 1)) == "damping must be at least 0 and less than 1, not 1.0")
    #expect(
      refused(PageRank(damping: .nan)) == "damping must be at least 0 and less than 1, not nan")
    #expect(refused(PageRank(tolerance: -1)) == "tolerance must be at least 0, not -1.0")
    #expect(
      refused(PageRank(maximumIterations: 0)) == "maximumIterations must be at least 1, not 0")
    #expect(refused(PageRank(threadCount: 65)) == "threadCount must be 1 to 64, not 65")
    #expect(
      refused(PageRank(filter: TraversalFilter(allowedNodeTypes: ["Membr"])))
        == "no node type or label is called 'Membr'")
    let short = try PageRank(maximumIterations: 2).scores(in: view)
    #expect(!short.isConverged && short.iterations == 2)
    let empty = try PageRank().scores(in: TraversalView(try GraphBuilder().freeze()))
    #expect(empty.isConverged && empty.scores.values.isEmpty)
    #expect(throws: AlgorithmError.self) {
      try PageRank().scores(in: view, budget: SearchBudget(edgeLimit: 10))
    }
  }
}
