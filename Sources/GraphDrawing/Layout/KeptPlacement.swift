// SPDX-License-Identifier: Apache-2.0

/// Places for all nodes of a figure of which some stay where an earlier figure had them.
///
/// A node with a kept position stays exactly there. Positions that cannot be kept (not finite, out
/// of all bounds, or on top of another) are passed over, and the node is placed like a new one: near
/// its neighbours, on the side to which its edges run, where there is room; or, where an engine has
/// been asked, as it would have the node stand to them, with its room for labels.
struct KeptPlacement {
  /// Centres, in the order of the nodes.
  private(set) var places: [FigureLayout.Point] = []
  private(set) var keptCount = 0
  private(set) var warnings: [String] = []

  /// Room between a new node and others: labels of edges stand between ranks.
  private enum Gap {
    static let along = 36.0
    static let across = 14.0
    /// Where an engine has chosen the places.
    static let least = 6.0
  }

  /// How far a node may reach over the edge of the figure, in points.
  static let overhang = 4.0

  private let ids: [String]
  private let sizes: [(width: Double, height: Double)]
  private let direction: Figure.Direction
  private var free = FreePlaces()
  private var found: [FigureLayout.Point?]

  /// - Parameters:
  ///   - ids: The nodes by their ids.
  ///   - kept: The kept position of each node; nil for one without.
  ///   - edges: From where to where, as positions of nodes.
  ///   - free: Where an engine puts the nodes when none has a place; empty when none was asked.
  /// - Complexity: O(*n* log *n*) in nodes and edges where there is room near the neighbours, and
  ///   O(*n* *k*) in nodes and those with a place where an engine was asked.
  init(
    ids: [String], sizes: [(width: Double, height: Double)], kept: [FigureLayout.Point?],
    edges: [(from: Int, to: Int)], direction: Figure.Direction,
    free centres: [FigureLayout.Point] = []
  ) {
    self.ids = ids
    self.sizes = sizes
    self.direction = direction
    found = Array(repeating: nil, count: sizes.count)
    keep(kept)
    if centres.count == sizes.count { placeOthers(asIn: centres) } else { placeOthers(edges) }
    places = found.map { $0 ?? FigureLayout.Point(x: 0, y: 0) }
    moveIntoView()
  }

  private func box(_ node: Int, at centre: FigureLayout.Point) -> FigureLayout.Box {
    FigureLayout.Box(centre: centre, width: sizes[node].width, height: sizes[node].height)
  }

  private mutating func keep(_ kept: [FigureLayout.Point?]) {
    var unfit: [Int] = []
    var covered: [Int] = []
    for (node, place) in kept.enumerated() {
      guard let place else { continue }
      let bound = LayoutProblem.Bound.place / 2
      guard place.x.isFinite, place.y.isFinite, abs(place.x) <= bound, abs(place.y) <= bound else {
        unfit.append(node)
        continue
      }
      guard free.isFree(box(node, at: place)) else {
        covered.append(node)
        continue
      }
      found[node] = place
      free.take(box(node, at: place))
      keptCount += 1
    }
    if !unfit.isEmpty {
      warnings.append("Places out of all bounds are passed over: \(named(unfit))")
    }
    if !covered.isEmpty {
      warnings.append("Places on which another node stands are passed over: \(named(covered))")
    }
  }

  /// The first three by their ids, and how many more there are.
  private func named(_ nodes: [Int]) -> String {
    let names = nodes.prefix(3).map { DisplayText.line(ids[$0], limit: 60) }.joined(separator: ", ")
    return nodes.count > 3 ? "\(names) and \(nodes.count - 3) more" : names
  }

  /// Those with most placed neighbours first, so that a chain of new nodes grows from its root.
  private mutating func placeOthers(_ edges: [(from: Int, to: Int)]) {
    var neighbours: [[(node: Int, isBehind: Bool)]] = Array(repeating: [], count: sizes.count)
    for edge in edges where edge.from != edge.to {
      neighbours[edge.from].append((edge.to, true))
      neighbours[edge.to].append((edge.from, false))
    }
    var isQueued = found.map { $0 != nil }
    var queue = found.indices.filter { isQueued[$0] }
    // Neighbours of what has a place come next; what nothing leads to comes last.
    var first = 0
    var next = 0
    while true {
      while first < queue.count {
        let node = queue[first]
        first += 1
        if found[node] == nil { place(node, neighbours[node]) }
        for other in neighbours[node].map(\.node).sorted() where !isQueued[other] {
          isQueued[other] = true
          queue.append(other)
        }
      }
      while next < isQueued.count, isQueued[next] { next += 1 }
      guard next < isQueued.count else { return }
      isQueued[next] = true
      queue.append(next)
    }
  }

