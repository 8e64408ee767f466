// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics

/// Finds the files of an import and opens them.
struct ImportOpening {
  private let settings: CSVFolderImport
  private(set) var files: [ImportFile] = []
  private(set) var ignoredFiles: [String] = []
  private(set) var graphType: GraphType?
  private(set) var diagnostics: [Diagnostic] = []

  /// Whether rows can be checked: without its nodes, no edge could be.
  private(set) var canBeRead = true

  init(_ settings: CSVFolderImport) { self.settings = settings }

  mutating func open() {
    let names: [String]
    do throws(FileSystemError) {
      names = try FileSystem.entries(of: settings.folder)
    } catch {
      let place = SourceLocation(file: settings.folder)
      diagnostics.append(DatasetMessages.unreadableFolder(error).diagnostic(at: place))
      canBeRead = false
      return
    }
    if names.contains("schema.gql") { readGraphType() }
    for name in names where name.hasSuffix(".csv") {
      if name.hasPrefix("nodes-") {
        openFile(name, type: String(name.dropFirst(6).dropLast(4)), areNodes: true)
      } else if name.hasPrefix("edges-") {
        openFile(name, type: String(name.dropFirst(6).dropLast(4)), areNodes: false)
      } else {
        ignoredFiles.append(name)
      }
    }
    if !names.contains(where: { $0.hasPrefix("nodes-") && $0.hasSuffix(".csv") }) {
      let place = SourceLocation(file: settings.folder)
      diagnostics.append(ImportMessages.noNodes().diagnostic(at: place))
      canBeRead = false
    }
  }

  private mutating func readGraphType() {
    let path = FileSystem.joined(settings.folder, "schema.gql")
    do throws(FileSystemError) {
      let text = SourceText(name: "schema.gql", utf8: try FileSystem.read(path, limit: 16 << 20))
      let parsed = GraphTypeParser.parse(text)
      graphType = parsed.graphType
      diagnostics += parsed.diagnostics.filter { $0.severity == .error }
      if graphType == nil { canBeRead = false }
    } catch {
      let place = SourceLocation(file: "schema.gql")
      diagnostics.append(DatasetMessages.unreadable(error).diagnostic(at: place))
      canBeRead = false
    }
  }

  private mutating func openFile(_ name: String, type: String, areNodes: Bool) {
    let labels = type.split(separator: "&", omittingEmptySubsequences: false).map(String.init)
    guard !labels.contains(""), areNodes || labels.count == 1 else {
      report(ImportMessages.noType(name), name, areNodes: areNodes)
      return
    }
    let rules = ImportTypeRules(graphType, type: type, labels: labels, areNodes: areNodes)
    if let finding = rules.finding {
      report(finding, name, areNodes: areNodes)
      return
    }
    var header = ImportHeader(
      name: name, limits: settings.limits, declared: rules.types, closedType: rules.closedType)
    let file = header.open(
      FileSystem.joined(settings.folder, name), type: type, areNodes: areNodes)
    diagnostics += header.diagnostics
    if let file { files.append(file) } else if areNodes { canBeRead = false }
  }

  private mutating func report(_ finding: Finding, _ name: String, areNodes: Bool) {
    diagnostics.append(finding.diagnostic(at: SourceLocation(file: name)))
    if areNodes { canBeRead = false }
  }
}

/// What the graph type says about the rows of one file.
struct ImportTypeRules {
  /// The types of the properties that are declared, the built-in ones among them.
  let types: [String: PropertyType]

  /// The name of the type when no other properties are allowed.
  let closedType: String?

  /// Why no row of the file could be right.
  let finding: Finding?

  init(_ graphType: GraphType?, type: String, labels: [String], areNodes: Bool) {
    var declared = areNodes ? GraphType.builtInNodeProperties : GraphType.builtInEdgeProperties
    var isKnown = true
    var finding: Finding?
    if let graphType {
      if areNodes {
        let sorted = Array(Set(labels)).sorted()
        let nodeType =
          labels.count == 1
          ? graphType.nodeType(named: type)
          : graphType.concreteNodeTypes.first { graphType.allLabels(of: $0) == sorted }
        if let nodeType { declared = graphType.allProperties(of: nodeType) }
        isKnown = nodeType != nil
        if !isKnown, graphType.isClosed {
          let names = graphType.concreteNodeTypes.map(\.name)
          let near = Suggestion.nearest(to: type, in: names, limit: 1).first
          finding = DatasetMessages.unknownNodeType(
            type, known: names, help: near.map { "did you mean '\($0)'?" })
        }
      } else {
        let edgeTypes = graphType.edgeTypes(labelled: type)
        if !edgeTypes.isEmpty { declared = edgeTypes.flatMap { graphType.allProperties(of: $0) } }
        isKnown = !edgeTypes.isEmpty
        if !isKnown, graphType.isClosed {
          let names = graphType.edgeTypes.map(\.label)
          let near = Suggestion.nearest(to: type, in: names, limit: 1).first
          finding = DatasetMessages.unknownEdgeType(
            type, help: near.map { "did you mean '\($0)'?" })
        }
      }
    }
    types = Dictionary(declared.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    closedType = isKnown && graphType?.isClosed == true ? type : nil
    self.finding = finding
  }
}
