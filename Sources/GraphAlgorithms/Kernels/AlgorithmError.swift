// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A question to an algorithm over a whole graph that is refused, or that ran out of its budget.
public enum AlgorithmError: Error, Hashable, Sendable {
  /// An unknown node or type, an avoided end, or the end of the budget.
  case traversal(TraversalError)

  /// A number that is not one the algorithm takes.
  case parameterOutOfRange(name: String, value: String, expected: String)

  /// An edge with a cost that is negative or above the limit.
  case costOutOfRange(edge: EdgeID, cost: Int, limit: Int)

  /// A question about several nodes that names none.
  case noNodes
}

extension AlgorithmError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .traversal(let error): error.description
    case .parameterOutOfRange(let name, let value, let expected):
      "\(name) must be \(expected), not \(value)"
    case .costOutOfRange(let edge, let cost, let limit):
      "edge \(edge.rawValue) costs \(cost); a cost is 0 to \(limit)"
    case .noNodes: "the question names no node"
    }
  }
}

/// Runs a traversal inside an algorithm and passes its refusal on.
func traversing<Result>(
  _ body: () throws(TraversalError) -> Result
) throws(AlgorithmError) -> Result {
  do throws(TraversalError) {
    return try body()
  } catch {
    throw .traversal(error)
  }
}
