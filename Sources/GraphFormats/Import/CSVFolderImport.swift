// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// Makes a graph of a folder of tables, however large: one CSV file for each type of nodes and of
/// edges.
///
/// `nodes-TYPE.csv` has a column `id`, the keys of the nodes, and a column for each property;
/// `edges-TYPE.csv` has `from` and `to`, may have `id`, and has a column for each property. The
/// type is the label; several are written `nodes-State&Island.csv`. `name` is the official name,
/// `since` and `until` are partial dates. A graph type in `schema.gql` is checked.
///
/// What a column holds is said by its header (`weight:INTEGER`), by the graph type, or by all its
/// cells together: integers, floats, booleans, dates, else text. An empty cell is no value.
///
/// Either every row is sound and there is a graph, or there is none and everything that is wrong
/// is reported. The graph is the same whatever the number of threads.
///
/// ```swift
/// let imported = CSVFolderImport("tables").run()
/// if let graph = imported.graph { try GraphFile.write(graph, to: "cooperation.graph") }
/// ```
public struct CSVFolderImport: Sendable {
  /// How far an import is.
  public struct Progress: Sendable, Hashable {
    /// The name of the file that is being read.
    public let file: String

    /// Rows read so far, of all files.
    public let rows: Int
  }

  /// What an import gave.
  public struct Outcome: Sendable {
    /// Nil when anything is wrong.
    public let graph: PropertyGraph?

    /// What was found, in order of place.
    public let diagnostics: [Diagnostic]

    /// Findings beyond those that are listed.
    public let unlistedFindings: Int

    /// CSV files of the folder that are neither nodes nor edges, and were not read.
    public let ignoredFiles: [String]

    /// Rows that were read.
    public let rowCount: Int
  }

  public let folder: String
  public var limits: ImportLimits

  /// Threads that work at once, the calling one among them.
  public var threadCount: Int

  /// - Parameter threadCount: nil for as many as there are processors.
  public init(_ folder: String, limits: ImportLimits = ImportLimits(), threadCount: Int? = nil) {
    self.folder = folder
    self.limits = limits
    self.threadCount = max(1, threadCount ?? ParallelWork.processorCount)
  }

  /// Reads everything.
  ///
  /// - Parameter progress: is called after each piece of about a megabyte, from any thread but
  ///   never by two at once.
  /// - Complexity: linear in the size of the files, plus O(n log n) for the order of the keys.
  ///   Memory: that of the graph, of the columns it is made of, and of a few blocks.
  public func run(
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) -> Outcome {
    var session = ImportSession(self, progress: progress)
    return session.run()
  }
}
