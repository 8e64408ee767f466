// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Dijkstra's search from both ends at once, which looks at an edge when it has come half across.
///
/// The entries of a node lie in order of weight. A search that has reached a node looks at those of
/// its edges alone of which it has walked half the weight, and comes back for heavier ones when it
/// has come as far. Each edge of a cheapest path is then looked at by the search that is nearer to
/// its middle, and the edges of a hub that lead far away by none.
///
/// In doubled weights: an edge of weight `w` at a node of distance `d` is due at `2d + w`. When the
/// least dues of both searches together exceed twice the best way found, every edge of every
/// cheapest way has been looked at from one side at least: up to some node of the way from the
/// start, from some node not after it from the end.
///
/// Complexity: O((nodes + edges) within the two half balls, by weight); with a heap times
/// log(nodes).
/// Literature: E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische
/// Mathematik 1 (1959); I. Pohl, "Bi-directional search", Machine Intelligence 6 (1971).
struct CostSearch<Test: StepTest> {
  private static var noCursor: UInt32 { .max }

  private let offsets: UnsafePointer<UInt32>
  private let references: UnsafePointer<UInt32>
  private let order: CostOrder
  private let steps: UnsafePointer<UInt64>
  private let entries: UnsafePointer<UInt32>
  private let test: Test
  private let isOpen: Bool
  private let memory: CostSearchMemory

  /// What a search found out.
  struct Outcome {
    /// The least weight of a way; nil when there is none.
    var weight: UInt64?

    /// Whether ways were left aside for weighing more than a label can hold.
    var isTruncated = false

    /// Nodes, reached from both ends, that lie on ways of least weight: one at least for each.
    var meetings: [UInt32] = []
  }

  /// The view, the order and the memory must outlive the search.
  init(_ view: TraversalView, order: CostOrder, test: Test, memory: CostSearchMemory) {
    offsets = view.offsets.base
    references = view.references.base
    self.order = order
    steps = order.steps
    entries = order.entries
    self.test = test
    isOpen = Test.self == EveryStep.self
    self.memory = memory
  }

