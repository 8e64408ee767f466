// SPDX-License-Identifier: Apache-2.0

import GraphAlgorithms
import GraphModel

/// Measures the algorithms over a whole graph on a list of edges, as pairs of 32-bit numbers, little
/// end first; loops and repeated edges are left out. Prints one JSON object a line.
///
///     swift run -c release --package-path Benchmarks kernel-benchmark FILE SOURCES [COUNT] [ROUNDS]
///
/// SOURCES holds the nodes to search from, as numbers; COUNT of them are taken.
@main
enum KernelBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let list = EdgeList(file: arguments[1]),
      let sources = numbers(inFile: arguments[2])
    else {
      print("usage: kernel-benchmark FILE SOURCES [COUNT] [ROUNDS]")
      return
    }
    let count = arguments.count > 3 ? Int(arguments[3]) ?? 16 : 16
    let rounds = arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1
    let scale = "K\(list.nodeCount.trailingZeroBitCount)"
    let report = Report(scale: scale)
    let loading = Stopwatch()
    let view = TraversalView(try list.graph())
    report.line(
      "i-load", [loading.elapsed], checksum: "\(view.nodeCount)/\(view.edgeCount)")
    for _ in 0..<rounds {
      for threadCount in [1, 2] {
        try measure(
          view, Array(sources.prefix(count)), threadCount: threadCount, report: report)
      }
    }
  }

  private static func measure(
    _ view: TraversalView, _ sources: [UInt32], threadCount: Int, report: Report
  ) throws {
    let search = try HopSearch(view, threadCount: threadCount)
    var times: [Stopwatch.Time] = []
    var sum = 0
    var reached = 0
    for source in sources {
      let searching = Stopwatch()
      let distances = try search.distances(from: NodeID(rawValue: source))
      times.append(searching.elapsed)
      reached += distances.counts.reduce(0, +)
      sum += distances.counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    }
    report.line("i-bfs-t\(threadCount)", times, checksum: "\(sum)/\(reached)")

    let question = PageRank(
      tolerance: 1e-6, maximumIterations: 100, precision: .single, threadCount: threadCount)
    let ranking = Stopwatch()
    let rank = try question.scores(in: view)
    let rankTime = ranking.elapsed
    let top = rank.scores.ranked(limit: 1).first?.node.rawValue ?? 0
    report.line(
      "i-pagerank-t\(threadCount)", [rankTime], checksum: "top=\(top) it=\(rank.iterations)")

    if threadCount == 1 {
      let joining = Stopwatch()
      let components = try ConnectedComponents(view)
      report.line("i-cc-t1", [joining.elapsed], checksum: "\(components.count)")
    }
  }
}

/// Prints measurements.
struct Report {
  let scale: String

  func line(_ workload: String, _ times: [Stopwatch.Time], checksum: String) {
    func median(_ times: [Double]) -> Double {
      times.isEmpty ? 0 : times.sorted()[times.count / 2]
    }
    let wall = times.map(\.wall)
    print(
      #"{"peer":"entente","workload":"\#(workload)","scale":"\#(scale)","n":\#(times.count),"#
        + #""median_s":\#(median(wall)),"total_s":\#(wall.reduce(0, +)),"#
        + #""processor_s":\#(median(times.map(\.processor))),"checksum":"\#(checksum)"}"#)
  }
}
