// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

@Suite("Snapshots")
struct SnapshotTests {
  @Test("a copy never changes, whatever is done to the original afterwards")
  func isolation() throws {
    var graph = try SampleGraph.graph()
    var snapshots: [(graph: PropertyGraph, text: [String])] = []
    func remember() { snapshots.append((graph, dump(graph))) }
    remember()
    let norway = try graph.insertNode(labels: ["State"], key: "norway")
    remember()
    let link = try graph.insertEdge(type: "VISITS", from: norway, to: node(0))
    remember()
    try graph.set("x", of: norway, to: .integer(1))
    try graph.set("x", of: node(0), to: .integer(1))
    try graph.set("x", of: link, to: .integer(1))
    try graph.set("x", of: edge(0), to: .integer(1))
    remember()
    try graph.setLabels(of: node(0), to: ["Z"])
    try graph.setLabels(of: norway, to: ["Z"])
    remember()
    try graph.setClaims(on: node(0), to: [])
    try graph.setClaims(on: edge(0), to: [Claim(note: "new")])
    remember()
    try graph.remove(link)
    try graph.remove(edge(0))
    remember()
    try graph.remove(norway)
    try graph.remove(node(0), detaching: true)
    remember()
    #expect(Set(snapshots.map(\.text)).count == snapshots.count)
    for (snapshot, text) in snapshots {
      #expect(dump(snapshot) == text)
      #expect(snapshot.checkInvariants() == [])
    }
    var branch = snapshots[1].graph
    try branch.remove(norway)
    #expect(dump(branch) == snapshots[0].text)
    #expect(dump(snapshots[1].graph) == snapshots[1].text)
  }

  @Test("snapshots are read from many threads while the original is edited")
  func threads() async throws {
    var graph = try SampleGraph.graph()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for round in 0..<60 {
        let snapshot = graph
        let expected = dump(snapshot)
        for _ in 0..<3 {
          group.addTask {
            // The merged adjacency and the compiled rules are made on first use, by whoever comes.
            snapshot.storage.mergedAdjacency.offsets.count == 7
              && snapshot.checkInvariants() == [] && dump(snapshot) == expected
          }
        }
        let added = try graph.insertNode(labels: ["State"], key: "state-\(round)")
        try graph.insertEdge(type: "VISITS", from: added, to: node(UInt32(round % 6)))
        try graph.set("round", of: node(2), to: .integer(Int64(round)))
        try graph.set("since", of: edge(UInt32(round % 8)), to: partial("\(1990 + round % 30)"))
        if round % 5 == 4 { try graph.remove(added, detaching: true) }
        if round % 20 == 19 { #expect(try graph.compacted().edgeCount == graph.edgeCount) }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }
}
