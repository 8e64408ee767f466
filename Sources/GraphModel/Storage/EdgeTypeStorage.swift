// SPDX-License-Identifier: Apache-2.0

/// The edges of one type: their numbers, their ends, and both directions.
public struct EdgeTypeStorage: Sendable {
  public let label: String

  /// The type's edges, contiguous, ordered by source, then target, then addition.
  public let firstEdge: UInt32
  public let count: Int

  public let outgoing: EdgeAdjacency
  public let incoming: EdgeAdjacency

  /// The source of each edge of the type, by position. The targets are `outgoing.neighbours`.
  public let sources: FrozenArray<UInt32>

  /// By property name number, ascending.
  public let columns: [PropertyColumn]

  package init(
    label: String, firstEdge: UInt32, count: Int, outgoing: EdgeAdjacency,
    incoming: EdgeAdjacency, sources: FrozenArray<UInt32>, columns: [PropertyColumn]
  ) {
    self.label = label
    self.firstEdge = firstEdge
    self.count = count
    self.outgoing = outgoing
    self.incoming = incoming
    self.sources = sources
    self.columns = columns
  }

  public var edges: Range<UInt32> { firstEdge..<(firstEdge + UInt32(count)) }

  func with(columns: [PropertyColumn]) -> EdgeTypeStorage {
    EdgeTypeStorage(
      label: label, firstEdge: firstEdge, count: count, outgoing: outgoing, incoming: incoming,
      sources: sources, columns: columns.sorted { $0.property < $1.property })
  }

  /// Memory in bytes.
  public var byteCount: Int {
    outgoing.byteCount + incoming.byteCount + sources.byteCount
      + columns.reduce(0) { $0 + $1.byteCount }
  }
}

extension EdgeTypeStorage {
  /// Lays out edges that are given in any order.
  ///
  /// Edges are dealt to their sources by one counting pass, then sorted by target at each source,
  /// where they lie close together: one walk through memory out of order instead of three.
  ///
  /// - Returns: the storage without columns, and the given position of each edge.
  /// - Complexity: linear, plus O(d log d) for a node with d edges.
  static func layOut(
    label: String, firstEdge: UInt32, sources: [UInt32], targets: [UInt32]
  ) -> (storage: EdgeTypeStorage, oldRows: [UInt32]) {
    let count = sources.count
    let (firstSource, starts) = EdgeAdjacency.offsets(over: sources)
    var dealt = dealt(sources: sources, targets: targets, first: firstSource, starts: starts)
    dealt.withUnsafeMutableBufferPointer { dealt in
      for row in 0..<(starts.count - 1) {
        let range = Int(starts[row])..<Int(starts[row + 1])
        sort(UnsafeMutableBufferPointer(rebasing: dealt[range]))
      }
    }
    let sortedTargets = FrozenArray<UInt32>(count: count) { memory in
      for row in 0..<count { memory[row] = UInt32(truncatingIfNeeded: dealt[row] >> 32) }
    }
    let sortedSources = FrozenArray<UInt32>(count: count) { memory in
      for row in 0..<(starts.count - 1) {
        for edge in Int(starts[row])..<Int(starts[row + 1]) {
          memory[edge] = firstSource &+ UInt32(row)
        }
      }
    }
    let storage = EdgeTypeStorage(
      label: label, firstEdge: firstEdge, count: count,
      outgoing: EdgeAdjacency(
        firstNode: firstSource, offsets: FrozenArray(starts), neighbours: sortedTargets,
        edges: nil),
      incoming: incoming(sources: sortedSources, targets: sortedTargets, firstEdge: firstEdge),
      sources: sortedSources, columns: [])
    return (storage, dealt.map { UInt32(truncatingIfNeeded: $0) })
  }

  /// The edges by source, each as its target and its given position in one number.
  private static func dealt(
    sources: [UInt32], targets: [UInt32], first: UInt32, starts: [UInt32]
  ) -> [UInt64] {
    var next = starts
    return [UInt64](unsafeUninitializedCapacity: sources.count) { dealt, count in
      count = sources.count
      next.withUnsafeMutableBufferPointer { next in
        for position in 0..<sources.count {
          let row = Int(sources[position] &- first)
          dealt[Int(next[row])] = UInt64(targets[position]) << 32 | UInt64(position)
          next[row] &+= 1
        }
      }
    }
  }

  /// Sorts few numbers by insertion, many by the library.
  private static func sort(_ numbers: UnsafeMutableBufferPointer<UInt64>) {
    if numbers.count > 24 {
      var numbers = numbers
      numbers.sort()
      return
    }
    var sorted = 1
    while sorted < numbers.count {
      let number = numbers[sorted]
      var place = sorted
      while place > 0, numbers[place - 1] > number {
        numbers[place] = numbers[place - 1]
        place -= 1
      }
      numbers[place] = number
      sorted += 1
    }
  }

  /// The edges by target. They come in order of source, so each target has them in that order.
  private static func incoming(
    sources: FrozenArray<UInt32>, targets: FrozenArray<UInt32>, firstEdge: UInt32
  ) -> EdgeAdjacency {
    let targetNumbers = UnsafeBufferPointer(start: targets.base, count: targets.count)
    let (firstTarget, starts) = EdgeAdjacency.offsets(over: targetNumbers)
    let count = targets.count
    var edges: FrozenArray<UInt32>?
    let neighbours = FrozenArray<UInt32>(count: count) { neighbours in
      edges = FrozenArray(count: count) { edges in
        var next = starts
        next.withUnsafeMutableBufferPointer { next in
          for edge in 0..<count {
            let row = Int(targetNumbers[edge] &- firstTarget)
            let place = Int(next[row])
            next[row] &+= 1
            neighbours[place] = sources.base[edge]
            edges[place] = firstEdge &+ UInt32(truncatingIfNeeded: edge)
          }
        }
      }
    }
    return EdgeAdjacency(
      firstNode: firstTarget, offsets: FrozenArray(starts), neighbours: neighbours, edges: edges)
  }
}
