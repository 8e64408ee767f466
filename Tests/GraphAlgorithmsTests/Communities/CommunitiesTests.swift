// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel
import GraphTestSupport
import Testing

struct CommunitiesTests {
  /// 0.4198 with four groups is the greatest modularity of this network (U. Brandes et al., "On
  /// modularity clustering", IEEE Transactions on Knowledge and Data Engineering 20, 2008).
  @Test func karateClub() throws {
    let view = try KarateClub.view()
    var best = 0.0
    for seed in 0..<20 {
      let found = try Communities(in: view, seed: UInt64(seed))
      #expect(found.modularity <= 0.41979 && found.modularity > 0.41)
      best = max(best, found.modularity)
      let again = try Communities(in: view, seed: UInt64(seed))
      #expect(again.groups == found.groups)
      let large = found.groups.map(\.count)
      #expect(large == large.sorted(by: >))
    }
    #expect(abs(best - 0.41979) < 1e-5)
    let few = try Communities(in: view, resolution: 0.01)
    #expect(few.groups.map(\.count) == [34])
    let many = try Communities(in: view, resolution: 50)
    #expect(many.groups.count == 34)
  }

  /// Twelve complete graphs of five nodes, linked to a ring: each of them is found.
  @Test func ringOfCompleteGraphs() throws {
    var builder = GraphBuilder(order: .asAdded)
    let handles = try (0..<60).map { _ in try builder.addNode(type: "State", key: nil) }
    for ring in 0..<12 {
      for left in 0..<5 {
        for right in (left + 1)..<5 {
          try builder.addEdge(
            type: "E", from: handles[5 * ring + left], to: handles[5 * ring + right])
        }
      }
      try builder.addEdge(
        type: "E", from: handles[5 * ring], to: handles[(5 * ring + 6) % 60])
    }
    let view = TraversalView(try builder.freeze())
    for seed in 0..<10 {
      let found = try Communities(in: view, seed: UInt64(seed))
      #expect(found.groups.map(\.count) == Array(repeating: 5, count: 12))
      #expect(found.groups[1].map(\.rawValue) == [5, 6, 7, 8, 9])
      #expect(found.group(of: NodeID(rawValue: 12)) == 2)
    }
  }

  @Test(arguments: 0..<4)
  func groupsAreConnectedAndCloseToTheBest(part: Int) throws {
    var random = SeededGenerator(seed: 2500 + UInt64(part))
    var best = 0
    for number in 0..<80 {
      let question = try WholeGraphQuestion(&random)
      let resolutions: [Double] = [0.5, 1, 1, 2]
      let resolution: Double = resolutions.randomElement(using: &random) ?? 1
      let found = try Communities(
        in: question.view, filter: question.filter, resolution: resolution, seed: UInt64(number))
      let context: Comment = "part \(part), graph \(number)"
      #expect(found.groups.flatMap { $0 }.sorted() == question.nodes, context)
      for (place, group) in found.groups.enumerated() {
        #expect(isConnected(group, question), context)
        #expect(group.allSatisfy { found.group(of: $0) == place }, context)
      }
      let edges = question.edges.map {
        (question.graph.source(of: $0), question.graph.target(of: $0))
      }
      let own = modularity(found.groups, edges, resolution)
      #expect(abs(own - found.modularity) < 1e-12, context)
      var greatest = -Double.infinity
      forEachPartition(question.nodes) { groups in
        greatest = max(greatest, modularity(groups, edges, resolution))
      }
      if question.nodes.isEmpty { greatest = 0 }
      #expect(own <= greatest + 1e-12, context)
      if own >= greatest - 1e-9 { best += 1 }
    }
    #expect(best >= 72)
  }

