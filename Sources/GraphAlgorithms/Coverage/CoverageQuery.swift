// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A question for what joins two kinds of node, pair by pair: states by policy areas, joined by
/// programmes, agreements and dialogues.
///
/// Rows and columns are facets (``GraphModel/Facet``). A middle node belongs into a cell when one
/// edge of the row facet links it, in either direction, to the row's node or to one that this
/// stands for, and one edge of the column facet likewise. An area stands for its sub-areas, a
/// state for the groups it belongs to: all that the facet's expansion edge leads to, over any
/// number of steps; cycles do no harm. A middle node counts once in a cell, however many edges
/// link it.
///
/// ```
///   tajikistan <──COVERS── bomca ──ADDRESSES──> borders ──BROADER──> migration
///                     area:  borders   migration   visas
///   state:  tajikistan       bomca     bomca       (gap)
/// ```
/// ```swift
/// let matrix = try CoverageQuery(rows: "state", columns: "area", in: graph).matrix(in: view)
/// for gap in matrix.gaps(limit: 20) { print(graph.displayName(of: gap.row), gap.column) }
/// ```
public struct CoverageQuery: Hashable, Sendable {
  /// What the rows or the columns are.
  public struct Axis: Hashable, Sendable {
    public var facet: Facet

    /// The nodes in the order wanted, each once; nil for all of the facet's types that exist on
    /// the day asked for, by type, then key. A facet without types takes every node.
    public var nodes: [NodeID]?

    public init(facet: Facet, nodes: [NodeID]? = nil) {
      self.facet = facet
      self.nodes = nodes
    }
  }

  public var rows: Axis
  public var columns: Axis

  /// Names of node types or labels; nil for the instrument types that the graph describes.
  public var middleTypes: [String]?

  /// How time narrows the edges, the middle nodes and, where they are not given, rows and columns.
  public var time: FacetSelection.Time

  public init(
    rows: Axis, columns: Axis, middleTypes: [String]? = nil, time: FacetSelection.Time = .any
  ) {
    self.rows = rows
    self.columns = columns
    self.middleTypes = middleTypes
    self.time = time
  }

  /// Takes both facets from the description of the graph, by name.
  /// - Throws: ``TraversalError/unknownFacet(_:known:)``.
  public init(
    rows: String, columns: String, in graph: PropertyGraph, middleTypes: [String]? = nil,
    time: FacetSelection.Time = .any
  ) throws(TraversalError) {
    let facets = graph.description.facets
    func axis(_ name: String) throws(TraversalError) -> Axis {
      guard let facet = facets[name] else {
        throw .unknownFacet(name, known: facets.keys.sorted())
      }
      return Axis(facet: facet)
    }
    self.init(
      rows: try axis(rows), columns: try axis(columns), middleTypes: middleTypes, time: time)
  }

  /// Fills the cells.
  ///
  /// - Throws: ``TraversalError`` for an unknown node or middle type, a node that its facet does
  ///   not take, or when the budget ends.
  /// - Complexity: O(edges at the middle nodes + what the axes stand for + entries of all cells);
  ///   all ``CoverageMatrix/gaps`` another O(rows · columns).
  public func matrix(
    in view: TraversalView, budget: SearchBudget = .standard
  ) throws(TraversalError) -> CoverageMatrix {
    if let middleTypes { try view.requireNodeTypes(middleTypes) }
    let middle = middleTypes ?? view.graph.description.instrumentTypes
    let ranges = view.nodeTypes.filter { type in middle.contains(where: type.isNamed) }
      .map(\.range)
    var meter = BudgetMeter(budget)
    var rowLinks = try CoverageLinks(rows, name: "rows", day: time.day, in: view, meter: &meter)
    var columnLinks = try CoverageLinks(
      columns, name: "columns", day: time.day, in: view, meter: &meter)
    var cells: [UInt64: CoverageCellContents] = [:]
    for position in ranges.joined() {
      try meter.charge(view.entries(of: position).count + 1)
      let node = view.node(at: position)
      var isOfUnknownStart = false
      if let day = time.day {
        let validity = view.graph.validity(of: node)
        guard validity.contains(day) else { continue }
        if case .inForce = time { isOfUnknownStart = validity.start == nil }
      }
      let ownRows = try rowLinks.places(of: position, in: view, meter: &meter)
      if ownRows.isEmpty { continue }
      let ownColumns = try columnLinks.places(of: position, in: view, meter: &meter)
      for row in ownRows {
        try meter.charge(ownColumns.count)
        try meter.reserve(ownColumns.count * 16)
        for column in ownColumns {
          cells[UInt64(row) << 32 | UInt64(column), default: CoverageCellContents()]
            .add(node, isOfUnknownStart: isOfUnknownStart)
        }
      }
    }
    return CoverageMatrix(
      rows: rowLinks.nodes.map(view.node(at:)), columns: columnLinks.nodes.map(view.node(at:)),
      contents: cells)
  }
}

/// What was found for one cell.
struct CoverageCellContents {
  var nodes: [NodeID] = []
  var nodesOfUnknownStart: [NodeID] = []

  mutating func add(_ node: NodeID, isOfUnknownStart: Bool) {
    if isOfUnknownStart { nodesOfUnknownStart.append(node) } else { nodes.append(node) }
  }
}
