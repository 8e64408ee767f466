// SPDX-License-Identifier: Apache-2.0

import GraphFolder
import GraphModel

/// Measures how the storage is built, what it weighs and how fast it is walked.
///
///     swift run -c release --package-path Benchmarks storage-benchmark [NODES EDGES] [FOLDER]
@main
enum StorageBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let sizes = arguments.compactMap { Int($0) }
    let folder = arguments.first { Int($0) == nil }
    if let folder {
      let (seconds, builder) = try timed { try FolderGraph.gathered(folder) }
      guard let builder else {
        print("cannot read the folder '\(folder)'")
        return
      }
      print("\(folder): read and gathered in \(text(seconds)) s")
      let graph = try freeze(builder)
      weigh(graph)
      Scans(graph: graph).report()
      return
    }
    let made = timed {
      SyntheticGraph(
        nodeCount: sizes.first ?? 1_000_000, edgeCount: sizes.dropFirst().first ?? 5_000_000)
    }
    let data = made.result
    print("\(data.nodeCount) nodes, \(data.edgeCount) edges (made in \(text(made.seconds)) s)")
    var graph: PropertyGraph?
    for (name, type, isKeyed, areEdgesBulk) in [
      ("unkeyed, open", nil, false, true), ("keyed, open", nil, true, true),
      ("unkeyed, closed type", data.graphType, false, true),
      ("keyed, closed type, edges one by one", data.graphType, true, false),
    ] as [(String, GraphType?, Bool, Bool)] {
      print("\(name)")
      graph = nil
      let before = residentByteCount()
      for round in 0..<3 {
        graph = nil
        let (seconds, builder) = try timed {
          try data.gathered(graphType: type, isKeyed: isKeyed, areEdgesBulk: areEdgesBulk)
        }
        let (checking, violations) = timed { builder.violations() }
        precondition(violations.isEmpty, "the graph type does not fit")
        let (freezing, frozen) = try timed { try builder.freeze() }
        print(
          "  round \(round): gather \(text(seconds)) s, freeze \(text(freezing)) s"
            + " (of which checking \(text(checking)) s), together \(text(seconds + freezing)) s")
        graph = frozen
      }
      if let graph {
        weigh(graph)
        if let before, let after = residentByteCount() {
          print("  resident memory grew by \((after - before) >> 20) MB")
        }
      }
    }
    if let graph {
      let (merging, merged) = timed { graph.storage.mergedAdjacency }
      print("merged adjacency: \(text(merging)) s, \(merged.byteCount >> 20) MB")
      Scans(graph: graph).report()
    }
  }

  private static func freeze(_ builder: GraphBuilder) throws -> PropertyGraph {
    let (seconds, graph) = try timed { try builder.freeze() }
    print("  \(graph.nodeCount) nodes, \(graph.edgeCount) edges frozen in \(text(seconds)) s")
    return graph
  }

  /// Prints what each part weighs, in bytes for each node or edge.
  private static func weigh(_ graph: PropertyGraph) {
    let storage = graph.storage
    let nodes = Double(max(1, storage.nodeCount))
    let edges = Double(max(1, storage.edgeCount))
    func sum(_ part: (EdgeTypeStorage) -> Int) -> Double {
      Double(storage.edgeTypes.reduce(0) { $0 + part($1) })
    }
    let nodeColumns = Double(storage.nodeTypes.reduce(0) { $0 + $1.byteCount })
    let out = sum { $0.outgoing.byteCount }
    let into = sum { $0.incoming.byteCount }
    let sources = sum { $0.sources.byteCount }
    let columns = sum { type in type.columns.reduce(0) { $0 + $1.byteCount } }
    let days = Double(storage.edgeValidity?.byteCount ?? 0)
    let nodeDays = Double(storage.nodeValidity?.byteCount ?? 0)
    let strings = Double(storage.strings.byteCount)
    let all = Double(storage.byteCount)
    let keys = all - nodeColumns - out - into - sources - columns - days - nodeDays - strings
    print(
      "  bytes per edge: \(text((out + into + sources + columns + days) / edges, decimals: 1))"
        + " = outgoing \(text(out / edges, decimals: 1)), incoming"
        + " \(text(into / edges, decimals: 1)), sources \(text(sources / edges, decimals: 1)),"
        + " columns \(text(columns / edges, decimals: 1)), validity"
        + " \(text(days / edges, decimals: 1))")
    print(
      "  bytes per node: \(text((nodeColumns + keys + nodeDays) / nodes, decimals: 1)) = columns"
        + " \(text(nodeColumns / nodes, decimals: 1)), keys \(text(keys / nodes, decimals: 1)),"
        + " validity \(text(nodeDays / nodes, decimals: 1)); strings \(Int(strings)) bytes;"
        + " all \(Int(all) >> 20) MB")
  }
}
