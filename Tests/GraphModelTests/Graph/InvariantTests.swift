// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

@Suite("Invariants: a sound graph has no fault, and damage is named")
struct InvariantTests {
  @Test("the sample graph is sound")
  func sound() throws {
    #expect(try SampleGraph.graph().checkInvariants() == [])
    #expect(PropertyGraph().checkInvariants() == [])
  }

  /// The faults of the sample graph after its parts have been damaged.
  private func faults(_ damage: (inout GraphStorage.Parts) throws -> Void) throws -> [String] {
    var parts = try SampleGraph.graph().storage.parts
    try damage(&parts)
    // Damage may lie in what days are worked out from, so they are those of the sound graph.
    let sound = try SampleGraph.graph().storage
    let storage = GraphStorage(
      parts: parts, nodeValidity: sound.nodeValidity, edgeValidity: sound.edgeValidity)
    return PropertyGraph(storage: storage).checkInvariants()
  }

  @Test("node types that are not contiguous")
  func nodeRanges() throws {
    let found = try faults { parts in
      let type = parts.nodeTypes[1]
      parts.nodeTypes[1] = NodeTypeStorage(
        name: type.name, labels: type.labels.reversed() + ["A"], firstNode: 3, count: type.count,
        columns: type.columns)
    }
    #expect(
      found == [
        "node type 'State' begins at 3, not at 2", "labels of node type 'State' are not sorted",
      ])
  }

  @Test("edge types that are not contiguous, or come twice")
  func edgeRanges() throws {
    let found = try faults { parts in
      parts.edgeTypes[1] = parts.edgeTypes[1].changed(label: "BORDERS", firstEdge: 3)
    }
    #expect(
      found.prefix(2) == [
        "two edge types have one label", "edge type 'BORDERS' begins at 3, not at 2",
      ])
  }

  @Test("offsets that do not partition the entries")
  func offsets() throws {
    let found = try faults { parts in
      let type = parts.edgeTypes[0]
      var offsets = Array(type.outgoing.offsets)
      offsets[1] = 9
      parts.edgeTypes[0] = type.changed(
        outgoing: EdgeAdjacency(
          firstNode: 5, offsets: FrozenArray(offsets), neighbours: type.outgoing.neighbours,
          edges: nil))
    }
    #expect(
      found == [
        "offsets of outgoing edge type 'BORDERS' do not partition its entries",
        "offsets of outgoing edge type 'BORDERS' pass the last node",
      ])
  }

  @Test("arrays of different length, ends outside the graph")
  func lengths() throws {
    let short = try faults { parts in
      parts.edgeTypes[0] = parts.edgeTypes[0].changed(sources: FrozenArray([1]))
    }
    #expect(short == ["arrays of edge type 'BORDERS' differ in length"])
    let outside = try faults { parts in
      let type = parts.edgeTypes[0]
      var sources = Array(type.sources)
      sources[1] = 6
      parts.edgeTypes[0] = type.changed(sources: FrozenArray(sources))
    }
    #expect(outside == ["edge 1 has an end outside the graph"])
  }

  @Test("neighbours that are not sorted, and directions that disagree")
  func directions() throws {
    let found = try faults { parts in
      let type = parts.edgeTypes[1]
      var neighbours = Array(type.outgoing.neighbours)
      neighbours.swapAt(2, 3)
      parts.edgeTypes[1] = type.changed(
        outgoing: EdgeAdjacency(
          firstNode: type.outgoing.firstNode, offsets: type.outgoing.offsets,
          neighbours: FrozenArray(neighbours), edges: nil))
    }
    #expect(found.contains("edge 5 is out of order"))
    #expect(
      found.contains("edge 4 of edge type 'COVERS' differs between its two directions"))
    let sources = try faults { parts in
      let type = parts.edgeTypes[0]
      parts.edgeTypes[0] = type.changed(sources: FrozenArray([4, 4]))
    }
    #expect(
      sources.contains("edge 1 of edge type 'BORDERS' lies among the outgoing of node 5"))
  }

  @Test("incoming entries out of order, or of another type")
  func incoming() throws {
    func damaged(_ edges: [UInt32]) throws -> [String] {
      try faults { parts in
        let type = parts.edgeTypes[0]
        parts.edgeTypes[0] = type.changed(
          incoming: EdgeAdjacency(
            firstNode: type.incoming.firstNode, offsets: type.incoming.offsets,
            neighbours: type.incoming.neighbours, edges: FrozenArray(edges)))
      }
    }
    #expect(try damaged([0, 1]) == [])
    #expect(
      try damaged([0, 2]) == ["entry 1 of incoming edge type 'BORDERS' is no edge of the type"])
    #expect(
      try damaged([1, 1]).contains(
        "edge 1 of edge type 'BORDERS' differs between its two directions"))
    let swapped = try faults { parts in
      let type = parts.edgeTypes[0]
      parts.edgeTypes[0] = type.changed(
        incoming: EdgeAdjacency(
          firstNode: type.incoming.firstNode, offsets: type.incoming.offsets,
          neighbours: FrozenArray(Array(type.incoming.neighbours).reversed()),
          edges: FrozenArray([1, 0])))
    }
    #expect(swapped == ["incoming edge type 'BORDERS' at node 5 is out of order"])
  }

  @Test("columns: rows, values, order, names")
  func columns() throws {
    func damaged(_ values: PropertyColumn.Values, _ rows: PropertyColumn.Rows) throws -> [String] {
      try faults { parts in
        let type = parts.nodeTypes[1]
        let column = PropertyColumn(property: 0, values: values, rows: rows)
        parts.nodeTypes[1] = NodeTypeStorage(
          name: type.name, labels: type.labels, firstNode: type.firstNode, count: type.count,
          columns: [column] + type.columns)
      }
    }
    let it = "column 'budget' of node type 'State'"
    #expect(
      try damaged(.integer(FrozenArray([1])), .all) == ["\(it) has 1 values for 4 rows"])
    #expect(
      try damaged(
        .integer(FrozenArray([1, 2, 3, 4])), .members(FrozenBitSet(count: 65) { $0 == 4 }))
        == ["\(it) has 4 values for 4 rows"])
    #expect(
      try damaged(
        .integer(FrozenArray([1, 2, 3, 4])), .members(FrozenBitSet(count: 5) { $0 == 4 })) == [
          "\(it) has a value after the last row", "\(it) has no value",
        ])
    #expect(
      try damaged(.integer(FrozenArray([1, 2])), .listed(FrozenArray([2, 1])))
        == ["rows of \(it) are not sorted"])
    #expect(
      try damaged(.integer(FrozenArray([1, 2])), .listed(FrozenArray([1, 4])))
        == ["\(it) has a value after the last row"])
    #expect(
      try damaged(.integer(FrozenArray([1, 2])), .listed(FrozenArray([1])))
        == ["\(it) has 2 values for 1 rows"])
    #expect(
      try damaged(.string(FrozenArray([99])), .listed(FrozenArray([1])))
        == ["row 1 of \(it) is not a value of its kind"])
    #expect(
      try damaged(.partialDate(FrozenArray([31])), .listed(FrozenArray([1])))
        == ["row 1 of \(it) is not a value of its kind"])
    #expect(
      try damaged(.date(FrozenArray([.max])), .listed(FrozenArray([1])))
        == ["row 1 of \(it) is not a value of its kind"])
    #expect(
      try damaged(.mixed(EncodedValues([.null])), .listed(FrozenArray([1])))
        == ["row 1 of \(it) is not a value of its kind"])
    let order = try faults { parts in
      let type = parts.nodeTypes[1]
      let nameless = PropertyColumn(
        property: 50, values: .integer(FrozenArray([1, 2, 3, 4])), rows: .all)
      parts.nodeTypes[1] = NodeTypeStorage(
        name: type.name, labels: type.labels, firstNode: type.firstNode, count: type.count,
        columns: [nameless] + type.columns)
      parts.propertyNames[0] = parts.propertyNames[1]
    }
    #expect(
      order == [
        "two properties have one name", "columns of node type 'State' are not in order",
        "a column of node type 'State' has no name",
      ])
  }

  @Test("string tables: offsets, index, text")
  func strings() throws {
    func damaged(_ bytes: [UInt8], _ offsets: [UInt32], _ slots: [UInt32]) -> [String] {
      var report = InvariantReport()
      StringTable(
        bytes: FrozenArray(bytes), offsets: FrozenArray(offsets), slots: FrozenArray(slots),
        seed: 0
      ).check("it", into: &report)
      return report.faults
    }
    #expect(damaged([], [0], [0]) == [])
    #expect(damaged([65], [0, 2], [0, 1]) == ["offsets of it do not partition its text"])
    #expect(
      damaged([65, 66], [0, 3, 2], [0, 1, 2, 0]) == ["offsets of it do not partition its text"])
    #expect(damaged([65], [0, 1], [1, 0, 0]) == ["the index of it does not fit its strings"])
    #expect(damaged([65], [0, 1], [1]) == ["the index of it does not fit its strings"])
    #expect(damaged([65], [0, 1], [2, 0]) == ["the index of it does not fit its strings"])
    #expect(damaged([65], [0, 1], [0, 0]) == ["the index of it does not fit its strings"])
    #expect(
      damaged([65, 65], [0, 1, 2], [1, 2, 0, 0]).contains("string 1 of it is not found again")
        || damaged([65, 65], [0, 1, 2], [0, 0, 1, 2]).contains("string 1 of it is not found again"))
    var interner = StringInterner()
    _ = [UInt8](arrayLiteral: 0xFF).withUnsafeBufferPointer { try? interner.intern($0) }
    var report = InvariantReport()
    interner.frozen().check("it", into: &report)
    #expect(report.faults == ["string 0 of it is not UTF-8"])
  }

  @Test("key tables lead both ways")
  func keys() throws {
    let sound = try SampleGraph.graph().storage.keys
    let wrong = try faults { parts in
      var nodes = sound.nodes.map(Array.init) ?? []
      nodes.swapAt(0, 1)
      parts.keys = KeyTable(
        strings: sound.strings, numbers: sound.numbers, nodes: FrozenArray(nodes))
    }
    #expect(
      wrong == [
        "key 0 and node 2 do not lead to each other", "key 1 and node 0 do not lead to each other",
      ])
    let missing = try faults { parts in
      parts.keys = KeyTable(strings: sound.strings, numbers: nil, nodes: nil)
    }
    #expect(missing == ["the key table holds 5 keys for 6 nodes"])
    let extra = try faults { parts in
      var numbers = sound.numbers.map(Array.init) ?? []
      numbers[1] = 0
      parts.keys = KeyTable(
        strings: sound.strings, numbers: FrozenArray(numbers), nodes: sound.nodes)
    }
    #expect(extra == ["the key table gives keys to too many nodes"])
  }

  @Test("claims: offsets, sources, and the value they are about")
  func claims() throws {
    let offsets = try faults { parts in
      parts.nodeClaims = ClaimTable(
        offsets: FrozenArray([0, 1]), records: RecordTable([Claim()]) { $0.write($1) })
    }
    #expect(offsets == ["offsets of the node claims do not partition them"])
    let others = try faults { parts in
      let citation = Citation(source: SourceID(rawValue: 2))
      parts.nodeClaims = ClaimTable(
        [
          (0, Claim(property: "budget", value: .integer(1), citations: [citation])),
          (1, Claim(property: "absent", value: .integer(1))),
        ], subjectCount: 6)
    }
    #expect(
      others == [
        "a claim about node 0 cites source 2 of 2",
        "no claim about node 0 states the value of 'budget'",
        "no claim about node 1 states the value of 'absent'",
      ])
  }

  @Test("names, identifiers and sources")
  func names() throws {
    let found = try faults { parts in
      parts.names = SparseRecordTable([6: [NodeName("x")]]) { $0.write($1) }
      parts.edgeIdentifiers = SparseRecordTable([8: "x"]) { $0.write($1) }
      parts.sources.reverse()
    }
    #expect(
      found == [
        "names are given for node 6 of 6", "an identifier is given for edge 8 of 8",
        "sources 'register' and 'agency' are not in order",
      ])
  }

  @Test("validity that is not what the properties say")
  func validity() throws {
    let sound = try SampleGraph.graph().storage
    let nodes = try #require(sound.nodeValidity)
    var first = Array(nodes.first)
    first[0] += 1
    let wrong = GraphStorage(
      parts: sound.parts, nodeValidity: DayRanges(first: FrozenArray(first), last: nodes.last),
      edgeValidity: nil)
    let found = PropertyGraph(storage: wrong).checkInvariants()
    #expect(found.first == "validity of node 0 is not what it states")
    #expect(found.contains("validity of edge 0 is not what it states"))
    let short = GraphStorage(
      parts: sound.parts,
      nodeValidity: DayRanges(first: FrozenArray([0]), last: FrozenArray([0])),
      edgeValidity: sound.edgeValidity)
    #expect(
      PropertyGraph(storage: short).checkInvariants()
        == ["validity of nodes has not one entry for each"])
  }

  @Test("a merged adjacency that is not that of the edge types")
  func merged() throws {
    let sound = try SampleGraph.graph().storage
    let adjacency = sound.mergedAdjacency
    func faults(_ merged: MergedAdjacency) -> [String] {
      PropertyGraph(
        storage: GraphStorage(
          parts: sound.parts, nodeValidity: sound.nodeValidity, edgeValidity: sound.edgeValidity,
          merged: merged)
      ).checkInvariants()
    }
    var references = Array(adjacency.references)
    references[0] ^= 1
    #expect(
      faults(
        MergedAdjacency(
          offsets: adjacency.offsets, neighbours: adjacency.neighbours,
          references: FrozenArray(references)))
        == ["the merged adjacency of node 0 is not that of the edge types"])
    #expect(
      faults(
        MergedAdjacency(
          offsets: adjacency.offsets, neighbours: FrozenArray([]), references: FrozenArray([])))
        == ["offsets of the merged adjacency do not partition its entries"])
  }

  @Test("edits: ends, lists, keys, subjects")
  func edits() throws {
    var graph = try SampleGraph.graph()
    let added = try graph.insertNode(labels: ["State"], key: "norway")
    let link = try graph.insertEdge(type: "BORDERS", from: added, to: node(2))
    #expect(graph.checkInvariants() == [])

    var ends = graph
    ends.delta.removedNodes.insert(added.rawValue)
    #expect(
      ends.checkInvariants() == [
        "edge 8 has the removed end 6", "edge 8 has the removed end 6",
      ])
    var base = graph
    base.delta.removedNodes.insert(1)
    #expect(base.checkInvariants() == ["edge 7 has the removed end 1"])

    var lists = graph
    lists.delta.outgoing = [:]
    lists.delta.incoming[2] = [link.rawValue, link.rawValue]
    #expect(
      lists.checkInvariants() == [
        "inserted edges and their outgoing lists differ",
        "inserted edges and their incoming lists differ",
      ])

    var keys = graph
    keys.delta.keys = [ScalarString("poland"): added.rawValue]
    #expect(
      keys.checkInvariants() == [
        "key 'norway' of node 6 leads elsewhere",
        "key 'poland' leads to node 6, which has another",
        "key 'poland' is that of node 4 and of node 6",
      ])

    var subjects = graph
    subjects.delta.nodeProperties[7] = [:]
    subjects.delta.edgeClaims[9] = [Claim(citations: [Citation(source: SourceID(rawValue: 3))])]
    subjects.delta.nodeLabels[0] = ["b", "a"]
    subjects.delta.removedNodes.insert(9)
    subjects.delta.removedEdges.insert(9)
    #expect(
      subjects.checkInvariants() == [
        "node 9 is removed, and there are 7", "edge 9 is removed, and there are 9",
        "edited properties are of node 7, and there are 7",
        "edited claims are of edge 9, and there are 9", "labels of node 0 are not sorted",
        "a claim about edge 9 cites source 3 of 2",
      ])

    var types = graph
    types.delta.edgeTypeNames = ["COVERS"]
    types.delta.addedEdges[0].type = EdgeTypeID(rawValue: 5)
    types.delta.addedEdges[0].properties["x"] = .null
    types.delta.addedNodes[0].properties["x"] = .null
    types.delta.addedNodes[0].labels = ["b", "a"]
    #expect(
      types.checkInvariants() == [
        "labels of node 6 are not sorted", "node 6 was inserted with a null",
        "two edge types have one label", "edge 8 has no type", "edge 8 was inserted with a null",
      ])
  }

  @Test("at most a hundred faults are told")
  func limit() throws {
    let found = try faults { parts in
      let names = (100..<300 as Range<UInt32>).map { ($0, [] as [NodeName]) }
      parts.names = SparseRecordTable(Dictionary(uniqueKeysWithValues: names)) { $0.write($1) }
    }
    #expect(found.count == 100)
  }
}

extension GraphStorage {
  /// What the storage was made of.
  var parts: Parts {
    Parts(
      graphType: graphType, description: description, nodeTypes: nodeTypes, edgeTypes: edgeTypes,
      propertyNames: propertyNames, strings: strings, keys: keys, names: names,
      nodeClaims: nodeClaims, edgeClaims: edgeClaims, edgeIdentifiers: edgeIdentifiers,
      sources: sources)
  }
}

extension EdgeTypeStorage {
  /// A copy of which some parts differ.
  func changed(
    label: String? = nil, firstEdge: UInt32? = nil, outgoing: EdgeAdjacency? = nil,
    incoming: EdgeAdjacency? = nil, sources: FrozenArray<UInt32>? = nil
  ) -> EdgeTypeStorage {
    EdgeTypeStorage(
      label: label ?? self.label, firstEdge: firstEdge ?? self.firstEdge, count: count,
      outgoing: outgoing ?? self.outgoing, incoming: incoming ?? self.incoming,
      sources: sources ?? self.sources, columns: columns)
  }
}
