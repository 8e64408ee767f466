// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// For each row, the nodes that a condition tells by node, number, key or property.
///
/// They come in ascending order, as a scan would have them. Where the value cannot be worked out,
/// is not of a kind that can be sought, or the graph is edited and a property sought, the condition
/// is checked for every node, so that the answer and the faults are those of a scan.
final class SeekOperator: FollowingOperator {
  private let seek: NodeSeek
  private let value: Evaluator
  private let condition: Evaluator
  private let frame: Frame

  /// The slots that rows have before the condition is checked.
  private let gathered: [Int]
  private let properties: PropertySeek?

  /// The nodes by the property, made once walks have cost as much as making it.
  private var index: PropertyIndex?
  private var walks = 0

  private var batch: Batch?
  private var row = 0

  /// What was found but not handed on yet.
  private var rows: [Int32] = []
  private var nodes: [UInt32] = []
  private var handedOnOfFound = 0

  /// Whether the condition is still to be checked for what was found.
  private var isOpen = false

  init(
    _ run: Run, _ seek: NodeSeek, value: Evaluator, condition: Evaluator, after input: Operator,
    kept: [Int]
  ) {
    self.seek = seek
    self.value = value
    self.condition = condition
    frame = Frame(run)
    gathered = kept + seek.condition.slots.filter { $0 != seek.slot && !kept.contains($0) }
    if case .property(let name) = seek.key {
      properties = PropertySeek(name, labels: seek.labels, run.context.graph.storage)
    } else {
      properties = nil
    }
    super.init(run, after: input, kept: kept)
  }

  override func restart() {
    super.restart()
    batch = nil
    clear()
  }

  private func clear() {
    rows.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    handedOnOfFound = 0
    isOpen = false
  }

  override func next() throws(QueryFault) -> Batch? {
    while true {
      guard let batch else {
        guard let input = try nextInput() else { return nil }
        batch = input
        row = 0
        frame.enter(input)
        continue
      }
      if handedOnOfFound < rows.count {
        if let found = try handOn(from: batch) { return found }
        continue
      }
      clear()
      while row < batch.count, rows.count < Batch.size, !isOpen {
        frame.row = row
        let before = nodes.count
        try find()
        let found = nodes.count - before
        try run.charge(found + 1)
        if found > 0 { rows.append(contentsOf: repeatElement(Int32(row), count: found)) }
        row += 1
      }
      if rows.isEmpty, row >= batch.count { self.batch = nil }
    }
  }

  private func handOn(from batch: Batch) throws(QueryFault) -> Batch? {
    let range = handedOnOfFound..<min(rows.count, handedOnOfFound + Batch.size)
    handedOnOfFound = range.upperBound
    let isWhole = range.count == rows.count
    var result = batch.gathered(isWhole ? rows : Array(rows[range]), slots: gathered)
    result.columns[seek.slot] = Column(.node, numbers: isWhole ? nodes : Array(nodes[range]))
    guard isOpen else { return result }
    let checked = Frame(run)
    checked.enter(result)
    var passing: [Int32] = []
    for row in 0..<result.count {
      checked.row = row
      if try condition.truth(checked) == true { passing.append(Int32(row)) }
    }
    try run.charge(result.count)
    if passing.isEmpty { return nil }
    return passing.count == result.count
      ? result : result.gathered(passing, slots: kept + [seek.slot])
  }

  // MARK: Finding

  /// Adds the nodes for the row that the frame shows.
  private func find() throws(QueryFault) {
    let sought: Value
    do throws(QueryFault) {
      sought = try value.value(frame)
    } catch {
      // A scan meets the fault only where it has a node to check.
      if error.kind == .limitExceeded || error.kind == .cancelled { throw error }
      return addAll()
    }
    switch (sought, seek.isList) {
    case (.null, _): return
    case (.list(let members), true):
      try run.charge(members.count)
      var found: Set<UInt32> = []
      for case let number? in members.map(node(soughtBy:)) { found.insert(number) }
      nodes.append(contentsOf: found.sorted())
    case (_, true): addAll()
    case (_, false):
      if let properties {
        if run.isEdited { return addAll() }
        try find(sought, properties)
      } else if let node = node(soughtBy: sought) {
        nodes.append(node)
      }
    }
  }

  private func find(_ sought: Value, _ properties: PropertySeek) throws(QueryFault) {
    if seek.isJoin, PropertyIndex.knows(sought) {
      if index == nil, walks >= Self.walksBeforeIndexing {
        try run.charge(properties.nodeCount)
        let made = properties.index()
        try run.reserve(made.byteCount)
        index = made
      }
      if let index { return index.collect(sought, &nodes) }
    }
    walks += 1
    try run.charge(properties.nodeCount)
    isOpen = properties.collect(sought, &nodes)
  }

  /// Making a table of all values costs about as much as so many walks.
  private static let walksBeforeIndexing = 16

  /// The node of the graph that has a key, if its labels pass.
  private func node(soughtBy value: Value) -> UInt32? {
    let graph = run.context.graph
    var found: NodeID?
    switch (seek.key, value) {
    case (.itself, .node(let node)): found = node
    case (.id, .integer(let number)): found = UInt32(exactly: number).map(NodeID.init(rawValue:))
    case (.id, .float(let number)): found = UInt32(exactly: number).map(NodeID.init(rawValue:))
    case (.elementId, .string(let text)):
      found = UInt32(text.dropFirst()).map(NodeID.init(rawValue:))
      if let node = found, text != "n\(node.rawValue)" { found = nil }
    case (.key, .string(let text)): found = graph.node(key: text)
    default: return nil
    }
    guard let found, graph.contains(found) else { return nil }
    if let labels = seek.labels, !labels.holds(for: graph.labels(of: found)) { return nil }
    return found.rawValue
  }

  /// Adds every node whose labels pass, to be checked.
  private func addAll() {
    isOpen = true
    let graph = run.context.graph
    for node in graph.nodes where seek.labels?.holds(for: graph.labels(of: node)) ?? true {
      nodes.append(node.rawValue)
    }
  }
}