  /// The least weight of a way between two different nodes. The labels stay until the next search.
  ///
  /// - Parameter findsAll: whether the search goes on until every way of least weight is known.
  func search(
    from start: UInt32, to end: UInt32, findsAll: Bool, greatest: UInt64,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> Outcome {
    var front = Front(margin: findsAll ? 1 : 0)
    try search(from: start, to: end, greatest: greatest, &front, meter: &meter)
    return Outcome(
      weight: front.best == .max ? nil : front.best, isTruncated: front.isTruncated,
      meetings: front.meetings)
  }

  /// What both searches have seen of all ways up to some weight.
  struct Halves {
    /// Nodes that both have reached, on ways no heavier: some of them more than once, and one at
    /// least of each way, with no edge before it that the search from the end alone has looked at
    /// and none after it that the search from the start alone has.
    var seeds: [UInt32]

    /// By side, whether heavier ways are left.
    var isLimited: (Bool, Bool)
  }

  /// Searches until all edges of ways up to a weight have been looked at from one side at least.
  /// The labels stay until the next search.
  func searchHalves(
    from start: UInt32, to end: UInt32, within weight: UInt64, greatest: UInt64,
    meter: inout BudgetMeter
  ) throws(TraversalError) -> Halves {
    var front = Front(within: weight)
    try search(from: start, to: end, greatest: greatest, &front, meter: &meter)
    return Halves(
      seeds: front.meetings,
      isLimited: (front.limitedSides & 1 != 0, front.limitedSides & 2 != 0))
  }

  private func search(
    from start: UInt32, to end: UInt32, greatest: UInt64, _ front: inout Front,
    meter: inout BudgetMeter
  ) throws(TraversalError) {
    memory.beginSearch()
    if greatest <= BucketQueue.greatestWeight {
      var queues = memory.buckets ?? (BucketQueue(), BucketQueue())
      memory.buckets = nil
      defer {
        queues.forward.reset()
        queues.backward.reset()
        memory.buckets = queues
      }
      front.slack = greatest / 16
      return try search(
        from: start, to: end, &front, &queues.forward, &queues.backward, meter: &meter)
    }
    var queues = memory.heaps ?? (FourfoldHeap(), FourfoldHeap())
    memory.heaps = nil
    defer {
      queues.forward.reset()
      queues.backward.reset()
      memory.heaps = queues
    }
    front.slack = greatest / 64
    return try search(
      from: start, to: end, &front, &queues.forward, &queues.backward, meter: &meter)
  }

  private func search<Queue: CostQueue>(
    from start: UInt32, to end: UInt32, _ front: inout Front, _ forward: inout Queue,
    _ backward: inout Queue, meter: inout BudgetMeter
  ) throws(TraversalError) {
    let origin = memory.epoch << 32 | UInt64(UInt32.max)
    memory.labels[2 * Int(start)] = origin
    memory.labels[2 * Int(end) + 1] = origin
    forward.push(key: 0, node: start, cursor: Self.noCursor)
    backward.push(key: 0, node: end, cursor: Self.noCursor)
    while true {
      let nearest = forward.leastKey()
      let farthest = backward.leastKey()
      if nearest == .max || farthest == .max || nearest &+ farthest >= front.limit {
        if nearest != .max { front.limitedSides |= 1 }
        if farthest != .max { front.limitedSides |= 2 }
        return
      }
      if forward.count <= backward.count {
        front.end = end
        front.otherKey = farthest
        try advance(&forward, side: 0, &front, meter: &meter)
      } else {
        front.end = start
        front.otherKey = nearest
        try advance(&backward, side: 1, &front, meter: &meter)
      }
    }
  }

  /// What both searches know.
  private struct Front {
    /// The node that the search that advances looks for.
    var end: UInt32 = 0

    /// How much earlier than due an edge may be looked at.
    var slack: UInt64 = 0

    /// 1 when all ways of least weight are wanted.
    let margin: UInt64

    /// Whether the limit stays as it is, whatever is found.
    let isGiven: Bool

    /// The least due of the other search.
    var otherKey: UInt64 = 0

    /// The weight of the best way found.
    var best = UInt64.max

    /// Twice that, and the margin; what is due beyond is not needed.
    var limit = UInt64.max
    var isTruncated = false

    /// One bit for each side, set when it has left something out.
    var limitedSides = 0
    var meetings: [UInt32] = []

    init(margin: UInt64) {
      self.margin = margin
      isGiven = false
    }

    /// Looks for all ways up to a weight.
    init(within weight: UInt64) {
      margin = 1
      isGiven = true
      best = weight
      limit = 2 * weight + 1
    }
  }

  /// Takes the first of a queue: a node that has been reached, or one to go on with.
  @inline(__always)
  private func advance<Queue: CostQueue>(
    _ queue: inout Queue, side: Int, _ front: inout Front, meter: inout BudgetMeter
  ) throws(TraversalError) {
    let (key, node, cursor) = queue.popFirst()
    let labels = memory.labels
    let steps = steps
    let epoch = memory.epoch << 32
    let weight = UInt64(~UInt32(truncatingIfNeeded: labels[2 &* Int(node) &+ side]))
    let isNew = cursor == Self.noCursor
    // A node that has been reached on a lighter way since.
    if isNew && key != 2 &* weight { return }
    if isNew { order.open(node) }
    let last = Int(offsets[Int(node) &+ 1])
    var place = isNew ? Int(offsets[Int(node)]) : Int(cursor)
    let first = place
    let due = key &+ front.slack
    let doubled = 2 &* weight
    while place < last {
      let step = steps[place]
      let edgeWeight = step >> 32
      if doubled &+ edgeWeight > due {
        let next = doubled &+ edgeWeight
        if next &+ front.otherKey < front.limit {
          queue.push(key: next, node: node, cursor: UInt32(truncatingIfNeeded: place))
        } else {
          front.limitedSides |= 1 &<< side
        }
        break
      }
      let neighbour = UInt32(truncatingIfNeeded: step)
      let total = weight &+ edgeWeight
      if total >= CostSearchMemory.greatestWeight {
        front.isTruncated = true
        front.limitedSides |= 1 &<< side
        break
      }
      let label = epoch | UInt64(~UInt32(truncatingIfNeeded: total))
      let position = 2 &* Int(neighbour) &+ side
      if label > labels[position] && admits(place, side: side, neighbour, front.end) {
        labels[position] = label
        let other = labels[position ^ 1]
        if other >= epoch {
          meet(neighbour, total &+ UInt64(~UInt32(truncatingIfNeeded: other)), &front)
        }
        if 2 &* total &+ front.otherKey < front.limit {
          queue.push(key: 2 &* total, node: neighbour, cursor: Self.noCursor)
        } else {
          front.limitedSides |= 1 &<< side
        }
      }
      place &+= 1
    }
    try meter.charge(place &- first &+ 1)
  }

  @inline(__always)
  private func meet(_ node: UInt32, _ weight: UInt64, _ front: inout Front) {
    if weight > front.best { return }
    if weight < front.best, !front.isGiven {
      front.best = weight
      front.limit = 2 &* weight &+ front.margin
      if front.margin > 0 { front.meetings.removeAll(keepingCapacity: true) }
    }
    if front.margin > 0 { front.meetings.append(node) }
  }

  @inline(__always)
  private func admits(_ place: Int, side: Int, _ neighbour: UInt32, _ end: UInt32) -> Bool {
    if isOpen { return true }
    let reference = references[Int(entries[place])] ^ UInt32(truncatingIfNeeded: side)
    return test.admits(reference) && (neighbour == end || test.admits(node: neighbour))
  }
}
