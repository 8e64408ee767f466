// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// What the columns of one file are, and what kind of rows they make.
struct ImportPlan: Sendable {
  /// What the cells of a column are read as.
  enum Kind: Sendable, Hashable {
    /// The key of a node.
    case key
    /// The keys of the nodes that an edge joins.
    case from, to
    /// What the data call an edge.
    case identifier
    /// Nothing: the column has no name.
    case nothing
    case property(PropertyType)
  }

  struct Column: Sendable {
    var name: String
    var kind: Kind

    /// Whether the type was worked out from the cells, not declared.
    var isInferred = false
  }

  var columns: [Column]
  let delimiter: UInt8

  /// Whether the rows are nodes, not edges.
  let areNodes: Bool
}