  private mutating func place(_ node: Int, _ neighbours: [(node: Int, isBehind: Bool)]) {
    let size = sizes[node]
    let isAcross = direction == .leftToRight
    var sum = FigureLayout.Point(x: 0, y: 0)
    var count = 0.0
    for neighbour in neighbours {
      guard let centre = found[neighbour.node] else { continue }
      let other = sizes[neighbour.node]
      // A node that leads to the new one stands before it, by half of each and the gap.
      let sign = neighbour.isBehind ? -1.0 : 1.0
      let along = (isAcross ? other.width + size.width : other.height + size.height) / 2
      let way = sign * (along + Gap.along * 2)
      sum.x += centre.x + (isAcross ? way : 0)
      sum.y += centre.y + (isAcross ? 0 : way)
      count += 1
    }
    var wish = FigureLayout.Point(x: size.width / 2, y: size.height / 2)
    if count > 0 {
      wish = FigureLayout.Point(x: hundredths(sum.x / count), y: hundredths(sum.y / count))
    }
    let box = free.nearest(
      to: box(node, at: wish), gapX: isAcross ? Gap.along : Gap.across,
      gapY: isAcross ? Gap.across : Gap.along, isFromOrigin: true)
    found[node] = box.centre
    free.take(box)
  }

  /// Whether there are others than those that have a place.
  var leavesSomeFree: Bool { keptCount > 0 && keptCount < sizes.count }

  /// The others where an engine has them, moved as those are that have a place, the nearest most.
  private mutating func placeOthers(asIn centres: [FigureLayout.Point]) {
    let kept = found.indices.filter { found[$0] != nil }
    let others = found.indices.filter { found[$0] == nil }
    var wishes = others.map { node -> FigureLayout.Box in
      var (x, y, weights) = (0.0, 0.0, 0.0)
      for other in kept {
        guard let place = found[other] else { continue }
        let (dx, dy) = (centres[node].x - centres[other].x, centres[node].y - centres[other].y)
        let weight = 1 / max(dx * dx + dy * dy, 1)
        x += (place.x - centres[other].x) * weight
        y += (place.y - centres[other].y) * weight
        weights += weight
      }
      return box(
        node,
        at: FigureLayout.Point(x: centres[node].x + x / weights, y: centres[node].y + y / weights))
    }
    // A figure begins at the origin: all move on alike, so that their room stays theirs.
    let left = min(wishes.map(\.left).min() ?? 0, 0)
    let top = min(wishes.map(\.top).min() ?? 0, 0)
    for index in wishes.indices {
      wishes[index].centre.x = hundredths(wishes[index].centre.x - left)
      wishes[index].centre.y = hundredths(wishes[index].centre.y - top)
    }
    let isAcross = direction == .leftToRight
    for isFitting in [true, false] {
      for (node, wish) in zip(others, wishes) where found[node] == nil {
        if isFitting, !free.isFree(wish, gap: Gap.least) { continue }
        let place =
          isFitting
          ? wish
          : free.nearest(
            to: wish, gapX: isAcross ? Gap.along : Gap.across,
            gapY: isAcross ? Gap.across : Gap.along, isFromOrigin: true)
        found[node] = place.centre
        free.take(place)
      }
    }
  }

  /// A figure begins at the origin; positions before it move all nodes alike.
  private mutating func moveIntoView() {
    let left = min(places.indices.map { box($0, at: places[$0]).left }.min() ?? 0, 0)
    let top = min(places.indices.map { box($0, at: places[$0]).top }.min() ?? 0, 0)
    // A little beside the origin there is the margin of the figure, and engines round.
    guard left < -KeptPlacement.overhang || top < -KeptPlacement.overhang else { return }
    for index in places.indices {
      places[index] = FigureLayout.Point(x: places[index].x - left, y: places[index].y - top)
    }
    warnings.append(
      "All positions are moved by \(decimal(-left)), \(decimal(-top)), as some lay outside of the figure"
    )
  }
}
