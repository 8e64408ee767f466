// SPDX-License-Identifier: Apache-2.0

public import GraphAlgorithms
public import GraphDrawing
public import GraphModel

/// Paths as claims that can be cited: a chain, a sentence for each step with its dates and sources,
/// and the days on which all its links held together.
public struct CitedPaths: Answer {
  struct Path: Sendable {
    let path: GraphPath
    let cost: PathCost?
    let readings: [EdgeReading]
    let validity: PathValidity

    init(_ path: GraphPath, cost: PathCost? = nil, in graph: PropertyGraph) {
      self.path = path
      self.cost = cost
      readings = path.steps.map { EdgeReading($0.edge, in: graph) }
      validity = path.validity(in: graph)
    }
  }

  let graph: PropertyGraph
  let start: NodeID
  let end: NodeID
  let asOf: CalendarDate?
  let cost: CostModel
  let paths: [Path]
  let total: PathCount?

  /// Why there is no path and what would give one, or what the question's constraints do to the
  /// answer; without full stops.
  let explanation: [String]

  /// Where there is none, the path that the lightest change of the question gives, and that change
  /// in words: "beyond the limit of 1 step".
  let alternative: (change: String, path: Path)?

  /// What the search found.
  ///
  /// - Parameter effects: what the constraints of the question do to the answer, to be told.
  public init(
    _ answer: PathAnswer, to query: PathQuery, in graph: PropertyGraph,
    effects: [ConstraintEffect]? = nil
  ) {
    let told = effects.map { effects in
      let sentences = effects.compactMap { $0.sentence(in: graph) }
      return sentences.isEmpty ? ["No constraint keeps a better path away"] : sentences
    }
    self.init(answer, to: query, in: graph, explanation: told ?? [], alternative: nil)
  }

  /// No path, and why.
  public init(
    _ explanation: EmptyPathExplanation, to query: PathQuery, in graph: PropertyGraph
  ) {
    let alternative = explanation.cheapest.map { relaxation in
      (
        change: relaxation.constraints.map { $0.relaxing(in: graph) }
          .joined(separator: " and "), path: Path(relaxation.path, in: graph)
      )
    }
    self.init(
      PathAnswer(paths: []), to: query, in: graph,
      // The first sentence says that there is none, as the answer itself does.
      explanation: Array(
        explanation.sentences(from: query.start, to: query.end, in: graph).dropFirst()),
      alternative: alternative)
  }

  private init(
    _ answer: PathAnswer, to query: PathQuery, in graph: PropertyGraph, explanation: [String],
    alternative: (change: String, path: Path)?
  ) {
    self.graph = graph
    start = query.start
    end = query.end
    asOf = query.filter.asOf
    cost = query.cost
    total = answer.total
    self.explanation = explanation
    self.alternative = alternative
    paths = zip(answer.paths, answer.costs).map { Path($0, cost: $1, in: graph) }
  }

  /// One path, however it was found.
  /// - Parameter asOf: the day that the question is about.
  public init(_ path: GraphPath, in graph: PropertyGraph, asOf: CalendarDate? = nil) {
    self.graph = graph
    start = path.nodes[0]
    end = path.nodes[path.nodes.count - 1]
    self.asOf = asOf
    cost = .hops
    total = nil
    explanation = []
    alternative = nil
    paths = [Path(path, in: graph)]
  }

  public var isEmpty: Bool { paths.isEmpty }
  public var schema: String { "entente.path/1" }

  public var blocks: [AnswerBlock] {
    guard !isEmpty else {
      return [.paragraph("No path from \(name(start)) to \(name(end))\(dateText).")]
        + explanation.map { .paragraph("\($0).") } + alternativeBlocks
    }
    var numbering = SourceNumbering(graph)
    var blocks: [AnswerBlock] = []
    for (position, path) in paths.enumerated() {
      if paths.count > 1 { blocks.append(.heading("Path \(position + 1) of \(paths.count)")) }
      blocks += self.blocks(of: path, &numbering)
    }
    blocks += explanation.map { .paragraph("\($0).") }
    if let leftOut { blocks.append(.note(leftOut)) }
    blocks.append(.sources(numbering.sources))
    return blocks
  }

