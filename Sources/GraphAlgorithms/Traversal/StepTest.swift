// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Whether a search may take a step. Searches are generic over it, so that each kind of test is
/// compiled into its own inner loop.
protocol StepTest {
  /// Whether the edge may be walked. The lowest bit of the reference says whether that is against
  /// its direction, seen in walking from the start of the question to its end.
  func admits(_ reference: UInt32) -> Bool

  /// Whether a node may be passed.
  func admits(node: UInt32) -> Bool
}

/// The test without a filter.
struct EveryStep: StepTest {
  @inline(__always) func admits(_ reference: UInt32) -> Bool { true }
  @inline(__always) func admits(node: UInt32) -> Bool { true }
}

/// The test of a compiled filter, over the memory that the filter owns.
struct FilteredStep: StepTest {
  /// Fewer entries than this are tested one by one.
  private static var shortRun: Int { 24 }

  private let ranges: UnsafePointer<CompiledFilter.EdgeRange>?
  private let rangeCount: Int
  private let firstDays: UnsafePointer<Int32>?
  private let lastDays: UnsafePointer<Int32>?
  private let day: Int32
  private let nodes: UnsafePointer<UInt64>?
  private let attestedEdges: UnsafePointer<UInt64>?

  /// The filter must outlive the test.
  init(_ filter: CompiledFilter) {
    ranges = filter.edgeRanges?.base
    rangeCount = filter.edgeRanges?.count ?? 0
    firstDays = filter.edgeDays?.first.base
    lastDays = filter.edgeDays?.last.base
    day = filter.day
    nodes = filter.nodes?.words.base
    attestedEdges = filter.attestedEdges?.words.base
  }

  @inline(__always)
  func admits(_ reference: UInt32) -> Bool {
    let edge = reference >> 1
    if let ranges {
      var number = 0
      while number < rangeCount, ranges[number].upper <= edge { number &+= 1 }
      guard number < rangeCount, ranges[number].lower <= edge,
        ranges[number].directions >> (reference & 1) & 1 == 1
      else { return false }
    }
    if let attestedEdges, attestedEdges[Int(edge) >> 6] >> UInt64(edge & 63) & 1 == 0 {
      return false
    }
    if let firstDays, let lastDays {
      return firstDays[Int(edge)] <= day && day <= lastDays[Int(edge)]
    }
    return true
  }

  @inline(__always)
  func admits(node: UInt32) -> Bool {
    guard let nodes else { return true }
    return nodes[Int(node) >> 6] >> UInt64(node & 63) & 1 == 1
  }

  /// How many runs ``run(_:of:in:)`` has for a node.
  var runCount: Int { ranges == nil ? 1 : rangeCount }

  /// One of the runs of a node's entries outside of which nothing is admitted. The entries are in
  /// order of edge type, so those of a range lie together: a hub's other entries are jumped over.
  @inline(__always)
  func run(
    _ number: Int, of entries: Range<Int>, in references: UnsafePointer<UInt32>
  ) -> Range<Int> {
    guard let ranges, entries.count > Self.shortRun else {
      return number == 0 ? entries : entries.upperBound..<entries.upperBound
    }
    let first = Self.firstEntry(of: ranges[number].lower, in: entries, references)
    let rest = first..<entries.upperBound
    return first..<Self.firstEntry(of: ranges[number].upper, in: rest, references)
  }

  /// The first entry whose edge is at or after one.
  @inline(never)
  private static func firstEntry(
    of edge: UInt32, in entries: Range<Int>, _ references: UnsafePointer<UInt32>
  ) -> Int {
    var low = entries.lowerBound
    var high = entries.upperBound
    while low < high {
      let middle = (low &+ high) >> 1
      if references[middle] >> 1 < edge { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
