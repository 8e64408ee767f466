// SPDX-License-Identifier: Apache-2.0

// The protocol between a figure's process and its worker: lines of words and numbers. Both ends
// check all they read, so that neither a hostile caller nor a subverted worker gets further than
// an error.

/// A problem with the limits the worker sets itself.
struct LayoutRequest: Sendable, Hashable {
  var cpuSeconds: Int
  var memoryBytes: Int
  var problem: LayoutProblem

  /// Most bytes of a request.
  static let byteLimit = 16 << 20

  var text: String {
    var text = "entente-layout 2\nlimits \(cpuSeconds) \(memoryBytes)\n"
    text += "engine \(problem.engine.rawValue) \(problem.effort.rawValue) "
    text += "\(problem.direction.rawValue)\nnodes \(problem.nodes.count)\n"
    for node in problem.nodes {
      text += "\(decimal(node.width)) \(decimal(node.height)) \(node.isRound ? "round" : "flat")"
      if let place = node.place { text += " at \(decimal(place.x)) \(decimal(place.y))" }
      text += "\n"
    }
    text += "edges \(problem.edges.count)\n"
    for edge in problem.edges {
      text += "\(edge.tail) \(edge.head) \(decimal(edge.labelWidth)) "
      text += "\(decimal(edge.labelHeight)) \(edge.arrow.rawValue)\n"
    }
    text += "clusters \(problem.clusters.count)\n"
    for cluster in problem.clusters {
      text += "\(decimal(cluster.labelWidth)) \(decimal(cluster.labelHeight))"
      text += LayoutRequest.list(cluster.members)
    }
    text += "ranks \(problem.ranks.count)\n"
    for rank in problem.ranks { text += "of" + LayoutRequest.list(rank) }
    return text + "end\n"
  }

  private static func list(_ numbers: [Int]) -> String {
    " \(numbers.count)" + numbers.map { " \($0)" }.joined() + "\n"
  }

  init(cpuSeconds: Int, memoryBytes: Int, problem: LayoutProblem) {
    self.cpuSeconds = cpuSeconds
    self.memoryBytes = memoryBytes
    self.problem = problem
  }

  init(reading bytes: [UInt8]) throws(LayoutError) {
    do throws(TokenScanner.Failure) {
      var scanner = TokenScanner(bytes)
      try scanner.expect("entente-layout")
      try scanner.expect("2")
      try scanner.expect("limits")
      cpuSeconds = try scanner.integer(in: 1...86_400)
      memoryBytes = try scanner.integer(in: 1 << 20...1 << 40)
      problem = try LayoutProblem(from: &scanner)
      try scanner.expect("end")
      try scanner.expectEnd()
    } catch {
      throw .malformedProblem(error.reason)
    }
  }
}

extension LayoutProblem {
  fileprivate init(from scanner: inout TokenScanner) throws(TokenScanner.Failure) {
    try scanner.expect("engine")
    engine = try LayoutProblem.choice(&scanner)
    effort = try LayoutProblem.choice(&scanner)
    direction = try LayoutProblem.choice(&scanner)
    let sides = 0...Bound.side
    try scanner.expect("nodes")
    let nodeCount = try scanner.integer(in: 0...Bound.nodes)
    nodes = []
    for _ in 0..<nodeCount {
      let width = try scanner.number(in: sides)
      let height = try scanner.number(in: sides)
      let outline = try scanner.word()
      guard outline == "round" || outline == "flat" else {
        throw TokenScanner.Failure(reason: "'round' or 'flat' expected")
      }
      var node = Node(width: width, height: height, isRound: outline == "round")
      if engine == .pinned {
        try scanner.expect("at")
        let places = -Bound.place...Bound.place
        node.place = FigureLayout.Point(
          x: try scanner.number(in: places), y: try scanner.number(in: places))
      }
      nodes.append(node)
    }
    try scanner.expect("edges")
    let edgeCount = try scanner.integer(in: 0...Bound.edges)
    edges = []
    guard edgeCount == 0 || nodeCount > 0 else {
      throw TokenScanner.Failure(reason: "edges without nodes")
    }
    for _ in 0..<edgeCount {
      edges.append(
        Edge(
          tail: try scanner.integer(in: 0...nodeCount - 1),
          head: try scanner.integer(in: 0...nodeCount - 1),
          labelWidth: try scanner.number(in: sides), labelHeight: try scanner.number(in: sides),
          arrow: try LayoutProblem.choice(&scanner)))
    }
    try readParts(&scanner)
  }

  private mutating func readParts(
    _ scanner: inout TokenScanner
  ) throws(TokenScanner.Failure) {
    try scanner.expect("clusters")
    var taken = Set<Int>()
    for _ in 0..<(try scanner.integer(in: 0...nodes.count)) {
      let width = try scanner.number(in: 0...Bound.side)
      let height = try scanner.number(in: 0...Bound.side)
      let members = try LayoutProblem.members(&scanner, of: nodes.count, &taken)
      clusters.append(Cluster(members: members, labelWidth: width, labelHeight: height))
    }
    try scanner.expect("ranks")
    taken = []
    for _ in 0..<(try scanner.integer(in: 0...nodes.count)) {
      try scanner.expect("of")
      ranks.append(try LayoutProblem.members(&scanner, of: nodes.count, &taken))
    }
  }

  private static func members(
    _ scanner: inout TokenScanner, of nodeCount: Int, _ taken: inout Set<Int>
  ) throws(TokenScanner.Failure) -> [Int] {
    var members: [Int] = []
    for _ in 0..<(try scanner.integer(in: 1...nodeCount)) {
      let member = try scanner.integer(in: 0...nodeCount - 1)
      guard taken.insert(member).inserted else {
        throw TokenScanner.Failure(reason: "a node in two sets")
      }
      members.append(member)
    }
    return members
  }

  private static func choice<Choice: RawRepresentable<String>>(
    _ scanner: inout TokenScanner
  ) throws(TokenScanner.Failure) -> Choice {
    let word = try scanner.word()
    guard let choice = Choice(rawValue: word) else {
      throw TokenScanner.Failure(reason: "an unknown word where a choice is expected")
    }
    return choice
  }
}
