// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import GraphDrawing

@Suite struct LayoutProtocolTests {
  private let problem = LayoutProblem(
    engine: .dot, effort: .full, direction: .leftToRight,
    nodes: [
      LayoutProblem.Node(width: 100.25, height: 40, isRound: true),
      LayoutProblem.Node(width: 80, height: 31.5, isRound: false),
    ],
    edges: [
      LayoutProblem.Edge(tail: 0, head: 1, labelWidth: 50, labelHeight: 27, arrow: .head),
      LayoutProblem.Edge(tail: 1, head: 1, labelWidth: 0, labelHeight: 0, arrow: .none),
    ],
    clusters: [LayoutProblem.Cluster(members: [1], labelWidth: 30, labelHeight: 12.5)],
    ranks: [[1], [0]])
  private let solution = LayoutSolution(
    width: 300.5, height: 90,
    nodes: [FigureLayout.Point(x: 50.13, y: -20), FigureLayout.Point(x: 220, y: 0.07)],
    edges: [
      LayoutSolution.Edge(
        points: (0..<4).map { FigureLayout.Point(x: Double($0) * 1.11, y: 3) },
        tip: FigureLayout.Point(x: 9, y: 3), label: FigureLayout.Point(x: 4, y: 5)),
      LayoutSolution.Edge(
        points: (0..<7).map { FigureLayout.Point(x: 7, y: Double($0)) }, tip: nil, label: nil),
    ], messages: [],
    clusters: [
      LayoutSolution.Cluster(
        box: FigureLayout.Box(
          centre: FigureLayout.Point(x: 220, y: 4), width: 110, height: 66.25),
        label: FigureLayout.Point(x: 190, y: -20))
    ])

  @Test func requestRoundTrip() throws {
    var request = LayoutRequest(cpuSeconds: 15, memoryBytes: 2 << 30, problem: problem)
    #expect(try LayoutRequest(reading: Array(request.text.utf8)) == request)
    request.problem.engine = .pinned
    request.problem.nodes[0].place = FigureLayout.Point(x: -3.25, y: 190_000)
    request.problem.nodes[1].place = FigureLayout.Point(x: 0, y: 8)
    #expect(try LayoutRequest(reading: Array(request.text.utf8)) == request)
  }

  @Test func replyRoundTrip() throws {
    let reply = LayoutReply.solved(solution)
    #expect(try LayoutReply(reading: Array(reply.text.utf8), to: problem) == reply)
  }

  @Test(
    "A failure comes through as what it was",
    arguments: [
      LayoutError.libraryMissing(tried: ["libgvc.so.6, libgvc.so.7"]),
      .libraryUnfit("no plug-in"), .engineFailed(.dot, "out of memory"),
      .malformedAnswer("edge 3 has no route"), .malformedProblem("'end' expected after byte 3"),
    ])
  func failures(error: LayoutError) throws {
    let text = LayoutReply.failed(error).text
    #expect(try LayoutReply(reading: Array(text.utf8), to: problem) == .failed(error))
  }

