// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// The one thing that searches walk: the edges of a graph in both directions, as flat arrays.
///
/// For a frozen graph these are the storage's own arrays, made on first use and shared by all
/// views. For an edited graph they are made once, when the view is, from the base and its edits;
/// the nodes and edges are numbered anew in the order that a frozen copy would give them. Either
/// way the order of numbers is the order of names (node type and key; edge type, source, target,
/// identifier), so comparing numbers breaks ties as documented, and an edited graph answers like
/// its frozen copy.
///
/// A view is a snapshot: later edits of the graph do not reach it. Any number of threads may search
/// one view at once. Keep it while asking several questions: it also keeps their working memory.
///
/// ```swift
/// let view = TraversalView(graph)
/// let path = try PathSearch(view).shortestPath(from: poland, to: turkmenistan)
/// ```
///
/// - Complexity: O(nodes + edges) for the first view of a frozen graph, then O(types); for an
///   edited graph O(nodes + edges), plus O(k log k) for k inserted nodes.
public final class TraversalView: Sendable {
  /// The graph that is walked.
  public let graph: PropertyGraph

  /// The number of nodes that are not removed.
  public let nodeCount: Int

  /// The number of edges that are not removed.
  public let edgeCount: Int

  /// The cost models that were asked for lately, worked out for each edge.
  let costTables = CostTables()

  /// Where the entries of each node begin, by position; one more than there are nodes.
  let offsets: FrozenArray<UInt32>

  /// The position of the node at the far end of each entry.
  let neighbours: FrozenArray<UInt32>

  /// The edge of each entry, `position << 1 | isReversed`.
  let references: FrozenArray<UInt32>

  /// In ascending order of their nodes.
  let nodeTypes: [NodeTypeRange]

  /// In ascending order of their edges.
  let edgeTypes: [EdgeTypeRange]

  /// The days on which each edge holds; nil when nothing is dated.
  let edgeDays: DayColumns?

  /// How positions stand to the graph's numbers; nil when they are the same.
  let numbering: Numbering?

  /// For each entry of a narrowed view, which entry of the whole view it is; else nil.
  let origins: FrozenArray<UInt32>?

  /// The filters asked for last.
  let filters: FilterCache

  private let pool: SearchMemoryPool

  /// Makes a view of the graph as it is now.
  public convenience init(_ graph: PropertyGraph) {
    let arrays = graph.isEdited ? EditedArrays(graph).arrays : Arrays(graph.storage)
    self.init(graph, arrays, filters: FilterCache(entryCount: arrays.references.count))
  }

  /// The view of a frozen graph that all its copies share, with the working memory and the filters
  /// that earlier questions have left; of an edited graph, a new one.
  ///
  /// The shared view lives as long as the graph. Where one question is asked, and the graph stays,
  /// it is the cheaper choice for the next one; its memory is some thirty bytes for each node.
  ///
  /// - Complexity: that of a new view the first time, O(1) afterwards.
  public static func shared(of graph: PropertyGraph) -> TraversalView {
    guard !graph.isEdited, let companions = graph.companions else { return TraversalView(graph) }
    return companions.companion(TraversalView.self) { TraversalView(graph.withoutCompanions) }
  }

  /// Makes a view whose filters are narrowed after so many edges, for tests.
  convenience init(_ graph: PropertyGraph, narrowingAfter patience: Int) {
    let arrays = graph.isEdited ? EditedArrays(graph).arrays : Arrays(graph.storage)
    self.init(
      graph, arrays,
      filters: FilterCache(entryCount: arrays.references.count, patience: patience))
  }

  /// Makes a view of the edges that a filter may walk. It shares the working memory.
  convenience init(narrowing view: TraversalView, by filter: CompiledFilter) {
    self.init(
      view.graph, Arrays(narrowing: view, by: filter), filters: FilterCache(entryCount: 0),
      pool: view.pool)
  }

  private init(
    _ graph: PropertyGraph, _ arrays: Arrays, filters: FilterCache, pool: SearchMemoryPool? = nil
  ) {
    self.graph = graph
    self.filters = filters
    self.pool = pool ?? SearchMemoryPool()
    nodeCount = arrays.offsets.count - 1
    edgeCount = arrays.references.count / 2
    offsets = arrays.offsets
    neighbours = arrays.neighbours
    references = arrays.references
    nodeTypes = arrays.nodeTypes
    edgeTypes = arrays.edgeTypes
    edgeDays = arrays.edgeDays
    numbering = arrays.numbering
    origins = arrays.origins
  }

