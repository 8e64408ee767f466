// SPDX-License-Identifier: Apache-2.0

/// What a worker writes: a solution, or why there is none.
enum LayoutReply: Sendable, Hashable {
  case solved(LayoutSolution)
  case failed(LayoutError)

  var text: String {
    switch self {
    case .solved(let solution): return solution.text
    case .failed(let error):
      let (kind, detail): (String, String) =
        switch error {
        case .libraryMissing(let tried): ("missing", tried.joined(separator: ", "))
        case .libraryUnfit(let reason): ("unfit", reason)
        case .malformedProblem(let reason): ("problem", reason)
        case .malformedAnswer(let reason): ("answer", reason)
        case .engineFailed(_, let messages): ("engine", messages)
        default: ("engine", error.description)
        }
      return "failed \(kind) \(DisplayText.line(detail, limit: 1_000))\n"
    }
  }

  /// Reads the reply to a problem; the counts must be those of the problem.
  init(reading bytes: [UInt8], to problem: LayoutProblem) throws(LayoutError) {
    do throws(TokenScanner.Failure) {
      var scanner = TokenScanner(bytes)
      let first = try scanner.word()
      if first == "failed" {
        let kind = try scanner.word()
        let detail = DisplayText.line(scanner.rest(limit: 4_000))
        switch kind {
        case "missing": self = .failed(.libraryMissing(tried: [detail]))
        case "unfit": self = .failed(.libraryUnfit(detail))
        case "problem": self = .failed(.malformedProblem(detail))
        case "answer": self = .failed(.malformedAnswer(detail))
        default: self = .failed(.engineFailed(problem.engine, detail))
        }
        return
      }
      guard first == "entente-geometry" else {
        throw TokenScanner.Failure(reason: "'entente-geometry' expected at the start")
      }
      try scanner.expect("2")
      self = .solved(try LayoutSolution(from: &scanner, to: problem))
      try scanner.expect("end")
      try scanner.expectEnd()
    } catch {
      throw .malformedAnswer(error.reason)
    }
  }
}

extension LayoutSolution {
  fileprivate var text: String {
    var text = "entente-geometry 2\nsize \(decimal(width)) \(decimal(height))\n"
    text += "nodes \(nodes.count)\n"
    for centre in nodes { text += "\(decimal(centre.x)) \(decimal(centre.y))\n" }
    text += "edges \(edges.count)\n"
    for edge in edges {
      text += LayoutSolution.optional(edge.tip) + " " + LayoutSolution.optional(edge.label)
      text += " \(edge.points.count)"
      for point in edge.points { text += " \(decimal(point.x)) \(decimal(point.y))" }
      text += "\n"
    }
    text += "clusters \(clusters.count)\n"
    for cluster in clusters {
      text += "\(decimal(cluster.box.centre.x)) \(decimal(cluster.box.centre.y)) "
      text += "\(decimal(cluster.box.width)) \(decimal(cluster.box.height)) "
      text += LayoutSolution.optional(cluster.label) + "\n"
    }
    text += "messages \(messages.count)\n"
    return text + "end\n"
  }

  private static func optional(_ point: FigureLayout.Point?) -> String {
    guard let point else { return "0" }
    return "1 \(decimal(point.x)) \(decimal(point.y))"
  }

  fileprivate init(
    from scanner: inout TokenScanner, to problem: LayoutProblem
  ) throws(TokenScanner.Failure) {
    try scanner.expect("size")
    width = try scanner.number(in: 0...Bound.coordinate)
    height = try scanner.number(in: 0...Bound.coordinate)
    try scanner.expect("nodes")
    let nodeCount = try scanner.integer(in: problem.nodes.count...problem.nodes.count)
    nodes = []
    for _ in 0..<nodeCount { nodes.append(try LayoutSolution.point(&scanner)) }
    try scanner.expect("edges")
    let edgeCount = try scanner.integer(in: problem.edges.count...problem.edges.count)
    edges = []
    for _ in 0..<edgeCount {
      let tip = try LayoutSolution.optionalPoint(&scanner)
      let label = try LayoutSolution.optionalPoint(&scanner)
      let count = try scanner.integer(in: 4...Bound.points)
      guard count % 3 == 1 else {
        throw TokenScanner.Failure(reason: "a curve of \(count) points")
      }
      var points: [FigureLayout.Point] = []
      for _ in 0..<count { points.append(try LayoutSolution.point(&scanner)) }
      edges.append(Edge(points: points, tip: tip, label: label))
    }
    try scanner.expect("clusters")
    let wanted = problem.isLayered ? problem.clusters.count : 0
    for _ in 0..<(try scanner.integer(in: wanted...wanted)) {
      let centre = try LayoutSolution.point(&scanner)
      let box = FigureLayout.Box(
        centre: centre, width: try scanner.number(in: 0...Bound.coordinate),
        height: try scanner.number(in: 0...Bound.coordinate))
      clusters.append(Cluster(box: box, label: try LayoutSolution.optionalPoint(&scanner)))
    }
    // A worker's messages could be anything: only their number is told.
    try scanner.expect("messages")
    let messageCount = try scanner.integer(in: 0...Bound.messages)
    messages = messageCount == 0 ? [] : ["The layout engine gave \(messageCount) warnings"]
  }

  private static func point(
    _ scanner: inout TokenScanner
  ) throws(TokenScanner.Failure) -> FigureLayout.Point {
    let range = -Bound.coordinate...Bound.coordinate
    return FigureLayout.Point(x: try scanner.number(in: range), y: try scanner.number(in: range))
  }

  private static func optionalPoint(
    _ scanner: inout TokenScanner
  ) throws(TokenScanner.Failure) -> FigureLayout.Point? {
    try scanner.integer(in: 0...1) == 0 ? nil : try point(&scanner)
  }
}
