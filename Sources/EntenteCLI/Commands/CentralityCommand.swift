// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphAlgorithms
internal import GraphReports

/// The command `entente centrality [TYPE]`.
struct CentralityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality", _superCommandName: "entente",
    abstract: "Rank nodes by how central they are.",
    usage: "entente centrality [<options>] [<type>]",
    discussion: """
      Examples:
        entente centrality organisations --limit 10
        entente centrality --by betweenness --avoid "European Union"
        entente centrality states --by pagerank --as-of 2020 --format csv
      """)

  /// What nodes can be ranked by.
  enum Measure: String, ExpressibleByArgument, CaseIterable {
    case degree, pagerank, betweenness, closeness, core
  }

  @Argument(help: "A node type to rank; all nodes unless said. The whole graph is searched.")
  var type: String?

  @Option(help: "degree, pagerank, betweenness, closeness or core; degree unless said.")
  var by: Measure = .degree

  @Option(help: "With --by betweenness: estimate from so many nodes drawn at random.")
  var samples: Int?

  @Option(help: "With --samples: the seed of the draw; 0 unless said.")
  var seed: UInt64?

  @Flag(help: "Walk edges only from source to target.")
  var directed = false

  @Option(help: "The node types that stay and the edge types that count, by commas.")
  var types: String?

  @Option(help: "A node, node type or edge type to leave out. May be repeated.")
  var avoid: [String] = []

  @Option(help: "How many nodes to list at most; 20 unless said.")
  var limit: Int = 20

  @OptionGroup var options: GlobalOptions

  /// How likely a greater error of a sample than the one stated may be.
  private static let risk = 0.05

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
    if let samples {
      guard by == .betweenness else {
        throw ValidationError("--samples goes with --by betweenness.")
      }
      if samples < 1 { throw ValidationError("--samples must be at least 1.") }
    }
    if seed != nil, samples == nil { throw ValidationError("--seed goes with --samples.") }
    if directed, by == .degree || by == .core {
      throw ValidationError("--directed does not go with --by \(by.rawValue).")
    }
  }

  func run() throws {
    let output = try Output(options, standard: .text, allowed: Output.answers)
    let session = try GraphSession(options)
    let type = try type.map { word throws(CommandFailure) in try session.nodeType(word) }
    var filter = TraversalFilter(asOf: session.asOf?.day)
    try session.exclude(avoid, from: &filter)
    try session.allow(types, in: &filter)
    let answer: CentralityAnswer
    do throws(AlgorithmError) {
      let measure = try measure(filter, in: TraversalView(session.graph))
      answer = CentralityAnswer(
        measure, type: type, limit: limit, asOf: filter.asOf, isDirected: directed,
        in: session.graph)
    } catch {
      throw CommandFailure(error)
    }
    try output.write(answer)
    if answer.isEmpty { throw CommandFailure(.nothing) }
  }

  private func measure(
    _ filter: TraversalFilter, in view: TraversalView
  ) throws(AlgorithmError) -> CentralityAnswer.Measure {
    switch by {
    case .degree: .degree(try degrees(filter, in: view))
    case .core:
      .core(try asAlgorithm { () throws(TraversalError) in try CoreNumbers(view, filter: filter) })
    case .pagerank:
      .pageRank(try PageRank(isDirected: directed, filter: filter).scores(in: view))
    case .closeness:
      .closeness(try Closeness(in: view, filter: filter, isDirected: directed))
    case .betweenness: try betweenness(filter, in: view)
    }
  }

  private func betweenness(
    _ filter: TraversalFilter, in view: TraversalView
  ) throws(AlgorithmError) -> CentralityAnswer.Measure {
    var method = Betweenness.Method.exact
    var error = 0.0
    if let samples {
      let nodeCount = try degrees(filter, in: view).both.nodes.count
      if samples < nodeCount {
        guard
          let found = SampleError.least(samples: samples, nodeCount: nodeCount, risk: Self.risk)
        else {
          throw .parameterOutOfRange(
            name: "--samples", value: "\(samples)",
            expected: "at least \(SampleError.fewestSamples(nodeCount, risk: Self.risk))")
        }
        error = found
        method = .sampled(error: error, risk: Self.risk, seed: seed ?? 0)
      }
    }
    let result = try Betweenness(method: method, isDirected: directed, filter: filter)
      .scores(in: view)
    return .betweenness(result, error: error, risk: Self.risk, seed: seed ?? 0)
  }

  private func degrees(
    _ filter: TraversalFilter, in view: TraversalView
  ) throws(AlgorithmError) -> DegreeCounts {
    try asAlgorithm { () throws(TraversalError) in try DegreeCounts(view, filter: filter) }
  }

  private func asAlgorithm<Result>(
    _ body: () throws(TraversalError) -> Result
  ) throws(AlgorithmError) -> Result {
    do throws(TraversalError) {
      return try body()
    } catch {
      throw .traversal(error)
    }
  }
}

/// The error that a number of samples leaves: the library takes the error and draws as many as it
/// needs.
enum SampleError {
  /// The greatest error, in millionths, that can be asked for.
  private static let limit = 999_999

  /// The least error, in millionths, for which no more than `samples` are drawn; nil when even the
  /// greatest takes more.
  static func least(samples: Int, nodeCount: Int, risk: Double) -> Double? {
    guard needed(limit, nodeCount, risk) <= samples else { return nil }
    var low = 1
    var high = limit
    while low < high {
      let middle = (low + high) / 2
      if needed(middle, nodeCount, risk) <= samples { high = middle } else { low = middle + 1 }
    }
    return Double(low) / 1e6
  }

  /// The number of samples below which nothing can be said.
  static func fewestSamples(_ nodeCount: Int, risk: Double) -> Int {
    needed(limit, nodeCount, risk)
  }

  private static func needed(_ millionths: Int, _ nodeCount: Int, _ risk: Double) -> Int {
    Betweenness.sampleCount(nodeCount: nodeCount, error: Double(millionths) / 1e6, risk: risk)
  }
}