  /// Runs a search with working memory that no other search has.
  func withMemory<Result>(
    _ body: (SearchMemory) throws(TraversalError) -> Result
  ) throws(TraversalError) -> Result {
    let memory = pool.take() ?? SearchMemory(nodeCount: nodeCount)
    defer {
      memory.unbanAll()
      pool.giveBack(memory)
    }
    do throws(TraversalError) {
      return try body(memory)
    } catch {
      // A search that was broken off has left marks that it did not count.
      memory.advance(past: nodeCount)
      throw error
    }
  }
}

/// The nodes of one type, as positions.
struct NodeTypeRange: Sendable {
  let name: String
  let labels: [String]
  let range: Range<UInt32>

  /// Whether the type goes by this name, or its nodes carry this label.
  func isNamed(_ name: String) -> Bool { self.name == name || labels.contains(name) }
}

/// The edges of one type, as positions.
struct EdgeTypeRange: Sendable {
  let label: String
  let range: Range<UInt32>
}

/// The first and last day of each edge, by position, the ends of the edge taken into account.
struct DayColumns: Sendable {
  let first: FrozenArray<Int32>
  let last: FrozenArray<Int32>
}

/// The two ways between positions and the numbers of the graph.
struct Numbering: Sendable {
  /// Stands for a node or edge that is removed.
  static let none = UInt32.max

  /// Numbers by position.
  let nodes: [UInt32]
  let edges: [UInt32]

  /// Positions by number; ``none`` for what is removed.
  let nodePositions: [UInt32]
  let edgePositions: [UInt32]
}

extension TraversalView {
  /// What a view is made of.
  struct Arrays {
    var offsets: FrozenArray<UInt32>
    var neighbours: FrozenArray<UInt32>
    var references: FrozenArray<UInt32>
    var nodeTypes: [NodeTypeRange]
    var edgeTypes: [EdgeTypeRange]
    var edgeDays: DayColumns?
    var numbering: Numbering?
    var origins: FrozenArray<UInt32>?
  }

  /// The position of a node, nil when the graph has it not.
  func position(of node: NodeID) -> UInt32? {
    guard let numbering else {
      return Int(node.rawValue) < nodeCount ? node.rawValue : nil
    }
    guard Int(node.rawValue) < numbering.nodePositions.count else { return nil }
    let position = numbering.nodePositions[Int(node.rawValue)]
    return position == Numbering.none ? nil : position
  }

  func node(at position: UInt32) -> NodeID {
    NodeID(rawValue: numbering?.nodes[Int(position)] ?? position)
  }

  func edge(at position: UInt32) -> EdgeID {
    EdgeID(rawValue: numbering?.edges[Int(position)] ?? position)
  }

  /// The entries of the node at a position.
  func entries(of position: UInt32) -> Range<Int> {
    Int(offsets.base[Int(position)])..<Int(offsets.base[Int(position) + 1])
  }

  /// The type of the node at a position, as a place in ``nodeTypes``. Complexity: O(log types).
  func nodeType(of position: UInt32) -> Int {
    var low = 0
    var high = nodeTypes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if nodeTypes[middle].range.lowerBound <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// The position of a node that must be in the graph.
  func requirePosition(of node: NodeID) throws(TraversalError) -> UInt32 {
    guard let position = position(of: node) else { throw .unknownNode(node) }
    return position
  }

  /// Refuses names that neither the data nor the graph type know.
  func requireNodeTypes(_ names: [String]) throws(TraversalError) {
    for name in names {
      let isKnown =
        nodeTypes.contains { $0.isNamed(name) }
        || graph.graphType?.nodeTypes.contains { $0.name == name || $0.labels.contains(name) }
          ?? false
      guard isKnown else { throw .unknownNodeType(name) }
    }
  }

  func requireEdgeTypes(_ names: [String]) throws(TraversalError) {
    for name in names {
      let isKnown =
        edgeTypes.contains { $0.label == name }
        || graph.graphType?.edgeTypes.contains { $0.label == name } ?? false
      guard isKnown else { throw .unknownEdgeType(name) }
    }
  }
}

extension TraversalView.Arrays {
  /// The arrays of a frozen graph, shared.
  init(_ storage: GraphStorage) {
    let merged = storage.mergedAdjacency
    self.init(
      offsets: merged.offsets, neighbours: merged.neighbours, references: merged.references,
      nodeTypes: storage.nodeTypes.map {
        NodeTypeRange(name: $0.name, labels: $0.labels, range: $0.nodes)
      },
      edgeTypes: storage.edgeTypes.map { EdgeTypeRange(label: $0.label, range: $0.edges) },
      edgeDays: storage.edgeValidity.map { DayColumns(first: $0.first, last: $0.last) },
      numbering: nil)
  }
}
