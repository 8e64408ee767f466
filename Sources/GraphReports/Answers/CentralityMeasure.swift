// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
internal import GraphModel

extension CentralityAnswer.Measure {
  /// As it stands in options and in JSON.
  var name: String {
    switch self {
    case .degree: "degree"
    case .core: "core"
    case .pageRank: "pagerank"
    case .closeness: "closeness"
    case .betweenness: "betweenness"
    }
  }

  /// Whether the numbers are whole.
  var isWhole: Bool {
    switch self {
    case .degree, .core: true
    case .pageRank, .closeness, .betweenness: false
    }
  }

  /// The columns of numbers: as readers and as programs see them.
  var columns: [(title: String, name: String)] {
    switch self {
    case .degree:
      [
        ("Edges", "degree"), ("Outgoing", "outgoing"), ("Incoming", "incoming"),
        ("Neighbours", "neighbours"),
      ]
    case .core: [("Core", "core")]
    case .pageRank: [("PageRank", "pagerank")]
    case .closeness: [("Closeness", "closeness")]
    case .betweenness: [("Betweenness", "betweenness")]
    }
  }

  /// All nodes with their numbers, by type, then key.
  var numbers: [(node: NodeID, score: FixedDecimals)] {
    func whole(_ scores: NodeScores<Int>) -> [(node: NodeID, score: FixedDecimals)] {
      zip(scores.nodes, scores.values).map { ($0, FixedDecimals(Double($1))) }
    }
    func fractional(_ scores: NodeScores<Double>) -> [(node: NodeID, score: FixedDecimals)] {
      zip(scores.nodes, scores.values).map { ($0, FixedDecimals($1)) }
    }
    return switch self {
    case .degree(let counts): whole(counts.both)
    case .core(let cores): whole(cores.numbers)
    case .pageRank(let result): fractional(result.scores)
    case .closeness(let closeness): fractional(closeness.scores)
    case .betweenness(let result, _, _, _): fractional(result.normalised)
    }
  }

  /// What stands in the columns.
  func cells(of node: NodeID, _ score: FixedDecimals) -> [String] {
    switch self {
    case .degree(let counts):
      [counts.both, counts.outgoing, counts.incoming, counts.neighbours]
        .map { String($0[node] ?? 0) }
    case .core: [String(score.millionths / 1_000_000)]
    case .pageRank, .closeness, .betweenness: [score.text]
    }
  }

  /// The columns that text has room for: a table of all would be wider than a narrow terminal.
  var shownColumns: [(title: String, name: String)] {
    isDegree ? [columns[0], columns[3]] : columns
  }

  func shownCells(of node: NodeID, _ score: FixedDecimals) -> [String] {
    let cells = cells(of: node, score)
    return isDegree ? [cells[0], cells[3]] : cells
  }

  private var isDegree: Bool {
    if case .degree = self { return true }
    return false
  }

  /// What the number of a node says.
  var meaning: String {
    switch self {
    case .degree: "Ranked by the number of edges."
    case .core:
      "A node of core k lies in a part of the graph in which every node has at least k neighbours."
    case .pageRank:
      "PageRank is the share of time that a random walker spends at the node."
    case .closeness:
      "Closeness is the mean of 1 divided by the number of steps to each other node."
    case .betweenness:
      "Betweenness is the share of the shortest paths between two other nodes that pass the node."
    }
  }

  /// How the numbers were reached, where that matters.
  var remarks: [String] {
    switch self {
    case .pageRank(let result) where !result.isConverged:
      return ["The iteration ended before the shares had settled."]
    case .betweenness(let result, let error, let risk, let seed):
      guard let count = result.sampleCount else { return [] }
      let certainty = FixedDecimals((1 - risk) * 100).millionths / 1_000_000
      return [
        "Estimated from \(count) of the nodes as starts, drawn with the seed \(seed). In "
          + "\(certainty) of 100 such samples, no number is wrong by more than "
          + "\(FixedDecimals(error).text)."
      ]
    default: return []
    }
  }
}
