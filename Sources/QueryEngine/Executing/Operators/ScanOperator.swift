// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, every node that has certain labels.
final class ScanOperator: FollowingOperator {
  private let scan: NodeScan

  /// The row at hand, and what is left of its nodes.
  private var batch: Batch?
  private var row = 0
  private var ranges: [Range<UInt32>] = []
  private var rangeNumber = 0
  private var nextNode: UInt32 = 0

  init(_ run: Run, _ scan: NodeScan, after input: Operator, kept: [Int]) {
    self.scan = scan
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    batch = nil
  }

  override func next() throws(QueryFault) -> Batch? {
    while true {
      if batch == nil {
        guard let input = try nextInput() else { return nil }
        batch = input
        row = 0
        begin()
      }
      guard let batch else { return nil }
      var rows: [Int32] = []
      var nodes: [UInt32] = []
      while row < batch.count, nodes.count < Batch.size {
        let found = try fill(&nodes)
        if found > 0 { rows.append(contentsOf: repeatElement(Int32(row), count: found)) }
        if rangeNumber == ranges.count {
          row += 1
          begin()
        }
      }
      if row == batch.count { self.batch = nil }
      guard !nodes.isEmpty else { continue }
      var result = batch.gathered(rows, slots: kept)
      result.columns[scan.slot] = Column(.node, numbers: nodes)
      return result
    }
  }

  /// Finds out where the nodes lie.
  private func begin() {
    let graph = run.context.graph
    rangeNumber = 0
    if run.isEdited {
      ranges = [0..<UInt32(graph.nodeCapacity)]
    } else if let labels = scan.labels {
      ranges = graph.storage.nodeTypes.filter { $0.count > 0 && labels.holds(for: $0.labels) }
        .map(\.nodes)
    } else {
      ranges = [0..<UInt32(graph.storage.nodeCount)]
    }
    nextNode = ranges.first?.lowerBound ?? 0
  }

  /// Adds nodes of the range at hand, up to a full batch, and says how many.
  private func fill(_ nodes: inout [UInt32]) throws(QueryFault) -> Int {
    guard rangeNumber < ranges.count else { return 0 }
    let before = nodes.count
    let upper = ranges[rangeNumber].upperBound
    if run.isEdited {
      let graph = run.context.graph
      while nextNode < upper, nodes.count < Batch.size {
        let node = NodeID(rawValue: nextNode)
        nextNode += 1
        try run.charge(1)
        guard graph.contains(node), scan.labels?.holds(for: graph.labels(of: node)) ?? true else {
          continue
        }
        nodes.append(node.rawValue)
      }
    } else {
      let end = min(UInt64(upper), UInt64(nextNode) + UInt64(Batch.size - nodes.count))
      try run.charge(Int(end) - Int(nextNode))
      nodes.append(contentsOf: nextNode..<UInt32(end))
      nextNode = UInt32(end)
    }
    if nextNode >= upper {
      rangeNumber += 1
      if rangeNumber < ranges.count { nextNode = ranges[rangeNumber].lowerBound }
    }
    return nodes.count - before
  }
}
