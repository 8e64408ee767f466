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

  /// A source that the graph's register has not.
  case unknownSource(SourceID)

  /// An edge, here in words, that may be walked and has no cost that can be added up.
  case refusedCost(edge: String, property: String, CostProblem)

  /// A term of a cost model with a negative weight.
  case negativeWeight(PathCost)

  /// A cost model without terms.
  case emptyCostModel

  /// Costs so large that the cost of a path might not be a number of 64 bits.
  case costsTooLarge
  case budgetExhausted(BudgetExhaustion)
}

/// Why the value of a property is no cost.
public enum CostProblem: Hashable, Sendable {
  case missing

  /// A value of another kind than a number, here by the name of its type.
  case notANumber(String)
  case negative(String)
  case notFinite
  case tooLarge(String)
}
