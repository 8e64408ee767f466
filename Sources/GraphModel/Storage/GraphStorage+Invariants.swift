// SPDX-License-Identifier: Apache-2.0

extension GraphStorage {
  /// Reports what contradicts itself. Nothing is read before it is known to be in bounds.
  func check(into report: inout InvariantReport) {
    strings.check("the string table", into: &report)
    keys.check(nodeCount: nodeCount, into: &report)
    report.check(
      Set(propertyNames).count == propertyNames.count, "two properties have one name")
    // A string column is decoded below, so texts and ranges have to be sound before it is read.
    checkNodeTypes(into: &report)
    checkEdgeTypes(into: &report)
    checkNamesAndSources(into: &report)
    guard report.faults.isEmpty else { return }
    checkValidity(into: &report)
    nodeClaims.check("node", subjectCount: nodeCount, in: self, into: &report) { subject, name in
      let type = self.nodeTypes[self.nodeType(of: subject)]
      return self.value(of: name, row: Int(subject - type.firstNode), in: type.columns)
    }
    edgeClaims.check("edge", subjectCount: edgeCount, in: self, into: &report) { subject, name in
      let type = self.edgeTypes[self.edgeType(of: subject)]
      return self.value(of: name, row: Int(subject - type.firstEdge), in: type.columns)
    }
    mergedAdjacency.check(edgeTypes: edgeTypes, nodeCount: nodeCount, into: &report)
  }

  private func checkNodeTypes(into report: inout InvariantReport) {
    var next = 0
    for type in nodeTypes {
      let subject = "node type '\(type.name)'"
      report.check(
        Int(type.firstNode) == next, "\(subject) begins at \(type.firstNode), not at \(next)")
      report.check(
        type.labels == Array(Set(type.labels)).sorted(), "labels of \(subject) are not sorted")
      check(type.columns, rowCount: type.count, of: subject, into: &report)
      next += type.count
    }
    report.check(next == nodeCount, "node types hold \(next) nodes of \(nodeCount)")
  }

  private func checkEdgeTypes(into report: inout InvariantReport) {
    var next = 0
    report.check(
      Set(edgeTypes.map(\.label)).count == edgeTypes.count, "two edge types have one label")
    for type in edgeTypes {
      let subject = "edge type '\(type.label)'"
      report.check(
        Int(type.firstEdge) == next, "\(subject) begins at \(type.firstEdge), not at \(next)")
      type.check(subject, nodeCount: nodeCount, into: &report)
      check(type.columns, rowCount: type.count, of: subject, into: &report)
      next += type.count
    }
    report.check(next == edgeCount, "edge types hold \(next) edges of \(edgeCount)")
  }

  private func check(
    _ columns: [PropertyColumn], rowCount: Int, of subject: String,
    into report: inout InvariantReport
  ) {
    for (previous, column) in zip(columns, columns.dropFirst())
    where previous.property >= column.property {
      report.add("columns of \(subject) are not in order")
    }
    for column in columns {
      guard Int(column.property) < propertyNames.count else {
        report.add("a column of \(subject) has no name")
        continue
      }
      column.check(
        "column '\(propertyNames[Int(column.property)])' of \(subject)", rowCount: rowCount,
        stringCount: strings.count, into: &report)
    }
  }

  private func checkNamesAndSources(into report: inout InvariantReport) {
    for node in names.subjects where Int(node) >= nodeCount {
      report.add("names are given for node \(node) of \(nodeCount)")
    }
    for edge in edgeIdentifiers.subjects where Int(edge) >= edgeCount {
      report.add("an identifier is given for edge \(edge) of \(edgeCount)")
    }
    for (left, right) in zip(sources, sources.dropFirst()) where !(left.key < right.key) {
      report.add("sources '\(left.key)' and '\(right.key)' are not in order")
    }
  }

  /// Compares the day arrays with what the properties say, read one by one.
  private func checkValidity(into report: inout InvariantReport) {
    let since = propertyNames.firstIndex(of: "since")
    let until = propertyNames.firstIndex(of: "until")
    func bounds(_ columns: [PropertyColumn], _ row: Int) -> (first: Int32, last: Int32) {
      var bounds = DayRanges.unbounded
      for column in columns {
        let days = column.value(ofRow: row, strings: strings)?.dayBounds
        if Int(column.property) == since, let days {
          bounds.first = DayRanges.clamped(days.earliest)
        } else if Int(column.property) == until, let days {
          bounds.last = DayRanges.clamped(days.latest)
        }
      }
      return bounds
    }
    func check(_ stored: DayRanges?, _ expected: [(first: Int32, last: Int32)], _ subject: String) {
      if let stored, stored.first.count != expected.count || stored.last.count != expected.count {
        report.add("validity of \(subject)s has not one entry for each")
        return
      }
      for (position, days) in expected.enumerated() {
        let found = stored.map { ($0.first[position], $0.last[position]) } ?? DayRanges.unbounded
        report.check(found == days, "validity of \(subject) \(position) is not what it states")
      }
    }
    var ofNodes: [(first: Int32, last: Int32)] = []
    for type in nodeTypes {
      for row in 0..<type.count { ofNodes.append(bounds(type.columns, row)) }
    }
    check(nodeValidity, ofNodes, "node")
    var ofEdges: [(first: Int32, last: Int32)] = []
    for type in edgeTypes {
      for row in 0..<type.count {
        let own = bounds(type.columns, row)
        let source = ofNodes[Int(type.sources[row])]
        let target = ofNodes[Int(type.outgoing.neighbours[row])]
        ofEdges.append(
          (max(own.first, source.first, target.first), min(own.last, source.last, target.last)))
      }
    }
    check(edgeValidity, ofEdges, "edge")
  }
}

