// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A graph that was opened, and what its file tells of its content.
public struct OpenedGraph: Sendable {
  public let graph: PropertyGraph

  /// The sums of the sections of the file that the graph lies in; nil where it lies in none.
  private let checksums: [UInt64]?

  init(_ graph: PropertyGraph, checksums: [UInt64]? = nil) {
    self.graph = graph
    self.checksums = checksums
  }

  /// A graph that comes from no file.
  public init(_ graph: PropertyGraph) { self.init(graph, checksums: nil) }

  /// What tells the data from others; see ``DataHash``.
  ///
  /// - Complexity: linear in the number of columns for a graph that lies in a file, else in the size
  ///   of the graph.
  public var dataHash: String? {
    checksums.map(DataHash.digits) ?? (try? DataHash.text(of: graph))
  }
}
