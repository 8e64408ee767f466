// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphDrawing
public import GraphModel
public import SourceDiagnostics

/// Paths as claims that can be cited: a chain, a sentence for each step with its dates and sources,
/// and the days on which all its links held together.
public struct CitedPaths: Answer {
  private struct Path: Sendable {
    let path: GraphPath
    let readings: [EdgeReading]
    let validity: PathValidity
  }

  private let graph: PropertyGraph
  private let start: NodeID
  private let end: NodeID
  private let asOf: CalendarDate?
  private let paths: [Path]
  private let total: PathCount?

  /// Said when there is no path: why, and what would give one, without full stops.
  private let explanation: [String]

  /// - Parameters:
  ///   - answer: what the search found.
  ///   - explanation: sentences for an empty answer.
  public init(
    _ answer: PathAnswer, to query: PathQuery, in graph: PropertyGraph, explanation: [String] = []
  ) {
    self.graph = graph
    start = query.start
    end = query.end
    asOf = query.filter.asOf
    total = answer.total
    self.explanation = explanation
    paths = answer.paths.map { path in
      Path(
        path: path, readings: path.steps.map { EdgeReading($0.edge, in: graph) },
        validity: path.validity(in: graph))
    }
  }

  /// One path, however it was found.
  /// - Parameter asOf: the day that the question is about.
  public init(_ path: GraphPath, in graph: PropertyGraph, asOf: CalendarDate? = nil) {
    self.graph = graph
    start = path.nodes[0]
    end = path.nodes[path.nodes.count - 1]
    self.asOf = asOf
    total = nil
    explanation = []
    paths = [
      Path(
        path: path, readings: path.steps.map { EdgeReading($0.edge, in: graph) },
        validity: path.validity(in: graph))
    ]
  }

  public var isEmpty: Bool { paths.isEmpty }
  public var schema: String { "entente.path/1" }

  public var blocks: [AnswerBlock] {
    guard !isEmpty else {
      return [.paragraph("No path from \(name(start)) to \(name(end))\(dateText).")]
        + explanation.map { .paragraph("\($0).") }
    }
    var numbering = SourceNumbering(graph)
    var blocks: [AnswerBlock] = []
    for (position, path) in paths.enumerated() {
      if paths.count > 1 { blocks.append(.heading("Path \(position + 1) of \(paths.count)")) }
      blocks.append(.chain(chain(path)))
      if !path.readings.isEmpty {
        blocks.append(.steps(path.readings.map { $0.statement(&numbering) }))
      }
      blocks.append(.paragraph(togetherness(path)))
    }
    if let total, total.value > UInt64(paths.count) {
      blocks.append(
        .note(
          "\(total.isExceeded ? "More than " : "")\(total.value) paths are as short; "
            + (paths.count == 1
              ? "this is the first in order." : "these are the first \(paths.count) in order.")))
    }
    blocks.append(.sources(numbering.sources))
    return blocks
  }

  /// A row for each step.
  public var table: AnswerTable {
    var rows: [[String]] = []
    for (position, path) in paths.enumerated() {
      for (step, reading) in path.readings.enumerated() {
        let interval = graph.validity(of: reading.edge)
        rows.append([
          String(position + 1), String(step + 1), graph.typeName(of: reading.edge),
          name(graph.source(of: reading.edge)), name(graph.target(of: reading.edge)),
          interval.start?.description ?? "", interval.end?.description ?? "",
          reading.citations.map { graph.source($0.source).key }.uniqued.joined(separator: " "),
        ])
      }
    }
    return AnswerTable(
      columns: ["path", "step", "edge", "from", "to", "holds from", "holds until", "sources"],
      rows: rows)
  }

  public func writeMembers(to json: inout JSONWriter) {
    var numbering = numbering
    json.member("as_of", asOf?.description)
    json.key("from")
    json.writeNode(start, in: graph)
    json.key("to")
    json.writeNode(end, in: graph)
    json.member("total") { json in
      if let total, !total.isExceeded, total.value <= UInt64(Int.max) {
        json.value(Int(total.value))
      } else {
        json.null()
      }
    }
    json.member("paths") { json in
      json.array { json in
        for path in paths { write(path, to: &json, &numbering) }
      }
    }
    json.member("explanation", explanation)
    json.writeSources(numbering.sources)
  }

  /// The first path as an object.
  func writePath(to json: inout JSONWriter, _ numbering: inout SourceNumbering) {
    if let path = paths.first { write(path, to: &json, &numbering) } else { json.null() }
  }

  private func write(
    _ path: Path, to json: inout JSONWriter, _ numbering: inout SourceNumbering
  ) {
    json.object { json in
      json.member("hops", path.path.hops)
      json.member("text", chain(path))
      json.member("held_together", path.validity.interval != nil)
      json.member("together") { json in
        if let interval = path.validity.interval { json.write(interval) } else { json.null() }
      }
      json.member("nodes") { json in
        json.array { json in
          for node in path.path.nodes { json.writeNode(node, in: graph) }
        }
      }
      json.member("steps") { json in
        json.array { json in
          for (step, reading) in zip(path.path.steps, path.readings) {
            json.write(reading, &numbering, in: graph, isReversed: step.isReversed)
          }
        }
      }
    }
  }

  /// The keys of the sources in the order in which the paths cite them.
  var sourceKeys: [String] { numbering.sources.map(\.source.key) }

  /// All paths in one figure, with the numbers that the text has too.
  public func figure(title: String? = nil) -> Figure {
    var numbering = numbering
    let nodes = Set(paths.flatMap(\.path.nodes)).union([start, end])
    let edges = Set(paths.flatMap { $0.path.steps.map(\.edge) })
    var subgraph = SubgraphFigure(graph: graph, nodes: nodes.sorted(), edges: edges.sorted())
    subgraph.asOf = asOf
    // A path of one node has both ends in it.
    subgraph.emphasis = start == end ? [start: .focus] : [start: .origin, end: .destination]
    return subgraph.figure(
      title: title ?? "\(name(start)) to \(name(end))",
      subtitle: paths.count == 1
        ? togetherness(paths[0]) : "\(paths.count) paths, the shortest first",
      numbering: &numbering)
  }

  /// The sources in the order in which the text cites them.
  private var numbering: SourceNumbering {
    var numbering = SourceNumbering(graph)
    number(&numbering)
    return numbering
  }

  /// Gives the sources that the text cites their numbers, in its order.
  func number(_ numbering: inout SourceNumbering) {
    for reading in paths.flatMap(\.readings) { numbering.number(reading.citations) }
  }

  /// "Kazakhstan ── participates in ── Prague Process", with verbs in the direction of the walk.
  private func chain(_ path: Path) -> String {
    var text = DisplayLabel.shortName(of: path.path.nodes[0], in: graph)
    for (position, step) in path.path.steps.enumerated() {
      let reading = path.readings[position]
      text += " ── \(step.isReversed ? reading.inverse : reading.verb) ── "
      text += DisplayLabel.shortName(of: path.path.nodes[position + 1], in: graph)
    }
    return "\(text) (\(path.path.hops) \(path.path.hops == 1 ? "step" : "steps"))"
  }

  private func togetherness(_ path: Path) -> String {
    if path.path.hops == 0 { return "The two are the same." }
    return TogethernessWording.sentence(
      for: path.validity.interval, unknown: path.validity.stepsWithUnknownStart,
      links: path.path.hops, noun: "step")
  }

  private var dateText: String { asOf.map { " as of \($0)" } ?? "" }

  private func name(_ node: NodeID) -> String { graph.displayName(of: node) }
}
