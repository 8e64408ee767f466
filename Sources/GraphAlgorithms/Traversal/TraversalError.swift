// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A question about a graph that is refused, or that ran out of its budget.
public enum TraversalError: Error, Hashable, Sendable {
  /// An end, waypoint or avoided node that the graph has not.
  case unknownNode(NodeID)

  /// A name that is neither a node type nor a label, in the data or in the graph type.
  case unknownNodeType(String)

  /// A name that is no edge type, in the data or in the graph type.
  case unknownEdgeType(String)

  /// An end of the path, here with its name, is to be avoided.
  case avoidedEnd(String)

  /// A waypoint, here with its name, is to be avoided.
  case avoidedWaypoint(String)

  /// A waypoint, here with its name, is an end of the path.
  case waypointIsEnd(String)
  case tooManyWaypoints(count: Int, limit: Int)

  /// A number of paths that is negative, zero or above the limit.
  case countOutOfRange(Int, limit: Int)

  /// A negative number of hops or of neighbours.
  case negativeLimit(Int)

  /// A restriction of lists that the graph does not describe.
  case unknownFacet(String, known: [String])

  /// A node, here with its name and type, that a facet does not take.
  case wrongFacetType(facet: String, node: String, type: String, expected: [String])
  case budgetExhausted(BudgetExhaustion)
}
