// SPDX-License-Identifier: Apache-2.0

extension PropertyGraph {
  /// Everything in the graph's memory that contradicts something else there; empty when it is
  /// sound.
  ///
  /// For tests and for looking into damage: a fault is never the caller's. At most 100 are told.
  ///
  /// Complexity: linear in the size of the graph, and it builds the merged adjacency.
  public func checkInvariants() -> [String] {
    var report = InvariantReport()
    storage.check(into: &report)
    // The edits are read through the base, so a damaged base says all there is to say.
    if report.faults.isEmpty { checkEdits(into: &report) }
    return report.faults
  }

  private func checkEdits(into report: inout InvariantReport) {
    checkRemovals(into: &report)
    checkAddedNodes(into: &report)
    checkAddedEdges(into: &report)
    let nodeSubjects: [(String, [UInt32])] = [
      ("properties", Array(delta.nodeProperties.keys)), ("labels", Array(delta.nodeLabels.keys)),
      ("names", Array(delta.names.keys)), ("claims", Array(delta.nodeClaims.keys)),
    ]
    for (part, subjects) in nodeSubjects {
      for node in subjects.sorted() where Int(node) >= nodeCapacity {
        report.add("edited \(part) are of node \(node), and there are \(nodeCapacity)")
      }
    }
    let edgeSubjects: [(String, [UInt32])] = [
      ("properties", Array(delta.edgeProperties.keys)), ("claims", Array(delta.edgeClaims.keys)),
    ]
    for (part, subjects) in edgeSubjects {
      for edge in subjects.sorted() where Int(edge) >= edgeCapacity {
        report.add("edited \(part) are of edge \(edge), and there are \(edgeCapacity)")
      }
    }
    for (node, labels) in delta.nodeLabels.sorted(by: { $0.key < $1.key }) {
      report.check(labels == Array(Set(labels)).sorted(), "labels of node \(node) are not sorted")
    }
    for (node, claims) in delta.nodeClaims.sorted(by: { $0.key < $1.key }) {
      report.checkCitations(claims, of: "node \(node)", sourceCount: sources.count)
    }
    for (edge, claims) in delta.edgeClaims.sorted(by: { $0.key < $1.key }) {
      report.checkCitations(claims, of: "edge \(edge)", sourceCount: sources.count)
    }
  }

  private func checkRemovals(into report: inout InvariantReport) {
    for node in delta.removedNodes.sorted() {
      guard Int(node) < nodeCapacity else {
        report.add("node \(node) is removed, and there are \(nodeCapacity)")
        continue
      }
      // Removing a node removes its edges, so none is left to be found.
      for edge in edges(at: NodeID(rawValue: node)) {
        report.add("edge \(edge.rawValue) has the removed end \(node)")
      }
    }
    for edge in delta.removedEdges.sorted() where Int(edge) >= edgeCapacity {
      report.add("edge \(edge) is removed, and there are \(edgeCapacity)")
    }
  }

  private func checkAddedNodes(into report: inout InvariantReport) {
    for (row, added) in delta.addedNodes.enumerated() {
      let node = NodeID(rawValue: UInt32(storage.nodeCount + row))
      report.check(
        added.labels == Array(Set(added.labels)).sorted(),
        "labels of node \(node.rawValue) are not sorted")
      report.check(
        added.properties.allSatisfy { $0.value.nonNull != nil },
        "node \(node.rawValue) was inserted with a null")
      if let key = added.key, contains(node) {
        report.check(
          self.node(key: key) == node, "key '\(key)' of node \(node.rawValue) leads elsewhere")
      }
    }
    for (key, node) in delta.keys.sorted(by: { $0.value < $1.value }) {
      let row = Int(node) - storage.nodeCount
      let isKey =
        delta.addedNodes.indices.contains(row)
        && delta.addedNodes[row].key.map(ScalarString.init) == key
      report.check(isKey, "key '\(key.string)' leads to node \(node), which has another")
      if let base = storage.keys.node(key: key.string) {
        report.check(
          delta.removedNodes.contains(base),
          "key '\(key.string)' is that of node \(base) and of node \(node)")
      }
    }
  }

  private func checkAddedEdges(into report: inout InvariantReport) {
    var outgoing: [UInt32: [UInt32]] = [:]
    var incoming: [UInt32: [UInt32]] = [:]
    let labels = edgeTypeNames
    report.check(Set(labels).count == labels.count, "two edge types have one label")
    for (row, added) in delta.addedEdges.enumerated() {
      let edge = UInt32(storage.edgeCount + row)
      report.check(Int(added.type.rawValue) < labels.count, "edge \(edge) has no type")
      report.check(
        added.properties.allSatisfy { $0.value.nonNull != nil },
        "edge \(edge) was inserted with a null")
      for end in [added.source, added.target] where Int(end.rawValue) >= nodeCapacity {
        report.add("edge \(edge) has the end \(end.rawValue), and there are \(nodeCapacity) nodes")
      }
      if !delta.removedEdges.contains(edge) {
        for end in [added.source, added.target] where delta.removedNodes.contains(end.rawValue) {
          report.add("edge \(edge) has the removed end \(end.rawValue)")
        }
      }
      outgoing[added.source.rawValue, default: []].append(edge)
      incoming[added.target.rawValue, default: []].append(edge)
    }
    report.check(outgoing == delta.outgoing, "inserted edges and their outgoing lists differ")
    report.check(incoming == delta.incoming, "inserted edges and their incoming lists differ")
  }
}

/// Gathers faults, up to a number that a reader can still take in.
struct InvariantReport {
  private(set) var faults: [String] = []

  private static let limit = 100

  mutating func add(_ fault: @autoclosure () -> String) {
    if faults.count < Self.limit { faults.append(fault()) }
  }

  mutating func check(_ holds: Bool, _ fault: @autoclosure () -> String) {
    if !holds { add(fault()) }
  }

  mutating func checkCitations(_ claims: [Claim], of subject: String, sourceCount: Int) {
    for claim in claims {
      for citation in claim.citations where Int(citation.source.rawValue) >= sourceCount {
        add("a claim about \(subject) cites source \(citation.source.rawValue) of \(sourceCount)")
      }
    }
  }
}
