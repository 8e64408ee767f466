// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// Where the parts of a graph type stand in the text that it was read from.
///
/// Positions are those of the graph type's own arrays, as in ``GraphTypeProblem/Place``. With them
/// a fault found in data can point at the declaration that it breaks.
public struct GraphTypePlaces: Sendable {
  /// The text.
  public let source: SourceText

  /// The name of the graph type; empty when the text has none.
  public internal(set) var name: Range<Int> = 0..<0

  var nodeTypes: [Node] = []
  var edgeTypes: [Edge] = []

  struct Node {
    var name: Range<Int>
    var supertypes: [Range<Int>]
    var key: [Range<Int>]
    var properties: [PropertyPlaces]
  }

  struct Edge {
    var name: Range<Int>
    var source: [Range<Int>]
    var target: [Range<Int>]
    var properties: [PropertyPlaces]
    var outgoing: Range<Int>?
    var incoming: Range<Int>?
  }

  init(source: SourceText) {
    self.source = source
  }

  /// The bytes of a part: of a type its name or label, of a property its name.
  ///
  /// Nil for a part that is not in the text.
  public func span(of place: GraphTypeProblem.Place) -> Range<Int>? {
    switch place {
    case .nodeType(let index): node(index)?.name
    case .supertype(let index, let position): node(index)?.supertypes.element(at: position)
    case .nodeProperty(let index, let position): node(index)?.properties.element(at: position)?.name
    case .key(let index, let position): node(index)?.key.element(at: position)
    case .edgeType(let index): edge(index)?.name
    case .sourceLabel(let index, let position): edge(index)?.source.element(at: position)
    case .targetLabel(let index, let position): edge(index)?.target.element(at: position)
    case .edgeProperty(let index, let position): edge(index)?.properties.element(at: position)?.name
    }
  }

  /// The same as a place that can be printed.
  public func location(of place: GraphTypeProblem.Place) -> SourceLocation? {
    span(of: place).map { source.location(of: $0) }
  }

  func node(_ index: Int) -> Node? { nodeTypes.element(at: index) }

  func edge(_ index: Int) -> Edge? { edgeTypes.element(at: index) }

  /// The places of a property, when the place is one.
  func property(at place: GraphTypeProblem.Place) -> PropertyPlaces? {
    switch place {
    case .nodeProperty(let index, let position): node(index)?.properties.element(at: position)
    case .edgeProperty(let index, let position): edge(index)?.properties.element(at: position)
    default: nil
    }
  }
}

extension Array {
  /// The element, nil outside the bounds.
  fileprivate func element(at index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
