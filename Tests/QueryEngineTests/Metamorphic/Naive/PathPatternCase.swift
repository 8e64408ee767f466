// SPDX-License-Identifier: Apache-2.0

import GraphModel
import GraphTestSupport
import QueryEngine

/// One search on one small graph, asked of the engine and of nested loops.
struct PathPatternCase {
  let search: DrawnSearch
  let sketch: GraphSketch
  private var random: SeededGenerator

  /// Paths that are longer than this are not compared.
  private var longest: Int { search.stretches.count > 2 ? 4 : 5 }

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    var sketch = GraphSketch.random(&random)
    // Walks are many: few edges, and nodes that they join.
    sketch.edges = Array(sketch.edges.prefix(6))
    self.sketch = sketch
    search = DrawnSearch.random(&random)
  }

  var text: String { "MATCH \(search.text) RETURN \(search.columns)" }

  /// What is wrong; nil when nothing is.
  func fault(isOptimised: Bool, isEdited: Bool) throws -> String? {
    var random = random
    let graph = isEdited ? try sketch.edited(&random) : try sketch.frozen()
    let options = PlanningOptions(isOptimised: isOptimised)
    let rows = try PreparedQuery(text, for: graph, options: options).run(
      on: graph, limits: .ofTrials
    ).rows
    var answers: [[Value]: [[Value]]] = [:]
    for row in rows { answers[Array(row[..<2]), default: []].append(Array(row[2...])) }
    var expected: [[Value]: [NaiveSearch.Found]] = [:]
    for (ends, paths) in NaiveSearch(graph, search, longest: longest).byEnds {
      expected[ends.map { graph.value(of: $0, named: "id") ?? .null }] = paths
    }
    for ends in Set(answers.keys).union(expected.keys) {
      if let fault = compare(
        answers[ends] ?? [], expected[ends] ?? [], graph, isOrdered: !isEdited)
      {
        return "\(ends): \(fault)"
      }
    }
    return nil
  }

  private func compare(
    _ answers: [[Value]], _ paths: [NaiveSearch.Found], _ graph: PropertyGraph, isOrdered: Bool
  ) -> String? {
    let all = paths.map { row($0, graph) }
    // The engine may rightly know longer paths; the loops then know too few.
    let short = answers.filter { row in
      if case .list(let edges) = row[1] { edges.count <= longest } else { false }
    }
    let wanted: ArraySlice<NaiveSearch.Found>
    switch search.selection {
    case .all: wanted = paths[...]
    case .any(let count), .shortest(let count): wanted = paths.prefix(count)
    case .anyShortest: wanted = paths.prefix(1)
    case .allShortest: wanted = paths.prefix { $0.cost == paths[0].cost }
    case .groups(let count):
      let costs = Set(paths.map(\.cost)).sorted().prefix(count)
      wanted = paths.prefix { costs.contains($0.cost) }
    }
    if Set(answers).count != answers.count { return "the same path twice: \(answers)" }
    if let wrong = short.first(where: { !all.contains($0) }) { return "no such path: \(wrong)" }
    // With a cost, a longer path may be cheaper than those that the loops know.
    if search.cost != nil, answers.count > short.count { return nil }
    func cost(_ answer: [Value]) -> Int {
      paths.first { row($0, graph) == answer }?.cost ?? -1
    }
    let steps = wanted.map { row($0, graph)[1] }
    // Where a path fits in several ways, those of one rank come in no order to speak of.
    let isSure = search.stretches.count { $0.minimum != $0.maximum } <= 1
    if isOrdered, isSure, search.selection != .all {
      let found = short.map { $0[1] }
      if found != steps { return "\(found), expected \(steps)" }
    }
    if search.selection != .all, short.map({ cost($0) }) != wanted.map(\.cost) {
      return "\(short) has not the wanted costs \(wanted.map(\.cost))"
    }
    if short.count != wanted.count { return "\(short), expected \(wanted.count) paths" }
    switch search.selection {
    case .all, .allShortest, .groups:
      let expected = Set(wanted.map { row($0, graph) })
      if Set(short) != expected { return "\(short), expected \(expected)" }
    default: break
    }
    return nil
  }

  private func row(_ path: NaiveSearch.Found, _ graph: PropertyGraph) -> [Value] {
    var row: [Value] = [
      .list(path.nodes.map { graph.value(of: $0, named: "id") ?? .null }),
      .list(path.edges.map { graph.value(of: $0, named: "id") ?? .null }),
    ]
    for (name, isList) in search.variables {
      let values = (path.values[name] ?? []).map { Value.integer(Int64($0)) }
      row.append(isList ? .list(values) : values.first ?? .null)
    }
    return row
  }
}