  /// Where the Louvain method is known to leave groups that fall apart.
  @Test func largeRandomGraphs() throws {
    var random = SeededGenerator(seed: 2600)
    for number in 0..<6 {
      var builder = GraphBuilder(order: .asAdded)
      let count: UInt32 = 1500
      for _ in 0..<count { try builder.addNode(type: "State", key: nil) }
      let sources = (0..<2600).map { _ in UInt32.random(in: 0..<count, using: &random) }
      let targets = sources.map { source in
        random.chance(1, of: 3)
          ? UInt32.random(in: 0..<count, using: &random)
          : min(count - 1, source / 20 * 20 + UInt32.random(in: 0..<20, using: &random))
      }
      try builder.addEdges(type: "E", from: sources, to: targets)
      let view = TraversalView(try builder.freeze())
      let found = try Communities(in: view, seed: UInt64(number))
      #expect(found.modularity > 0.5)
      var neighbours: [UInt32: [UInt32]] = [:]
      for (source, target) in zip(sources, targets) {
        neighbours[source, default: []].append(target)
        neighbours[target, default: []].append(source)
      }
      for group in found.groups {
        let members = Set(group.map(\.rawValue))
        var seen: Set<UInt32> = [group[0].rawValue]
        var waiting = [group[0].rawValue]
        while let node = waiting.popLast() {
          for next in neighbours[node] ?? []
          where members.contains(next) && seen.insert(next).inserted {
            waiting.append(next)
          }
        }
        #expect(seen == members)
      }
    }
  }

  @Test func refusals() throws {
    let view = try KarateClub.view()
    let wrong = AlgorithmError.parameterOutOfRange(
      name: "resolution", value: "0.0", expected: "a positive number")
    #expect("\(wrong)" == "resolution must be a positive number, not 0.0")
    #expect(throws: wrong) { try Communities(in: view, resolution: 0) }
    #expect(throws: AlgorithmError.self) { try Communities(in: view, resolution: .infinity) }
    #expect(throws: AlgorithmError.self) { try Communities(in: view, rounds: 0) }
    #expect(throws: AlgorithmError.self) {
      try Communities(in: view, budget: SearchBudget(edgeLimit: 50))
    }
    let huge = try Communities(in: view, resolution: 1e308)
    #expect(huge.groups.count == 34)
    let empty = try Communities(in: TraversalView(try GraphBuilder().freeze()))
    #expect(empty.groups.isEmpty && empty.modularity == 0)
  }

  private func isConnected(_ group: [NodeID], _ question: WholeGraphQuestion) -> Bool {
    guard let first = group.first else { return false }
    var seen: Set<NodeID> = [first]
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for edge in question.edges {
        let (source, target) = (
          question.graph.source(of: edge), question.graph.target(of: edge)
        )
        guard group.contains(source), group.contains(target) else { continue }
        if seen.contains(source) != seen.contains(target) {
          seen.formUnion([source, target])
          isGrowing = true
        }
      }
    }
    return seen.count == group.count
  }

  private func modularity(
    _ groups: [[NodeID]], _ edges: [(NodeID, NodeID)], _ resolution: Double
  ) -> Double {
    if edges.isEmpty { return 0 }
    let count = Double(edges.count)
    return groups.reduce(0) { sum, group in
      let within = edges.count { group.contains($0.0) && group.contains($0.1) }
      let degree = edges.reduce(0) {
        $0 + (group.contains($1.0) ? 1 : 0) + (group.contains($1.1) ? 1 : 0)
      }
      let share = Double(degree) / (2 * count)
      return sum + Double(within) / count - resolution * share * share
    }
  }

  private func forEachPartition(_ nodes: [NodeID], _ body: ([[NodeID]]) -> Void) {
    func place(_ rest: ArraySlice<NodeID>, _ groups: [[NodeID]]) {
      guard let node = rest.first else { return body(groups) }
      for group in groups.indices {
        var wider = groups
        wider[group].append(node)
        place(rest.dropFirst(), wider)
      }
      place(rest.dropFirst(), groups + [[node]])
    }
    place(nodes[...], [])
  }
}
