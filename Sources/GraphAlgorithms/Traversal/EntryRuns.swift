// SPDX-License-Identifier: Apache-2.0

import CPrefetch
import GraphModel

/// Where the neighbours of a node lie, for searches that only count: in one run or in several, in
/// any order. Searches are generic over it, so that each kind is compiled into its own inner loop.
protocol EntryRuns {
  /// Whether ``admits(_:)`` is always true.
  static var areOpen: Bool { get }

  /// Whether the neighbours of a run are in ascending order.
  static var areAscending: Bool { get }

  /// How many runs a node has, empty ones included.
  var count: Int { get }

  /// The neighbours of one run of a node.
  func run(_ number: Int, of node: UInt32) -> NeighbourRun

  /// Whether the edge to the neighbour at an address, which lies in a run, may be walked.
  func admits(_ neighbour: UnsafePointer<UInt32>) -> Bool

  /// Fetches what the next nodes of a level will need.
  func prefetch(_ nodes: UnsafeMutablePointer<UInt32>, _ place: Int, _ end: Int)
}

/// Neighbours that lie together.
struct NeighbourRun {
  var next: UnsafePointer<UInt32>
  let end: UnsafePointer<UInt32>

  var count: Int { end - next }
}

/// All edges of a view, both ways.
struct MergedRuns: EntryRuns {
  static var areOpen: Bool { true }
  static var areAscending: Bool { false }

  private let offsets: UnsafePointer<UInt32>
  private let neighbours: UnsafePointer<UInt32>

  /// The view must outlive the runs.
  init(_ view: TraversalView) {
    offsets = view.offsets.base
    neighbours = view.neighbours.base
  }

  var count: Int { 1 }

  @inline(__always)
  func run(_ number: Int, of node: UInt32) -> NeighbourRun {
    NeighbourRun(
      next: neighbours + Int(offsets[Int(node)]), end: neighbours + Int(offsets[Int(node) &+ 1]))
  }

  @inline(__always)
  func admits(_ neighbour: UnsafePointer<UInt32>) -> Bool { true }

  /// First where the entries begin, then, some nodes later, the first of the entries.
  @inline(__always)
  func prefetch(_ nodes: UnsafeMutablePointer<UInt32>, _ place: Int, _ end: Int) {
    let far = place &+ 16
    guard far < end else { return }
    prefetch_line(offsets + Int(nodes[far]))
    prefetch_line(neighbours + Int(offsets[Int(nodes[place &+ 8])]))
  }
}

/// The edges of some types, each in one direction, where the storage has them: nothing is read of
/// the other types, nor of the edges themselves.
struct TypedRuns: EntryRuns {
  static var areOpen: Bool { true }
  static var areAscending: Bool { true }

  /// The edges of one type in one direction.
  ///
  /// Unchecked: it points into a storage, which never changes.
  struct Row: @unchecked Sendable {
    let firstNode: UInt32
    let nodeCount: UInt32
    let offsets: UnsafePointer<UInt32>
    let neighbours: UnsafePointer<UInt32>

    init(_ adjacency: EdgeAdjacency) {
      firstNode = adjacency.firstNode
      nodeCount = UInt32(adjacency.offsets.count - 1)
      offsets = adjacency.offsets.base
      neighbours = adjacency.neighbours.base
    }
  }

  private let rows: UnsafePointer<Row>
  let count: Int

  /// The rows, and the storage that they are of, must outlive the runs.
  init(_ rows: FrozenArray<Row>) {
    self.rows = rows.base
    count = rows.count
  }

  @inline(__always)
  func run(_ number: Int, of node: UInt32) -> NeighbourRun {
    let row = rows + number
    let place = node &- row.pointee.firstNode
    let neighbours = row.pointee.neighbours
    guard place < row.pointee.nodeCount else {
      return NeighbourRun(next: neighbours, end: neighbours)
    }
    let offsets = row.pointee.offsets + Int(place)
    return NeighbourRun(
      next: neighbours + Int(offsets.pointee), end: neighbours + Int(offsets[1]))
  }

  @inline(__always)
  func admits(_ neighbour: UnsafePointer<UInt32>) -> Bool { true }

  @inline(__always)
  func prefetch(_ nodes: UnsafeMutablePointer<UInt32>, _ place: Int, _ end: Int) {
    guard place &+ 16 < end else { return }
    let (near, far) = (nodes[place &+ 8], nodes[place &+ 16])
    for number in 0..<count {
      let row = rows + number
      let place = far &- row.pointee.firstNode
      if place < row.pointee.nodeCount { prefetch_line(row.pointee.offsets + Int(place)) }
      // Also of a run without entries: to find that out would be to wait for its offsets.
      prefetch_line(run(number, of: near).next)
    }
  }
}

/// The edges of a view that a filter may walk, tested one by one.
struct FilteredRuns: EntryRuns {
  static var areOpen: Bool { false }
  static var areAscending: Bool { false }

  private let offsets: UnsafePointer<UInt32>
  private let neighbours: UnsafePointer<UInt32>
  private let references: UnsafePointer<UInt32>
  private let test: FilteredStep
  private let flip: UInt32

  /// The view and the filter of the test must outlive the runs.
  /// - Parameter flip: 1 where edges are walked against the way of the question.
  init(_ view: TraversalView, test: FilteredStep, flip: UInt32) {
    offsets = view.offsets.base
    neighbours = view.neighbours.base
    references = view.references.base
    self.test = test
    self.flip = flip
  }

  var count: Int { test.runCount }

  @inline(__always)
  func run(_ number: Int, of node: UInt32) -> NeighbourRun {
    let entries = Int(offsets[Int(node)])..<Int(offsets[Int(node) &+ 1])
    let run = test.run(number, of: entries, in: references)
    return NeighbourRun(next: neighbours + run.lowerBound, end: neighbours + run.upperBound)
  }

  @inline(__always)
  func admits(_ neighbour: UnsafePointer<UInt32>) -> Bool {
    test.admits(references[neighbour - neighbours] ^ flip)
  }

  @inline(__always)
  func prefetch(_ nodes: UnsafeMutablePointer<UInt32>, _ place: Int, _ end: Int) {
    let far = place &+ 8
    if far < end { prefetch_line(offsets + Int(nodes[far])) }
  }
}
