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
/// let imported = CSVFolderImport("tables").run(writingTo: "cooperation.graph")
/// if let graph = imported.graph { print(graph.nodeCount) }
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

    /// The size in bytes of the file that was written, or why there is none; nil when none was
    /// asked for, or there is no graph.
    public internal(set) var written: Result<Int, GraphFileError>?
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

  /// Reads everything and writes the graph to a graph file, which appears whole or not at all.
  ///
  /// What is complete is written while the rest is still being read, which takes less time than
  /// one after the other. The file is the one that ``GraphFile/write(_:to:)`` writes.
  ///
  /// - Parameter progress: as for ``run(progress:)``.
  /// - Returns: the graph, and in ``Outcome/written`` what came of the file.
  /// - Complexity: that of ``run(progress:)``, plus the file.
  public func run(
    writingTo path: String, progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) -> Outcome {
    do throws(FileSystemError) {
      let file = try FileSystem.pendingFile(path)
      let stream = GraphFileStream(file.opened, threads: threadCount)
      var session = ImportSession(self, output: ImportOutput(stream), progress: progress)
      var outcome = session.run()
      guard let graph = outcome.graph else {
        stream.abandon()
        return outcome
      }
      do throws(FileSystemError) {
        let writer = GraphFileWriter(graph.storage)
        let size = try writer.write(to: file, stream, origin: .none)
        try file.commit(.committed)
        outcome.written = .success(size)
      } catch {
        outcome.written = .failure(.file(error))
      }
      return outcome
    } catch {
      // What is wrong with the tables is said all the same.
      var outcome = run(progress: progress)
      if outcome.graph != nil { outcome.written = .failure(.file(error)) }
      return outcome
    }
  }
}
