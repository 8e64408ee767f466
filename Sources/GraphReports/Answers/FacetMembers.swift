// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Which nodes stand for which along the expansion edge of a facet: an area for its sub-areas, a
/// state for the groups it belongs to.
public struct FacetMembers: Sendable {
  private let graph: PropertyGraph
  private let facet: Facet
  private let asOf: CalendarDate?

  /// - Parameter asOf: when given, only expansion edges that held on that day count.
  public init(_ facet: Facet, in graph: PropertyGraph, asOf: CalendarDate? = nil) {
    self.facet = facet
    self.graph = graph
    self.asOf = asOf
  }

  /// The nodes that the facet takes, ascending.
  public var all: [NodeID] {
    graph.nodes.filter { node in
      isTaken(node) && (asOf.map(graph.validity(of: node).contains) ?? true)
    }
  }

  /// The nodes that the facet takes and for which no other of them stands: areas that belong to no
  /// other. All where each belongs to another in a circle.
  public var topmost: [NodeID] {
    let all = all
    let topmost = all.filter { node in
      neighbours(of: node, isForward: false).allSatisfy { !isTaken($0) || $0 == node }
    }
    return topmost.isEmpty ? all : topmost
  }

  /// The nodes that belong to one: those it stands for when the facet takes it, else those that
  /// stand for it. A group has its states, an area its sub-areas.
  public func belonging(to node: NodeID) -> [NodeID] {
    reached(from: node, isForward: isTaken(node)).subtracting([node]).filter(isTaken).sorted()
  }

  /// A node and all that it stands for.
  public func members(of node: NodeID) -> Set<NodeID> { reached(from: node, isForward: true) }

  private func isTaken(_ node: NodeID) -> Bool {
    facet.types.isEmpty || facet.types.contains(graph.typeName(of: node))
      || graph.labels(of: node).contains(where: facet.types.contains)
  }

  private func reached(from node: NodeID, isForward: Bool) -> Set<NodeID> {
    var seen: Set<NodeID> = [node]
    var open = [node]
    while let next = open.popLast() {
      for neighbour in neighbours(of: next, isForward: isForward)
      where seen.insert(neighbour).inserted {
        open.append(neighbour)
      }
    }
    return seen
  }

  private func neighbours(of node: NodeID, isForward: Bool) -> [NodeID] {
    guard let expansion = facet.expansion else { return [] }
    var found: [NodeID] = []
    let direction: EdgeDirection = expansion.isOutgoing == isForward ? .outgoing : .incoming
    graph.forEachEdge(at: node, direction: direction) { edge, far in
      guard graph.typeName(of: edge) == expansion.edge else { return }
      if let asOf, !graph.validity(of: edge).contains(asOf) { return }
      found.append(far)
    }
    return found
  }
}
