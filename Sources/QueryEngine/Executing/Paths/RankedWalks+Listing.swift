// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

extension RankedWalks {
  /// The walk by which an entry was reached first.
  func firstWalk(to end: Int) throws(QueryFault) -> FittingPath {
    var steps: [UInt32] = []
    var entry = end
    while lastWays[entry] >= 0 {
      let way = Int(lastWays[entry])
      steps.append(arcs[way])
      entry = Int(origins[way])
    }
    try run.charge(steps.count + 1)
    return path(from: entry, along: steps.reversed())
  }

  private func path(from start: Int, along steps: [UInt32]) -> FittingPath {
    var path = FittingPath(nodes: [product.nodes[Int(vertices[start])]], edges: [], positions: [])
    path.nodes.reserveCapacity(steps.count + 1)
    var vertex = Int(vertices[start])
    for arc in steps {
      path.positions.append(product.positions[vertex])
      path.edges.append(product.arcEdges[Int(arc)])
      vertex = Int(product.arcTargets[Int(arc)])
      path.nodes.append(product.nodes[vertex])
    }
    return path
  }

  /// Lists the walks to an entry in the order of their steps.
  func list(_ end: Int, into harvest: inout PathHarvest) throws(QueryFault) {
    let ways = try waysBack(from: end)
    // The ways that leave an entry lie together, in the order of its arcs.
    var firstWays: [Int32: Int] = [:]
    for (place, way) in ways.enumerated().reversed() { firstWays[origins[Int(way.way)]] = place }
    let cost = ranks[end].cost
    for start in 0..<product.starts.count where marks[start] == mark && ranks[start] == .zero {
      var entries = [Int32(start)]
      var places = [firstWays[Int32(start)] ?? ways.count]
      var steps: [UInt32] = []
      while let entry = entries.last {
        if Int(entry) == end {
          let path = path(from: start, along: steps)
          try run.charge(steps.count + 1)
          try reserve(path)
          harvest.add(path, cost: cost)
          if !harvest.wants(cost: cost) { return }
        }
        let place = places[places.count - 1]
        if Int(entry) != end, place < ways.count, origins[Int(ways[place].way)] == entry {
          places[places.count - 1] += 1
          steps.append(arcs[Int(ways[place].way)])
          entries.append(ways[place].target)
          places.append(firstWays[ways[place].target] ?? ways.count)
          try run.charge(1)
        } else {
          entries.removeLast()
          places.removeLast()
          if !steps.isEmpty { steps.removeLast() }
        }
      }
    }
  }

  private func reserve(_ path: FittingPath) throws(QueryFault) {
    bytes += path.byteCount
    try run.reserve(path.byteCount)
  }

  /// The ways from which an entry can be reached, by the entry they leave and the order of its arcs.
  private func waysBack(
    from end: Int
  ) throws(QueryFault) -> [(way: Int32, target: Int32)] {
    mark += 1
    marks.append(contentsOf: repeatElement(0, count: vertices.count - marks.count))
    marks[end] = mark
    var waiting = [Int32(end)]
    var ways: [(way: Int32, target: Int32)] = []
    while let entry = waiting.popLast() {
      if !endless.isEmpty, endless.contains(vertices[Int(entry)]) {
        throw ExecutionMessages.endlessPaths(overflow.span)
      }
      var way = lastWays[Int(entry)]
      while way >= 0 {
        ways.append((way, entry))
        try run.charge(1)
        let origin = origins[Int(way)]
        if marks[Int(origin)] != mark {
          marks[Int(origin)] = mark
          waiting.append(origin)
        }
        way = nextWays[Int(way)]
      }
    }
    ways.sort { left, right in
      let (first, second) = (Int(left.way), Int(right.way))
      return origins[first] != origins[second]
        ? origins[first] < origins[second] : arcs[first] < arcs[second]
    }
    return ways
  }
}
