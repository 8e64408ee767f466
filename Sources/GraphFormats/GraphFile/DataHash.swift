// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// A text of 32 digits that stands for data: the same for the same data, and for others, unless
/// somebody took pains that it is not, another.
///
/// A dataset and the graph file compiled from it have the same hash, for it is that of what a
/// graph file holds: types, nodes, edges, properties, names, claims, sources.
public enum DataHash {
  /// The hash of a graph in memory.
  ///
  /// - Complexity: linear in the size of the graph, at the speed of memory.
  /// - Throws: ``GraphFileError/unsound(_:)`` for edits that break the graph type.
  public static func text(of graph: PropertyGraph) throws(GraphFileError) -> String {
    let whole: PropertyGraph
    do throws(GraphBuildingError) { whole = try graph.isEdited ? graph.compacted() : graph } catch {
      throw .unsound(error)
    }
    return digits(of: GraphFileWriter(whole.storage).checksums)
  }

  /// The hash of some text, such as a style sheet.
  public static func text(of bytes: [UInt8]) -> String {
    var fingerprint = Fingerprint.none
    fingerprint.combine(bytes)
    return fingerprint.digits
  }

  /// The hash of the graph whose sections have these sums.
  static func digits(of checksums: [UInt64]) -> String {
    var fingerprint = Fingerprint.none
    for checksum in checksums { fingerprint.combine(checksum) }
    return fingerprint.digits
  }
}
