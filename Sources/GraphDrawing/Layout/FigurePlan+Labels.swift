// SPDX-License-Identifier: Apache-2.0

extension FigurePlan {
  /// Brings labels that an engine placed near to their lines, out of the way of others, and away
  /// from where they would seem to belong to another line.
  func clearLabels(
    _ routed: inout [FigureLayout.Edge], _ placed: [FigureLayout.Node],
    _ frames: [FigureLayout.Cluster], within bounds: FigureLayout.Point
  ) {
    let nodes = placed.map(\.box)
    let lines = LineCrossings(routed)
    var approach = LabelApproach(nodes: nodes, edges: routed, lines: lines)
    routed = approach.moved(routed)
    var unclear = routed.indices.filter { place in
      guard let box = routed[place].labelBox, let size = routed[place].labelSize else {
        return false
      }
      return !lines.isFree(box.words)
        || lines.lead(of: place, at: box.text(size.text), least: LineCrossings.enoughLead) == nil
    }
    guard !unclear.isEmpty else { return }
    let fixed = nodes + frames.flatMap { $0.labelLines.map(\.box) }
    var placement = LabelPlacement(taken: fixed, lines: lines)
    var rooms = routed.map { edge in edge.labelBox.map { placement.take($0) } }
    func move(_ place: Int, to box: FigureLayout.Box?) {
      if let room = rooms[place] { placement.leave(room) }
      rooms[place] = box.map { placement.take($0) }
      if let box {
        routed[place].moveLabel(to: box)
      } else {
        routed[place].labelBox = nil
        routed[place].labelLines = []
      }
    }
    // One that moves may leave room for the next.
    unclear = unclear.filter { place in
      guard let box = routed[place].labelBox, let size = routed[place].labelSize else {
        return false
      }
      turnLoop(
        of: place, in: &routed, placed, &placement,
        fixed + routed.indices.filter { $0 != place }.compactMap { routed[$0].labelBox }, bounds)
      if let room = rooms[place] { placement.leave(room) }
      let room = placement.clearRoom(
        for: size, of: place, along: routed[place].curve, within: bounds)
      rooms[place] = placement.take(box)
      if let room { move(place, to: room) }
      return room == nil
    }
    for place in unclear {
      guard let box = routed[place].labelBox, let size = routed[place].labelSize else { continue }
      let isCrossed = !placement.lines.isFree(box.words)
      let lead = placement.lines.lead(of: place, at: box.text(size.text)) ?? 0
      if let room = rooms[place] { placement.leave(room) }
      var room = placement.room(
        for: size, of: place, along: routed[place].curve,
        .beside(lead: isCrossed ? 0 : max(lead, 0)), within: bounds)
      if room == nil, isCrossed || lead <= 0 {
        room = placement.room(
          for: size, of: place, along: routed[place].curve, .own, within: bounds)
      } else if room == nil {
        room = box
      }
      rooms[place] = nil
      move(place, to: room)
    }
  }

  /// Puts the loop of an edge from a node to itself where it has room for its label, if it can.
  private func turnLoop(
    of place: Int, in routed: inout [FigureLayout.Edge], _ placed: [FigureLayout.Node],
    _ placement: inout LabelPlacement, _ taken: [FigureLayout.Box], _ bounds: FigureLayout.Point
  ) {
    let ends = figure.edges[routed[place].index]
    guard ends.from == ends.to, let box = routed[place].labelBox,
      let node = placed.first(where: { $0.id == ends.from })
    else { return }
    var loops = LoopPlacement(taken: taken)
    let loop = loops.loop(
      at: node, isDirected: ends.isDirected, label: (box.width, box.height),
      lines: placement.lines, except: place, within: bounds)
    guard loop.cost == 0 else { return }
    routed[place].curve = loop.curve
    routed[place].tip = loop.tip
    placement.replace(place, by: routed[place])
  }

  /// Gives each edge that says something room for it.
  func placeLabels(
    _ routed: inout [FigureLayout.Edge], _ nodes: [FigureLayout.Box],
    _ frames: [FigureLayout.Cluster]
  ) {
    var placement = LabelPlacement(
      taken: nodes + frames.flatMap { $0.labelLines.map(\.box) }, lines: LineCrossings(routed))
    let sizes = Dictionary(
      edges.map { ($0.index, $0.label) }, uniquingKeysWith: { first, _ in first })
    // Short lines have the fewest places to choose from.
    let order = routed.indices.sorted {
      let (one, other) = (routed[$0].curve.reach, routed[$1].curve.reach)
      return one != other ? one < other : $0 < $1
    }
    // Labels that find clear room come first, so that no other takes it.
    for isClear in [true, false] {
      for place in order where routed[place].labelBox == nil {
        let edge = routed[place]
        guard let size = sizes[edge.index], !size.lines.isEmpty else { continue }
        let wish = LabelPlacement.Size(width: size.width, height: size.height, lines: size.lines)
        let box =
          isClear
          ? placement.clearRoom(for: wish, of: place, along: edge.curve)
          : placement.room(for: wish, of: place, along: edge.curve, .any)
        guard let box else { continue }
        _ = placement.take(box)
        routed[place].labelBox = box
        routed[place].labelLines = size.lines.map { $0.moved(by: box.centre) }
      }
    }
  }
}

extension FigureLayout.TextLine {
  /// Roughly the room of the words.
  var box: FigureLayout.Box {
    FigureLayout.Box(
      centre: FigureLayout.Point(x: anchor.x, y: anchor.y - 4), width: width + 4, height: 12)
  }
}

extension FigureLayout.Edge {
  fileprivate var labelSize: LabelPlacement.Size? {
    labelBox.map {
      LabelPlacement.Size(width: $0.width, height: $0.height, lines: labelLines)
    }
  }

  fileprivate mutating func moveLabel(to room: FigureLayout.Box) {
    guard let box = labelBox else { return }
    let offset = FigureLayout.Point(
      x: room.centre.x - box.centre.x, y: room.centre.y - box.centre.y)
    labelBox = room
    labelLines = labelLines.map { $0.moved(by: offset) }
  }
}

extension FigureLayout.Curve {
  /// How far its ends lie apart, upright and across.
  fileprivate var reach: Double {
    guard let first = points.first, let last = points.last else { return 0 }
    return abs(last.x - first.x) + abs(last.y - first.y)
  }
}
