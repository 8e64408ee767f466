// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// What a traversal may walk and pass, as the user asks it: by names.
///
/// The filter is applied inside every search, at every hop, never to finished paths. Edge rules
/// hold for every edge. Node rules hold for the nodes between the two ends of a path, never for the
/// ends themselves, and for every node of a neighbourhood but its centre. The date holds for edges
/// and nodes alike, the ends included: an edge holds only while both its ends exist.
///
/// A node type may be named by its own name or by a label that its nodes carry, so the label of an
/// abstract type stands for all types that extend it.
///
/// ```swift
/// var filter = TraversalFilter()
/// filter.allowedEdgeTypes = ["COVERS", "PARTICIPATES_IN"]
/// filter.avoidedNodes = [union]
/// filter.asOf = CalendarDate(year: 2020, month: 6, day: 1)
/// ```
public struct TraversalFilter: Hashable, Sendable {
  /// The edge types that may be walked; nil for all.
  public var allowedEdgeTypes: [String]?

  /// Edge types that may not be walked, even when allowed.
  public var excludedEdgeTypes: [String]

  /// In which direction the edges of a type may be walked, where it is not the direction of the
  /// question: `outgoing` is from source to target.
  public var edgeDirections: [String: EdgeDirection]

  /// The types of node that may be passed; nil for all.
  public var allowedNodeTypes: [String]?

  /// Types of node that may not be passed, even when allowed.
  public var excludedNodeTypes: [String]

  /// Nodes that may not be passed, and that may not be an end either.
  public var avoidedNodes: [NodeID]

  /// The sources by which edges must be attested; nil for any, and for none at all. An edge may be
  /// walked when one of its claims cites one of these and none of ``excludedSources``.
  public var allowedSources: [SourceID]?

  /// Sources that are not to be relied upon: an edge each of whose claims cites one of them may not
  /// be walked. An edge that nobody claims may, unless sources are asked for.
  public var excludedSources: [SourceID]

  /// The day on which every edge must hold and every node must exist; nil for all times. What the
  /// data do not bound holds without bound.
  public var asOf: CalendarDate?

  /// Makes a filter; the default lets everything through.
  public init(
    allowedEdgeTypes: [String]? = nil, excludedEdgeTypes: [String] = [],
    edgeDirections: [String: EdgeDirection] = [:], allowedNodeTypes: [String]? = nil,
    excludedNodeTypes: [String] = [], avoidedNodes: [NodeID] = [], asOf: CalendarDate? = nil,
    allowedSources: [SourceID]? = nil, excludedSources: [SourceID] = []
  ) {
    self.allowedEdgeTypes = allowedEdgeTypes
    self.excludedEdgeTypes = excludedEdgeTypes
    self.edgeDirections = edgeDirections
    self.allowedNodeTypes = allowedNodeTypes
    self.excludedNodeTypes = excludedNodeTypes
    self.avoidedNodes = avoidedNodes
    self.asOf = asOf
    self.allowedSources = allowedSources
    self.excludedSources = excludedSources
  }

  /// Whether the filter says nothing, so that no search need look at it.
  var isEmpty: Bool {
    allowedEdgeTypes == nil && excludedEdgeTypes.isEmpty && edgeDirections.isEmpty
      && allowedNodeTypes == nil && excludedNodeTypes.isEmpty && avoidedNodes.isEmpty
      && allowedSources == nil && excludedSources.isEmpty && asOf == nil
  }
}
