// SPDX-License-Identifier: Apache-2.0

/// Frames as blocks: the members of each stand in rows, and an engine is asked for no more than
/// where the blocks stand.
///
/// Nodes outside of all frames that hang on the same nodes make a block without a frame.
struct FrameBlocks {
  /// How much longer than deep a block is to be, tried one after another until the figure fits.
  static let shapes = [4.0, 2.5, 1.6, 1, 0.6, 0.4]

  private struct Block {
    var rows: RowPlacement
    /// From the upper left corner of the block to that of the rows.
    var left: Double
    var top: Double
    var width: Double
    var height: Double
  }

  /// What an engine is to place: a node for each block, an edge where nodes of two are linked.
  let problem: LayoutProblem
  private let blocks: [Block]
  private let nodeCount: Int

  /// - Parameters:
  ///   - shape: How much longer than deep a block is, about.
  ///   - rowGap: Between two rows of a block.
  /// - Complexity: O(*n* log *n*) in nodes and edges.
  init(_ plan: FigurePlan, shape: Double, rowGap: Double) {
    nodeCount = plan.nodes.count
    let direction = plan.figure.direction
    let isAcross = direction == .leftToRight
    let sizes = plan.nodes.map { (width: $0.fit.width, height: $0.fit.height) }
    let lengths = sizes.map { isAcross ? $0.height : $0.width }
    var blocks: [Block] = []
    var blockOfNode = Array(repeating: 0, count: plan.nodes.count)
    func add(_ members: [Int], label: FigurePlan.SizedText?) {
      for member in members { blockOfNode[member] = blocks.count }
      let depth = members.map { isAcross ? sizes[$0].width : sizes[$0].height }.max() ?? 0
      let area = FigureRows.length(members, lengths) * (depth + rowGap)
      let rows = RowPlacement(
        FigureRows.rows(
          of: members.map { [$0] }, lengths: lengths,
          limit: min((area * shape).squareRoot(), FigureRows.pageWidth)),
        sizes: sizes, direction: direction, gap: rowGap)
      let margin = label == nil ? 0 : FigurePlan.frameMargin
      let name = label.flatMap { $0.lines.isEmpty ? nil : $0 }
      let top = margin + (name?.height ?? 0)
      let least = name.map { $0.width + margin } ?? 0
      // Labels of edges stand between the blocks as they do between rows.
      let room = rowGap - 20
      blocks.append(
        Block(
          rows: rows, left: margin + (isAcross ? room / 2 : 0),
          top: top + (isAcross ? 0 : room / 2),
          width: max(rows.width, least) + 2 * margin + (isAcross ? room : 0),
          height: rows.height + top + margin + (isAcross ? 0 : room)))
    }
    for cluster in plan.clusters { add(cluster.members, label: cluster.label) }
    for members in FrameBlocks.unframed(plan) { add(members, label: nil) }
    var links = Set<[Int]>()
    var edges: [LayoutProblem.Edge] = []
    for edge in plan.edges {
      let ends = [blockOfNode[edge.from], blockOfNode[edge.to]]
      let link = edge.isTurned ? ends.reversed() : ends
      guard link[0] != link[1], links.insert(link).inserted else { continue }
      edges.append(
        LayoutProblem.Edge(
          tail: link[0], head: link[1], labelWidth: 0, labelHeight: 0, arrow: .head))
    }
    self.blocks = blocks
    problem = LayoutProblem(
      engine: .dot, effort: .full, direction: direction,
      nodes: blocks.map {
        LayoutProblem.Node(
          width: min($0.width, LayoutProblem.Bound.side),
          height: min($0.height, LayoutProblem.Bound.side), isRound: false)
      },
      edges: edges)
  }

  /// Nodes outside of all frames, those together that have the same neighbours.
  private static func unframed(_ plan: FigurePlan) -> [[Int]] {
    let framed = Set(plan.clusters.flatMap(\.members))
    var neighbours: [Set<Int>] = Array(repeating: [], count: plan.nodes.count)
    for edge in plan.edges {
      neighbours[edge.from].insert(edge.to)
      neighbours[edge.to].insert(edge.from)
    }
    var sets: [[Int]] = []
    var places: [[Int]: Int] = [:]
    for node in plan.nodes.indices where !framed.contains(node) {
      let key = neighbours[node].sorted()
      if let place = places[key], !key.isEmpty {
        sets[place].append(node)
      } else {
        places[key] = sets.count
        sets.append([node])
      }
    }
    return sets
  }

  /// Centres of all nodes, where an engine has placed the blocks.
  func centres(_ solution: LayoutSolution) -> [FigureLayout.Point] {
    var centres = Array(repeating: FigureLayout.Point(x: 0, y: 0), count: nodeCount)
    for (block, middle) in zip(blocks, solution.nodes) {
      let left = middle.x - block.width / 2 + block.left
      let top = middle.y - block.height / 2 + block.top
      for (node, centre) in block.rows.centres {
        centres[node] = FigureLayout.Point(
          x: hundredths(left + centre.x), y: hundredths(top + centre.y))
      }
    }
    return centres
  }
}
