// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// The friendships in a karate club: W. W. Zachary, "An information flow model for conflict and
/// fission in small groups", Journal of Anthropological Research 33 (1977).
enum KarateClub {
  private static let friends: [(member: Int, others: [Int])] = [
    (1, [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32]),
    (2, [3, 4, 8, 14, 18, 20, 22, 31]), (3, [4, 8, 9, 10, 14, 28, 29, 33]), (4, [8, 13, 14]),
    (5, [7, 11]), (6, [7, 11, 17]), (7, [17]), (9, [31, 33, 34]), (10, [34]), (14, [34]),
    (15, [33, 34]), (16, [33, 34]), (19, [33, 34]), (20, [34]), (21, [33, 34]), (23, [33, 34]),
    (24, [26, 28, 30, 33, 34]), (25, [26, 28, 32]), (26, [32]), (27, [30, 34]), (28, [34]),
    (29, [32, 34]), (30, [33, 34]), (31, [33, 34]), (32, [33, 34]), (33, [34]),
  ]

  /// Member 1 is the first node.
  static func view() throws -> TraversalView {
    var builder = GraphBuilder(order: .asAdded)
    let handles = try (1...34).map { try builder.addNode(type: "Member", key: "\($0)") }
    for (member, others) in friends {
      for other in others {
        try builder.addEdge(type: "KNOWS", from: handles[member - 1], to: handles[other - 1])
      }
    }
    return TraversalView(try builder.freeze())
  }

  static func member(_ number: Int) -> NodeID { NodeID(rawValue: UInt32(number - 1)) }
}