extension EdgeTypeStorage {
  fileprivate func check(_ subject: String, nodeCount: Int, into report: inout InvariantReport) {
    let known = report.faults.count
    report.check(
      sources.count == count && outgoing.neighbours.count == count
        && incoming.neighbours.count == count && incoming.edges?.count == count
        && outgoing.edges == nil, "arrays of \(subject) differ in length")
    guard report.faults.count == known else { return }
    for row in 0..<count
    where Int(sources[row]) >= nodeCount || Int(outgoing.neighbours[row]) >= nodeCount {
      report.add("edge \(Int(firstEdge) + row) has an end outside the graph")
    }
    outgoing.checkOffsets("outgoing \(subject)", nodeCount: nodeCount, into: &report)
    incoming.checkOffsets("incoming \(subject)", nodeCount: nodeCount, into: &report)
    guard report.faults.count == known else { return }
    for row in 0..<max(0, count - 1) {
      let ends = (sources[row], outgoing.neighbours[row])
      let next = (sources[row + 1], outgoing.neighbours[row + 1])
      report.check(ends <= next, "edge \(Int(firstEdge) + row + 1) is out of order")
    }
    checkOutgoing(subject, into: &report)
    checkIncoming(subject, into: &report)
  }

  private func checkOutgoing(_ subject: String, into report: inout InvariantReport) {
    for row in 0..<max(0, outgoing.offsets.count - 1) {
      let node = outgoing.firstNode + UInt32(row)
      for entry in outgoing.entries(of: node) where sources[entry] != node {
        report.add(
          "edge \(Int(firstEdge) + entry) of \(subject) lies among the outgoing of node \(node)")
      }
    }
  }

  private func checkIncoming(_ subject: String, into report: inout InvariantReport) {
    for row in 0..<max(0, incoming.offsets.count - 1) {
      let node = incoming.firstNode + UInt32(row)
      var previous: (UInt32, UInt32)?
      for entry in incoming.entries(of: node) {
        guard let edge = incoming.edges?[entry], edges.contains(edge) else {
          report.add("entry \(entry) of incoming \(subject) is no edge of the type")
          continue
        }
        let position = Int(edge - firstEdge)
        report.check(
          outgoing.neighbours[position] == node && sources[position] == incoming.neighbours[entry],
          "edge \(edge) of \(subject) differs between its two directions")
        // Ascending edges of one target are distinct, so as many entries as edges are all edges.
        let current = (incoming.neighbours[entry], edge)
        if let previous, previous >= current {
          report.add("incoming \(subject) at node \(node) is out of order")
        }
        previous = current
      }
    }
  }
}

extension EdgeAdjacency {
  fileprivate func checkOffsets(
    _ subject: String, nodeCount: Int, into report: inout InvariantReport
  ) {
    let isMonotone = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
    report.check(
      offsets.first == 0 && isMonotone && offsets.last.map(Int.init) == neighbours.count,
      "offsets of \(subject) do not partition its entries")
    report.check(
      Int(firstNode) + offsets.count - 1 <= nodeCount, "offsets of \(subject) pass the last node")
  }
}

extension MergedAdjacency {
  fileprivate func check(
    edgeTypes: [EdgeTypeStorage], nodeCount: Int, into report: inout InvariantReport
  ) {
    let isMonotone = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
    guard offsets.count == nodeCount + 1, offsets.first == 0, isMonotone,
      offsets.last.map(Int.init) == neighbours.count, references.count == neighbours.count
    else {
      report.add("offsets of the merged adjacency do not partition its entries")
      return
    }
    for node in 0..<UInt32(nodeCount) {
      var expected: [(neighbour: UInt32, reference: UInt32)] = []
      for type in edgeTypes {
        let start = expected.count
        for entry in type.outgoing.entries(of: node) {
          expected.append(
            (type.outgoing.neighbours[entry], (type.firstEdge + UInt32(entry)) << 1))
        }
        for entry in type.incoming.entries(of: node) {
          expected.append(
            (type.incoming.neighbours[entry], type.incoming.edge(at: entry) << 1 | 1))
        }
        expected[start...].sort { $0 < $1 }
      }
      let found = entries(of: node).map { (neighbours[$0], references[$0]) }
      report.check(
        found.elementsEqual(expected, by: ==),
        "the merged adjacency of node \(node) is not that of the edge types")
    }
  }
}
