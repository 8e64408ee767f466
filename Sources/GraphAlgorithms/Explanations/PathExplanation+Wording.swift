// SPDX-License-Identifier: Apache-2.0

public import GraphModel

// All wording of this target.

extension EmptyPathExplanation {
  /// The explanation in sentences, without a full stop: what removed the last path, the cheapest
  /// change that gives one, and how far the search got.
  public func sentences(
    from start: NodeID, to end: NodeID, in graph: PropertyGraph
  ) -> [String] {
    let startName = graph.displayName(of: start)
    let endName = graph.displayName(of: end)
    var sentences = ["No path from '\(startName)' to '\(endName)'"]
    for (name, reach) in [(startName, startReach), (endName, endReach)]
    where reach.openEdgeCount == 0 {
      sentences.append(
        reach.edgeCount == 0
          ? "'\(name)' has no edges at all"
          : "'\(name)' has \(Self.counted(reach.edgeCount, "edge")), "
            + "none of which may be walked here")
    }
    if areConnected == false {
      sentences.append(
        "Nothing connects them: they are in different parts of the graph, whatever is asked")
      return sentences + [reached(startName, endName)]
    }
    for relaxation in relaxations {
      let change = relaxation.constraints.map { $0.relaxing(in: graph) }.joined(separator: ", ")
      sentences.append(
        "There is one of \(Self.counted(relaxation.path.hops, "step")) \(change)")
    }
    if let combination {
      let changes = combination.constraints.map { $0.relaxing(in: graph) }
      sentences.append(
        "No single change helps; there is one of \(Self.counted(combination.path.hops, "step")) "
          + changes.joined(separator: " and "))
    }
    for constraint in untried {
      sentences.append("Not tried to the end: a path \(constraint.relaxing(in: graph))")
    }
    return sentences + [reached(startName, endName)]
  }

  private func reached(_ start: String, _ end: String) -> String {
    "The search reached \(Self.counted(startReach.nodeCount, "node")) from '\(start)' "
      + "(\(Self.counted(startReach.greatestDepth, "step")) away at most) and "
      + "\(Self.counted(endReach.nodeCount, "node")) from '\(end)' "
      + "(\(Self.counted(endReach.greatestDepth, "step")) away at most)"
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension EmptyPathExplanation.Constraint {
  /// The change of the question that drops this constraint, as the end of a sentence.
  public func relaxing(in graph: PropertyGraph) -> String {
    switch self {
    case .maximumHops(let hops):
      "beyond the limit of \(EmptyPathExplanation.counted(hops, "step"))"
    case .avoidedNode(let node): "through '\(graph.displayName(of: node))', which was to be avoided"
    case .excludedNodeType(let name): "through nodes of type '\(name)', which was excluded"
    case .excludedEdgeType(let name): "over edges of type '\(name)', which was excluded"
    case .waypointOrder: "that passes the waypoints in another order"
    case .mode(.trail): "that walks an edge twice"
    case .mode: "that passes a node twice"
    case .waypoint(.node(let node)): "that does not pass '\(graph.displayName(of: node))'"
    case .waypoint(.type(let name)): "that passes no node of type '\(name)'"
    case .allowedNodeTypes(let names):
      "through nodes of other types than \(Self.quoted(names))"
    case .allowedEdgeTypes(let names): "over edges of other types than \(Self.quoted(names))"
    case .edgeDirection(let type, .outgoing):
      "over edges of type '\(type)' walked against their direction"
    case .edgeDirection(let type, _): "over edges of type '\(type)' walked along their direction"
    case .direction: "over edges walked against their direction"
    case .excludedSource(let source):
      "over edges that rest on '\(Self.key(source, in: graph))', which was excluded"
    case .allowedSources(let sources):
      "over edges that rest on other sources than "
        + Self.quoted(sources.map { Self.key($0, in: graph) })
    case .asOf(let day): "over edges that did not hold on \(day)"
    }
  }

  private static func key(_ source: SourceID, in graph: PropertyGraph) -> String {
    Int(source.rawValue) < graph.sources.count
      ? graph.source(source).key : "#\(source.rawValue)"
  }

  private static func quoted(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.map { "'\($0)'" }.joined(separator: ", ")
  }
}

extension TraversalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownNode(let node): "the graph has no node \(node.rawValue)"
    case .unknownNodeType(let name): "no node type or label is called '\(name)'"
    case .unknownEdgeType(let name): "no edge type is called '\(name)'"
    case .avoidedEnd(let name): "'\(name)' is an end of the question, so it cannot be avoided"
    case .avoidedWaypoint(let name): "'\(name)' is to be passed, so it cannot be avoided"
    case .waypointIsEnd(let name):
      "'\(name)' is an end of the path, so it cannot be passed on the way"
    case .tooManyWaypoints(let count, let limit):
      "a path may be asked to pass \(limit) waypoints at most, got \(count)"
    case .countOutOfRange(let count, let limit):
      "the number of paths must be from 1 to \(limit), got \(count)"
    case .negativeLimit(let number): "a limit must not be negative, got \(number)"
    case .unknownFacet(let name, let known):
      known.isEmpty
        ? "the graph describes no facets, so there is no '\(name)'"
        : "no facet is called '\(name)'; there are \(known.joined(separator: ", "))"
    case .wrongFacetType(let facet, let node, let type, let expected):
      "facet '\(facet)' takes \(expected.joined(separator: " or ")); '\(node)' is a \(type)"
    case .unknownSource(let source): "the graph has no source \(source.rawValue)"
    case .refusedCost(let edge, let property, let problem):
      "\(edge) \(problem.wording(of: property))"
    case .negativeWeight(let weight): "a weight in a cost must not be negative, got \(weight)"
    case .emptyCostModel: "a cost needs at least one measure"
    case .costsTooLarge: "the costs of the edges are too large to be added up"
    case .budgetExhausted(let exhaustion): exhaustion.description
    }
  }
}

extension CostProblem {
  fileprivate func wording(of property: String) -> String {
    switch self {
    case .missing: "has no '\(property)', so it has no cost"
    case .notANumber(let type): "has a '\(property)' of type \(type); a cost must be a number"
    case .negative(let value): "has '\(property)' \(value); a cost must not be negative"
    case .notFinite: "has a '\(property)' that is not a finite number, so it has no cost"
    case .tooLarge(let value): "has '\(property)' \(value), which is too large for a cost"
    }
  }
}

extension BudgetExhaustion: CustomStringConvertible {
  public var description: String {
    let reason =
      switch limit {
      case .edges(let limit): "at its limit of \(limit) edges"
      case .memory(let limit): "at its limit of \(limit) bytes of memory"
      case .deadline: "at its deadline"
      case .cancelled: "on request"
      }
    return "the search was stopped \(reason), after looking at \(expandedEdges) edges "
      + "and finding \(EmptyPathExplanation.counted(foundPaths, "path"))"
  }
}
