// SPDX-License-Identifier: Apache-2.0

/// Reads the lines of geometry that the C shim writes.
///
/// Graphviz counts y upwards; everything is turned here. Numbers are rounded to two decimals, so
/// that a layout made in the process equals one that came through a pipe.
struct GraphvizAnswer {
  /// Bytes between two marks: a figure has thousands of numbers.
  private typealias Field = ArraySlice<UInt8>

  private let problem: LayoutProblem
  private var height = 0.0
  private var width = 0.0
  private var origin = FigureLayout.Point(x: 0, y: 0)
  private var centres: [FigureLayout.Point?]
  private var edges: [LayoutSolution.Edge?]
  private var clusters: [LayoutSolution.Cluster?]

  static func solution(
    of problem: LayoutProblem, geometry: [UInt8], messages: [String]
  ) throws(LayoutError) -> LayoutSolution {
    var answer = GraphvizAnswer(problem)
    for line in geometry.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard let kind = fields.first, kind.count == 1, let letter = kind.first else {
        throw .malformedAnswer("an unknown line")
      }
      switch letter {
      case UInt8(ascii: "g"): try answer.readGraph(fields)
      case UInt8(ascii: "n"): try answer.readNode(fields)
      case UInt8(ascii: "e"): try answer.readEdge(fields)
      case UInt8(ascii: "c"): try answer.readCluster(fields)
      default: throw .malformedAnswer("an unknown line")
      }
    }
    return try answer.solution(messages)
  }

  private init(_ problem: LayoutProblem) {
    self.problem = problem
    centres = Array(repeating: nil, count: problem.nodes.count)
    edges = Array(repeating: nil, count: problem.edges.count)
    clusters = Array(repeating: nil, count: problem.isLayered ? problem.clusters.count : 0)
  }

  private mutating func readGraph(_ fields: [Field]) throws(LayoutError) {
    let numbers = fields.count == 2 ? GraphvizAnswer.numbers(fields[1]) : []
    guard numbers.count == 4, numbers[2] >= numbers[0], numbers[3] >= numbers[1] else {
      throw .malformedAnswer("no bounding box")
    }
    origin = FigureLayout.Point(x: numbers[0], y: numbers[1])
    width = numbers[2] - numbers[0]
    height = numbers[3] - numbers[1]
  }

  private mutating func readNode(_ fields: [Field]) throws(LayoutError) {
    guard fields.count == 3, let index = GraphvizAnswer.index(fields[1], "n", centres.count),
      let centre = point(fields[2])
    else { throw .malformedAnswer("a node without a place") }
    centres[index] = centre
  }

  private mutating func readEdge(_ fields: [Field]) throws(LayoutError) {
    guard fields.count == 4, let index = GraphvizAnswer.index(fields[1], "e", edges.count) else {
      throw .malformedAnswer("an edge without a name")
    }
    var points: [FigureLayout.Point] = []
    var tip: FigureLayout.Point?
    // Only merged edges have more than one piece, and merging is never asked for.
    for token in fields[2].prefix(while: { $0 != UInt8(ascii: ";") })
      .split(separator: UInt8(ascii: " "))
    {
      let isTip =
        token.starts(with: [UInt8(ascii: "e"), UInt8(ascii: ",")])
        || token.starts(with: [UInt8(ascii: "s"), UInt8(ascii: ",")])
      guard let point = point(isTip ? token.dropFirst(2) : token) else {
        throw .malformedAnswer("edge \(index) has a point that is not one")
      }
      if isTip { tip = point } else { points.append(point) }
    }
    guard points.count >= 4, points.count % 3 == 1, points.count <= LayoutSolution.Bound.points
    else { throw .malformedAnswer("edge \(index) has no route") }
    let hasLabel = problem.edges[index].labelWidth > 0
    edges[index] = LayoutSolution.Edge(
      points: points, tip: problem.edges[index].arrow == .none ? nil : tip,
      label: hasLabel ? point(fields[3]) : nil)
  }

  private mutating func readCluster(_ fields: [Field]) throws(LayoutError) {
    guard fields.count == 4,
      let index = GraphvizAnswer.index(fields[1].dropFirst(6), "r", clusters.count),
      case let box = GraphvizAnswer.numbers(fields[2]), box.count == 4, box[2] >= box[0],
      box[3] >= box[1]
    else { throw .malformedAnswer("a cluster without a frame") }
    let centre = FigureLayout.Point(
      x: hundredths((box[0] + box[2]) / 2 - origin.x),
      y: hundredths(height - ((box[1] + box[3]) / 2 - origin.y)))
    clusters[index] = LayoutSolution.Cluster(
      box: FigureLayout.Box(
        centre: centre, width: hundredths(box[2] - box[0]), height: hundredths(box[3] - box[1])),
      label: problem.clusters[index].labelWidth > 0 ? point(fields[3]) : nil)
  }

  private func solution(_ messages: [String]) throws(LayoutError) -> LayoutSolution {
    let nodes = centres.compactMap { $0 }
    let routes = edges.compactMap { $0 }
    let frames = clusters.compactMap { $0 }
    guard nodes.count == centres.count, routes.count == edges.count,
      frames.count == clusters.count
    else { throw .malformedAnswer("a node, an edge or a cluster is missing") }
    return LayoutSolution(
      width: hundredths(width), height: hundredths(height), nodes: nodes, edges: routes,
      messages: Array(messages.prefix(LayoutSolution.Bound.messages)), clusters: frames)
  }

  private func point(_ text: Field) -> FigureLayout.Point? {
    let numbers = GraphvizAnswer.numbers(text)
    guard numbers.count == 2 else { return nil }
    return FigureLayout.Point(
      x: hundredths(numbers[0] - origin.x), y: hundredths(height - (numbers[1] - origin.y)))
  }

  /// Numbers parted by commas; empty when one is not a number or too large to be a place.
  private static func numbers(_ text: Field) -> [Double] {
    var result: [Double] = []
    var start = text.startIndex
    while true {
      let end = text[start...].firstIndex(of: UInt8(ascii: ",")) ?? text.endIndex
      guard let value = number(text[start..<end]), value.isFinite,
        abs(value) <= LayoutSolution.Bound.coordinate / 2
      else { return [] }
      result.append(value)
      guard end < text.endIndex else { return result }
      start = end + 1
    }
  }

  /// The number that `Double` reads in the same text.
  private static func number(_ text: Field) -> Double? {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = text.dropFirst(isNegative ? 1 : 0)
    var mantissa = 0
    var scale = 1.0
    var isFraction = false
    // Up to fifteen digits, both numbers are exact, and so their quotient is rounded but once.
    guard !digits.isEmpty, digits.count <= 16 else {
      return Double(String(decoding: text, as: UTF8.self))
    }
    for byte in digits {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if (0x30...0x39).contains(byte) {
        mantissa = mantissa * 10 + Int(byte - 0x30)
        if isFraction { scale *= 10 }
      } else {
        return Double(String(decoding: text, as: UTF8.self))
      }
    }
    guard mantissa < 1 << 53, digits.last != UInt8(ascii: "."), digits.first != UInt8(ascii: ".")
    else { return Double(String(decoding: text, as: UTF8.self)) }
    let value = Double(mantissa) / scale
    return isNegative ? -value : value
  }

  private static func index(_ text: Field, _ letter: Unicode.Scalar, _ count: Int) -> Int? {
    guard text.first == UInt8(ascii: letter),
      let index = Int(String(decoding: text.dropFirst(), as: UTF8.self)), index >= 0, index < count
    else { return nil }
    return index
  }
}
