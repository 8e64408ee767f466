// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import Testing

@testable import GraphAlgorithms

struct BuildingBlockTests {
  /// The first numbers of SplitMix64 for a seed that its reference program is often shown with.
  @Test func randomNumbersAreTheReference() {
    var random = RepeatableRandom(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[random.number(below: 7)] += 1 }
    #expect(counts.allSatisfy { (9_500...10_500).contains($0) })
    var shuffled = Array(0..<UInt32(100))
    random.shuffle(&shuffled)
    #expect(shuffled.sorted() == Array(0..<100) && shuffled != Array(0..<100))
  }

  @Test func logarithms() {
    for (number, expected) in [
      (1, 0), (2, 0.6931471805599453), (10, 2.302585092994046), (0.5, -0.6931471805599453),
      (1e300, 690.7755278982137), (24_000, 10.085809109330082),
    ] {
      #expect(abs(naturalLogarithm(number) - expected) <= 1e-13 * max(1, abs(expected)))
    }
  }

  @Test func theLeastComesFirst() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<200 {
      var queue = PriorityQueue<Int>()
      var kept: [Int] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        if random.chance(2, of: 3) {
          let number = Int.random(in: 0...20, using: &random)
          queue.insert(number)
          kept.append(number)
        } else {
          let least = kept.min()
          #expect(queue.removeFirst() == least)
          if let least, let place = kept.firstIndex(of: least) { kept.remove(at: place) }
        }
        #expect(queue.isEmpty == kept.isEmpty)
      }
      var rest: [Int] = []
      while let next = queue.removeFirst() { rest.append(next) }
      #expect(rest == kept.sorted())
    }
  }

  @Test func setsGrowTogether() {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<100 {
      var sets = DisjointSets(count: 12)
      var labels = Array(0..<12)
      for _ in 0..<10 {
        let (left, right) = (
          Int.random(in: 0..<12, using: &random), Int.random(in: 0..<12, using: &random)
        )
        let wereApart = labels[left] != labels[right]
        #expect(sets.join(left, right) == wereApart)
        let drop = labels[right]
        for place in labels.indices where labels[place] == drop { labels[place] = labels[left] }
      }
      for left in 0..<12 {
        for right in 0..<12 {
          #expect((sets.root(of: left) == sets.root(of: right)) == (labels[left] == labels[right]))
        }
      }
    }
  }

  @Test(arguments: [1, 2, 5, 64])
  func everyBlockIsDoneOnce(threadCount: Int) {
    let counter = BlockCounter(count: 1000)
    let done = UnsafeMutablePointer<Int>.allocate(capacity: 1000)
    done.initialize(repeating: 0, count: 1000)
    defer { done.deallocate() }
    WorkerThreads.run(threadCount) { _ in
      while let block = counter.take() { done[block] += 1 }
    }
    #expect((0..<1000).allSatisfy { done[$0] == 1 })
  }

  @Test func ranking() throws {
    var random = SeededGenerator(seed: 14)
    let view = try KarateClub.view()
    var meter = BudgetMeter(.standard)
    let graph = try WalkableGraph(
      view, filter: TraversalFilter(), isDirected: false, side: .around, meter: &meter)
    for _ in 0..<50 {
      let values = (0..<34).map { _ in Int.random(in: 0...9, using: &random) }
      let scores = NodeScores(graph, values: values)
      let order = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
      for limit in [0, 1, 2, 5, 16, 17, 33, 34, 35, .max, -3] {
        let expected = order.prefix(max(0, limit)).map { graph.node(at: $0) }
        #expect(scores.ranked(limit: limit).map(\.node) == expected)
      }
    }
  }
}