  /// How many paths as good as these are left out; nil when none is.
  public var leftOut: String? {
    guard let total, total.value > UInt64(paths.count) else { return nil }
    return "\(total.isExceeded ? "More than " : "")\(total.value) paths are as "
      + "\(cost == .hops ? "short" : "cheap"); "
      + (paths.count == 1
        ? "this is the first in order." : "these are the first \(paths.count) in order.")
  }

  private func blocks(of path: Path, _ numbering: inout SourceNumbering) -> [AnswerBlock] {
    var blocks: [AnswerBlock] = [.chain(chain(path))]
    if !path.readings.isEmpty {
      blocks.append(.steps(path.readings.map { $0.statement(&numbering) }))
    }
    blocks.append(.paragraph(togetherness(path)))
    return blocks
  }

  private var alternativeBlocks: [AnswerBlock] {
    guard let alternative else { return [] }
    var numbering = SourceNumbering(graph)
    return [.heading("A path \(alternative.change)")]
      + blocks(of: alternative.path, &numbering) + [.sources(numbering.sources)]
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

  /// The keys of the sources in the order in which the paths cite them.
  var sourceKeys: [String] { numbering.sources.map(\.source.key) }

  /// All paths in one figure, with the numbers that the text has too.
  public func figure(title: String? = nil) -> Figure {
    var numbering = numbering
    let nodes = Set(paths.flatMap(\.path.nodes)).union([start, end])
    let edges = Set(paths.flatMap { $0.path.steps.map(\.edge) })
    var subgraph = SubgraphFigure(graph: graph, nodes: nodes.sorted(), edges: edges.sorted())
    subgraph.asOf = asOf
    if paths.count > 1 {
      for (position, path) in paths.enumerated() {
        for edge in Set(path.path.steps.map(\.edge)) {
          subgraph.pathRanks[edge, default: []].append(position + 1)
        }
      }
    }
    // A path of one node has both ends in it.
    subgraph.emphasis = start == end ? [start: .focus] : [start: .origin, end: .destination]
    var figure = subgraph.figure(
      title: title ?? "\(name(start)) to \(name(end))",
      subtitle: paths.count == 1
        ? togetherness(paths[0])
        : "\(paths.count) paths, the \(cost == .hops ? "shortest" : "cheapest") first",
      numbering: &numbering)
    if let leftOut { figure.notes.append(leftOut) }
    if paths.count == 1 {
      let wording = TogethernessWording(graph: graph, readings: paths[0].readings)
      figure.notes += [wording.remark(on: paths[0].validity.interval)].compactMap(\.self)
    }
    return figure
  }

  /// The sources in the order in which the text cites them.
  var numbering: SourceNumbering {
    var numbering = SourceNumbering(graph)
    number(&numbering)
    return numbering
  }

  /// Gives the sources that the text cites their numbers, in its order.
  func number(_ numbering: inout SourceNumbering) {
    let readings = (paths + [alternative?.path].compactMap { $0 }).flatMap(\.readings)
    for reading in readings { numbering.number(reading.citations) }
  }

  /// "Kazakhstan ── participates in ── Prague Process", with verbs in the direction of the walk.
  func chain(_ path: Path) -> String {
    var text = DisplayLabel.shortName(of: path.path.nodes[0], in: graph)
    for (position, step) in path.path.steps.enumerated() {
      let reading = path.readings[position]
      text += " ── \(step.isReversed ? reading.inverse : reading.verb) ── "
      text += DisplayLabel.shortName(of: path.path.nodes[position + 1], in: graph)
    }
    let price = path.cost.flatMap { cost == .hops ? nil : ", cost \($0)" } ?? ""
    return "\(text) (\(path.path.hops) \(path.path.hops == 1 ? "step" : "steps")\(price))"
  }

  private func togetherness(_ path: Path) -> String {
    if path.path.hops == 0 { return "The two are the same." }
    return TogethernessWording(graph: graph, readings: path.readings).sentence(
      for: path.validity.interval, unknown: path.validity.stepsWithUnknownStart, noun: "step")
  }

  private var dateText: String { asOf.map { " as of \($0)" } ?? "" }

  private func name(_ node: NodeID) -> String { graph.displayName(of: node) }
}