  @Test(
    "A request that is not one is refused with its place",
    arguments: [
      ("", "the text ends too early"),
      ("hello", "'entente-layout' expected after byte 0"),
      ("entente-layout 1", "'2' expected after byte 14"),
      (
        "entente-layout 2 limits 0 0",
        "an integer from 1 to 86400 expected after byte 23"
      ),
      (
        "entente-layout 2 limits 1 9999999 engine circo full topDown",
        "an unknown word where a choice is expected"
      ),
      (
        "entente-layout 2 limits 1 9999999 engine dot full topDown nodes 20001",
        "an integer from 0 to 20000 expected after byte 63"
      ),
      (
        "entente-layout 2 limits 1 9999999 engine dot full topDown nodes 1 nan 1 flat",
        "a number from 0 to 5000 expected after byte 65"
      ),
      (
        "entente-layout 2 limits 1 9999999 engine dot full topDown nodes 0 edges 1 0 0 0 0 head",
        "edges without nodes"
      ),
      (
        "entente-layout 2 limits 1 9999999 engine dot full topDown nodes 1 1 1 flat edges 1 0 1",
        "an integer from 0 to 0 expected after byte 84"
      ),
      (
        "entente-layout 2 limits 1 9999999 engine dot full topDown nodes 0 edges 0 clusters 0 ranks 0 end more",
        "more text after the end, at byte 97"
      ),
      (
        "entente-layout 2 limits 1 9999999 engine dot full topDown nodes 1 1 1 flat edges 0 "
          + "clusters 1 0 0 2 0 0",
        "an integer from 1 to 1 expected after byte 97"
      ),
      (
        "entente-layout 2 limits 1 9999999 engine dot full topDown nodes 2 1 1 flat 1 1 flat "
          + "edges 0 clusters 0 ranks 2 of 1 1 of 1 1 end", "a node in two sets"
      ),
      (
        "entente-layout 2 limits 1 9999999 engine pinned full topDown nodes 1 1 1 flat at 1e9 0",
        "a number from -200000 to 200000 expected after byte 80"
      ),
      (String(repeating: "x", count: 1_000), "a word of more than 64 bytes at byte 0"),
    ])
  func badRequests(text: String, reason: String) {
    #expect(throws: LayoutError.malformedProblem(reason)) {
      try LayoutRequest(reading: Array(text.utf8))
    }
  }

  @Test("A reply for another problem is refused")
  func foreignReply() {
    var other = problem
    other.nodes.append(LayoutProblem.Node(width: 1, height: 1, isRound: false))
    let text = LayoutReply.solved(solution).text
    #expect(throws: LayoutError.malformedAnswer("an integer from 3 to 3 expected after byte 38")) {
      try LayoutReply(reading: Array(text.utf8), to: other)
    }
  }

  @Test("Random damage gives an error or another valid message, never a crash")
  func fuzz() {
    var generator = RepeatableGenerator(state: 7)
    let request = Array(
      LayoutRequest(cpuSeconds: 15, memoryBytes: 2 << 30, problem: problem).text.utf8)
    let reply = Array(LayoutReply.solved(solution).text.utf8)
    var refused = 0
    for _ in 0..<20_000 {
      var bytes = Bool.random(using: &generator) ? request : reply
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        if bytes.isEmpty { break }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(ascii: "9"), at: place)
        default: bytes = Array(bytes[..<max(place, 1)])
        }
      }
      if (try? LayoutRequest(reading: bytes)) == nil { refused += 1 }
      guard let read = try? LayoutReply(reading: bytes, to: problem) else {
        refused += 1
        continue
      }
      if case .solved(let solution) = read {
        #expect(solution.nodes.count == 2 && solution.edges.count == 2)
        #expect(solution.edges.allSatisfy { $0.points.count % 3 == 1 && $0.points.count >= 4 })
      }
    }
    #expect(refused > 30_000)
  }

  @Test("Geometry that Graphviz could not have written is refused")
  func badGeometry() {
    func read(_ geometry: String) throws(LayoutError) -> LayoutSolution {
      try GraphvizAnswer.solution(of: problem, geometry: Array(geometry.utf8), messages: [])
    }
    let nodes = "g\t0,0,10,10\nn\tn0\t1,1\nn\tn1\t2,2\n"
    #expect(throws: LayoutError.malformedAnswer("no bounding box")) { try read("g\t0,0,nan,1") }
    #expect(throws: LayoutError.malformedAnswer("a node without a place")) {
      try read("n\tn9\t1,1")
    }
    #expect(throws: LayoutError.malformedAnswer("a node, an edge or a cluster is missing")) {
      try read(nodes)
    }
    #expect(throws: LayoutError.malformedAnswer("edge 0 has no route")) { try read("e\te0\t\t") }
    #expect(throws: LayoutError.malformedAnswer("edge 0 has a point that is not one")) {
      try read("e\te0\t1,1 2,inf 3,3 4,4\t")
    }
    #expect(throws: LayoutError.malformedAnswer("an unknown line")) { try read("boo") }
  }
}
