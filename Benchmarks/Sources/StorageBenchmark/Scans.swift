// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The same work by the library and by plain loops over arrays, timed in turns.
struct Scans {
  let graph: PropertyGraph

  /// Edges of one type as plain arrays.
  private struct PlainEdges {
    let first: UInt32
    let offsets: [UInt32]
    let targets: [UInt32]
  }

  func report() {
    guard let type = graph.storage.edgeTypes.max(by: { $0.count < $1.count }) else { return }
    let edgeCount = Double(type.count)
    let plain = PlainEdges(
      first: type.outgoing.firstNode, offsets: Array(type.outgoing.offsets),
      targets: Array(type.outgoing.neighbours))
    print("scans over the \(type.count) edges of \(type.label), ns per edge (ratio to plain loops)")
    compare(
      "out-neighbours", per: edgeCount,
      plain: { Self.plainNeighbours(plain) },
      others: [
        ("arrays of the storage", { Self.storageNeighbours(type.outgoing) }),
        ("forEachEdge", { walk(type) }),
      ])
    guard let property = graph.storage.propertyNames.firstIndex(of: "weight"),
      let column = type.columns.first(where: { Int($0.property) == property }),
      case .integer(let weights) = column.values
    else { return }
    let plainWeights = Array(weights)
    compare(
      "sum of a column", per: edgeCount,
      plain: { Self.plainSum(plainWeights) },
      others: [
        ("column base", { Self.sum(weights.base, weights.count) }),
        ("column subscript", { Self.subscriptSum(weights) }),
        ("value(of:named:)", { valueSum(type) }),
      ])
    let merged = graph.storage.mergedAdjacency
    let plainMerged = (offsets: Array(merged.offsets), neighbours: Array(merged.neighbours))
    compare(
      "merged adjacency", per: Double(merged.neighbours.count),
      plain: {
        Self.plainNeighbours(
          PlainEdges(first: 0, offsets: plainMerged.offsets, targets: plainMerged.neighbours))
      },
      others: [("entries(of:)", { Self.mergedNeighbours(merged, graph.nodeCapacity) })])
  }

  private func compare(
    _ name: String, per count: Double, plain: () -> UInt64, others: [(String, () -> UInt64)]
  ) {
    var times = [[Double]](repeating: [], count: others.count + 1)
    let expected = plain()
    for _ in 0..<7 {
      times[0].append(timed { plain() }.seconds)
      for (index, other) in others.enumerated() {
        let (seconds, found) = timed { other.1() }
        precondition(found == expected, "\(name) by \(other.0) differs")
        times[index + 1].append(seconds)
      }
    }
    let reference = median(times[0])
    print("  \(name): plain \(text(reference / count * 1e9))", terminator: "")
    for (index, other) in others.enumerated() {
      let time = median(times[index + 1])
      print(
        ", \(other.0) \(text(time / count * 1e9)) (\(text(time / reference)))", terminator: "")
    }
    print("")
  }

  @inline(never)
  private static func plainNeighbours(_ edges: PlainEdges) -> UInt64 {
    edges.offsets.withUnsafeBufferPointer { offsets in
      edges.targets.withUnsafeBufferPointer { targets in
        var sum: UInt64 = 0
        for row in 0..<(offsets.count - 1) {
          let node = UInt64(edges.first) + UInt64(row)
          for entry in Int(offsets[row])..<Int(offsets[row + 1]) {
            sum &+= node ^ UInt64(targets[entry])
          }
        }
        return sum
      }
    }
  }

  @inline(never)
  private static func storageNeighbours(_ adjacency: EdgeAdjacency) -> UInt64 {
    let neighbours = adjacency.neighbours.base
    var sum: UInt64 = 0
    let last = adjacency.firstNode + UInt32(adjacency.offsets.count - 1)
    for node in adjacency.firstNode..<last {
      for entry in adjacency.entries(of: node) {
        sum &+= UInt64(node) ^ UInt64(neighbours[entry])
      }
    }
    return sum
  }

  private func walk(_ type: EdgeTypeStorage) -> UInt64 {
    var sum: UInt64 = 0
    let last = type.outgoing.firstNode + UInt32(type.outgoing.offsets.count - 1)
    for node in type.outgoing.firstNode..<last {
      graph.forEachEdge(at: NodeID(rawValue: node), direction: .outgoing) { edge, far in
        // A node's edges of other types are walked too: that is what this call is for.
        if type.edges.contains(edge.rawValue) { sum &+= UInt64(node) ^ UInt64(far.rawValue) }
      }
    }
    return sum
  }

  @inline(never)
  private static func mergedNeighbours(_ merged: MergedAdjacency, _ nodeCount: Int) -> UInt64 {
    let neighbours = merged.neighbours.base
    var sum: UInt64 = 0
    for node in 0..<UInt32(nodeCount) {
      for entry in merged.entries(of: node) { sum &+= UInt64(node) ^ UInt64(neighbours[entry]) }
    }
    return sum
  }

  @inline(never)
  private static func plainSum(_ values: [Int64]) -> UInt64 {
    values.withUnsafeBufferPointer { values in
      var sum: Int64 = 0
      for value in values { sum &+= value }
      return UInt64(bitPattern: sum)
    }
  }

  @inline(never)
  private static func sum(_ values: UnsafePointer<Int64>, _ count: Int) -> UInt64 {
    var sum: Int64 = 0
    for row in 0..<count { sum &+= values[row] }
    return UInt64(bitPattern: sum)
  }

  @inline(never)
  private static func subscriptSum(_ values: FrozenArray<Int64>) -> UInt64 {
    var sum: Int64 = 0
    for value in values { sum &+= value }
    return UInt64(bitPattern: sum)
  }

  private func valueSum(_ type: EdgeTypeStorage) -> UInt64 {
    var sum: Int64 = 0
    for edge in type.edges {
      if case .integer(let value)? = graph.value(of: EdgeID(rawValue: edge), named: "weight") {
        sum &+= value
      }
    }
    return UInt64(bitPattern: sum)
  }
}
