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
}
