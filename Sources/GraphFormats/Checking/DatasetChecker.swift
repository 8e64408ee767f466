// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// Checks a dataset: everything that keeps it from loading, and what its editors should know.
///
/// ```swift
/// let checking = DatasetChecker().check("Graphs/eu-central-asia")
/// for diagnostic in checking.diagnostics { print(diagnostic.message) }
/// ```
public struct DatasetChecker: Sendable {
  public struct Options: Sendable, Hashable {
    /// Findings of less weight are left out.
    public var minimumSeverity: Diagnostic.Severity

    /// Whether warnings fail the check, as errors always do.
    public var isStrict: Bool

    /// A source retrieved before this date is stale; nil for no such check.
    public var staleBefore: PartialDate?

    public init(
      minimumSeverity: Diagnostic.Severity = .information, isStrict: Bool = false,
      staleBefore: PartialDate? = nil
    ) {
      self.minimumSeverity = minimumSeverity
      self.isStrict = isStrict
      self.staleBefore = staleBefore
    }
  }

  public var options: Options

  public init(_ options: Options = Options()) {
    self.options = options
  }

  /// Checks the dataset in a folder, or all of a graph file.
  ///
  /// Complexity: that of loading, and linear in what the dataset states.
  public func check(_ folder: String) -> DatasetChecking {
    if FileSystem.kind(of: folder) == .file { return check(graphFile: folder) }
    do throws(FileSystemError) {
      return check(try DatasetInput.read(folder))
    } catch {
      let loading = DatasetLoader.load(folder)
      return DatasetChecking(
        graph: loading.graph, diagnostics: loading.diagnostics, files: loading.files,
        hasFailed: true)
    }
  }

  private func check(graphFile path: String) -> DatasetChecking {
    var findings = Findings()
    var graph: PropertyGraph?
    do throws(GraphFileError) {
      let opened = try GraphFile.open(path)
      let faults = opened.checkInvariants()
      for fault in faults {
        findings.report(CheckMessages.damagedGraphFile(fault), file: path)
      }
      if faults.isEmpty { graph = opened }
    } catch {
      findings.report(CheckMessages.unusableGraphFile(error), file: path)
    }
    return DatasetChecking(
      graph: graph, diagnostics: findings.sorted(), files: [path], hasFailed: graph == nil)
  }

  func check(_ input: DatasetInput) -> DatasetChecking {
    let (loading, assembly) = DatasetLoader.load(input)
    var lints = DatasetLints(assembly: assembly, options: options, folder: input.folder)
    lints.run()
    let diagnostics = lints.findings.sorted()
    let failing: Diagnostic.Severity = options.isStrict ? .warning : .error
    return DatasetChecking(
      graph: loading.graph,
      diagnostics: diagnostics.filter { $0.severity >= options.minimumSeverity },
      files: loading.files, hasFailed: diagnostics.contains { $0.severity >= failing })
  }
}

/// What came of checking a dataset.
public struct DatasetChecking: Sendable {
  /// The graph; nil when there is any error.
  public let graph: PropertyGraph?

  /// In order of place.
  public let diagnostics: [Diagnostic]

  /// The names of the files that were read, in order.
  public let files: [String]

  /// Whether there are errors, or warnings where the options say that those fail too.
  public let hasFailed: Bool
}
