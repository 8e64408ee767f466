// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What comes first among paths: the lighter, then the one with fewer edges.
struct PathRank: Comparable {
  var weight: UInt64
  var hops: UInt32

  static let zero = PathRank(weight: 0, hops: 0)

  @inline(__always)
  static func < (left: PathRank, right: PathRank) -> Bool {
    left.weight != right.weight ? left.weight < right.weight : left.hops < right.hops
  }

  /// The rank of two ways after each other; nil when it is no number of 64 bits.
  @inline(__always)
  func adding(_ other: PathRank) -> PathRank? {
    let (weight, overflows) = weight.addingReportingOverflow(other.weight)
    return overflows ? nil : PathRank(weight: weight, hops: hops &+ other.hops)
  }
}

/// What a search for ranked paths goes by.
struct PathRanking {
  /// The greatest number of edges that a path may have; states hold hops in 24 bits.
  static let greatestHops = (1 << 24) - 2

  let start: UInt32
  let end: UInt32
  let mode: PathMode
  let maximumHops: Int
  let isHopLimited: Bool
  let waypoints: WaypointTable?

  init(_ compiled: CompiledQuery) {
    start = compiled.start
    end = compiled.end
    mode = compiled.mode
    maximumHops = min(compiled.maximumHops, Self.greatestHops)
    isHopLimited = compiled.isHopLimited
    waypoints = compiled.waypoints
  }

  /// Whether a path may pass a node twice between its ends.
  var repeatsNodes: Bool { mode == .walk || mode == .trail }

  /// The progress of a path that has passed all waypoints.
  var complete: Int { waypoints?.complete ?? 0 }

  func progress(_ progress: Int, passing node: UInt32) -> Int {
    waypoints?.progress(progress, passing: node) ?? progress
  }
}
