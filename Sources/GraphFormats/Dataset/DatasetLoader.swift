// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics

/// Reads a dataset, a folder of texts, into a graph.
///
/// `graph.yaml` says what the dataset is, the graph type (`schema.gql` unless `graph.yaml` names
/// another file) which nodes and edges there can be; all other `*.yaml` files are lists of entries
/// and all `*.csv` files tables, in sub-folders too, merged in order of their paths. Hidden files,
/// `queries/` and symbolic links are left out. Without a graph type the graph is open.
///
/// ```swift
/// let loading = DatasetLoader.load("Graphs/eu-central-asia")
/// for diagnostic in loading.diagnostics { print(diagnostic.message) }
/// ```
public enum DatasetLoader {
  /// Reads the dataset in a folder. Never fails: what is wrong stands in the diagnostics.
  ///
  /// Complexity: linear in the size of the files, but for sorting.
  public static func load(_ folder: String) -> DatasetLoading {
    do throws(FileSystemError) {
      return load(try DatasetInput.read(folder)).loading
    } catch {
      var findings = Findings()
      findings.report(DatasetMessages.unreadableFolder(error), file: folder)
      return DatasetLoading(
        graph: nil, diagnostics: findings.sorted(), files: [],
        locations: DatasetLocations(facts: StatedFacts(), texts: findings.texts, nodeIndex: [:]))
    }
  }

  /// The same, with what the lints of the checker need.
  static func load(_ input: DatasetInput) -> (loading: DatasetLoading, assembly: GraphAssembly) {
    var findings = Findings()
    var used: Set<String> = []
    for (path, finding) in input.skipped {
      findings.report(finding, file: input.name(of: path))
    }

    var description: DescriptionReader?
    if let bytes = content(of: DatasetInput.descriptionPath, input, &findings, &used) {
      let name = input.name(of: DatasetInput.descriptionPath)
      let reader = DescriptionReader(YAMLReader.read(name: name, bytes: bytes), findings: findings)
      findings = reader.reader.findings
      description = reader
    } else if input.file(at: DatasetInput.descriptionPath) == nil {
      findings.report(DatasetMessages.noDescription(), file: input.name)
    }

    let (graphType, places) = self.graphType(description?.graphTypePath, input, &findings, &used)
    let vocabulary = DatasetVocabulary(graphType)
    if graphType != nil { description?.checkNames(vocabulary, findings: &findings) }

    var reader = DatasetReader(findings: findings, vocabulary: vocabulary)
    for file in input.files where !used.contains(file.path) {
      let isTable = file.path.hasSuffix(".csv")
      guard isTable || file.path.hasSuffix(".yaml") else { continue }
      guard let bytes = content(of: file.path, input, &reader.findings, &used) else { continue }
      let name = input.name(of: file.path)
      if isTable {
        reader.readTable(SourceText(name: name, utf8: bytes))
      } else {
        reader.readEntries(YAMLReader.read(name: name, bytes: bytes))
      }
    }

    var assembly = GraphAssembly(
      reader.facts, graphType: graphType, places: places,
      description: description?.description ?? GraphDescription(), vocabulary: vocabulary,
      findings: reader.findings)
    let graph = assembly.assemble()
    let loading = DatasetLoading(
      graph: graph, diagnostics: assembly.findings.sorted(),
      files: input.files.filter { used.contains($0.path) }.map { input.name(of: $0.path) },
      locations: DatasetLocations(
        facts: assembly.facts, texts: assembly.findings.texts, nodeIndex: assembly.nodeIndex))
    return (loading, assembly)
  }

  /// The bytes of a file that is there; reports one that cannot be read.
  private static func content(
    of path: String, _ input: DatasetInput, _ findings: inout Findings, _ used: inout Set<String>
  ) -> [UInt8]? {
    guard let file = input.file(at: path) else { return nil }
    used.insert(path)
    switch file.content {
    case .success(let bytes): return bytes
    case .failure(let error):
      findings.report(DatasetMessages.unreadable(error), file: input.name(of: path))
      return nil
    }
  }

  private static func graphType(
    _ named: PlacedText?, _ input: DatasetInput, _ findings: inout Findings,
    _ used: inout Set<String>
  ) -> (GraphType?, GraphTypePlaces?) {
    let path = named?.text ?? DatasetInput.graphTypePath
    guard let file = input.file(at: path) else {
      if let named {
        let isOutside =
          path.hasPrefix("/") || path.split(separator: "/").contains { $0 == ".." }
        findings.report(
          isOutside
            ? DatasetMessages.graphTypeOutside(path)
            : DatasetMessages.missingGraphType(path, .notFound),
          at: named.place)
      }
      return (nil, nil)
    }
    used.insert(path)
    switch file.content {
    case .failure(let error):
      if let named {
        findings.report(DatasetMessages.missingGraphType(path, error), at: named.place)
      } else {
        findings.report(DatasetMessages.unreadable(error), file: input.name(of: path))
      }
      return (nil, nil)
    case .success(let bytes):
      let parsed = GraphTypeParser.parse(SourceText(name: input.name(of: path), utf8: bytes))
      findings.report(parsed.diagnostics)
      return (parsed.graphType, parsed.places)
    }
  }
}
