// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What comes first among paths: the cheaper, then the one with fewer edges. Without a cost, each
/// edge costs one.
struct PathRank: Comparable {
  var cost: Int64
  var hops: UInt32

  static let zero = PathRank(cost: 0, hops: 0)

  static func < (left: PathRank, right: PathRank) -> Bool {
    left.cost != right.cost ? left.cost < right.cost : left.hops < right.hops
  }

  /// The rank of a way with one more edge; nil when its cost is no number of 64 bits.
  func adding(_ price: Int64) -> PathRank? {
    let (sum, overflows) = cost.addingReportingOverflow(price)
    return overflows ? nil : PathRank(cost: sum, hops: hops + 1)
  }

  /// The rank of two ways after each other; nil when its cost is no number of 64 bits.
  func adding(_ other: PathRank) -> PathRank? {
    let (sum, overflows) = cost.addingReportingOverflow(other.cost)
    return overflows ? nil : PathRank(cost: sum, hops: hops + other.hops)
  }
}

/// A path that fits a pattern, with the position in the pattern of each of its edges.
struct FittingPath {
  var nodes: [UInt32]
  var edges: [UInt32]
  var positions: [UInt32]

  /// Roughly, with what the arrays need besides their members.
  var byteCount: Int { 144 + 12 * nodes.count }

  var value: PathValue {
    PathValue(nodes: nodes.map(NodeID.init(rawValue:)), edges: edges.map(EdgeID.init(rawValue:)))
  }

  var edgeList: Value { .list(edges.map { .edge(EdgeID(rawValue: $0)) }) }
}

/// How many paths are wanted, first ones first.
enum PathQuota {
  case all
  /// This many.
  case first(Int)
  /// All of this many smallest costs.
  case groups(Int)

  /// How many different ranks of ways to one vertex can be part of what is wanted; nil where that
  /// cannot be said.
  func ranks(isPriced: Bool) -> Int? {
    switch self {
    case .all: nil
    case .first(let count): count
    case .groups(let count): isPriced ? nil : count
    }
  }
}

/// The paths between two nodes as they are found, in order, until there are enough.
struct PathHarvest {
  private let quota: PathQuota
  private let signature: PathSignature?
  private var seen: Set<[UInt32]> = []
  private var groups = 0
  private var lastCost: Int64?
  private(set) var paths: [FittingPath] = []

  /// - Parameter signature: what tells equal paths apart, where one may be found more than once.
  init(_ quota: PathQuota, _ signature: PathSignature?) {
    self.quota = quota
    self.signature = signature
  }

  /// Whether the paths of a cost may be wanted.
  func wants(cost: Int64) -> Bool {
    switch quota {
    case .all: true
    case .first(let count): paths.count < count
    case .groups(let count): cost == lastCost ? true : groups < count
    }
  }

  /// Takes the next path, unless it is known.
  mutating func add(_ path: FittingPath, cost: Int64) {
    if let signature, !seen.insert(signature.key(of: path)).inserted { return }
    if lastCost != cost {
      groups += 1
      lastCost = cost
    }
    paths.append(path)
  }
}
