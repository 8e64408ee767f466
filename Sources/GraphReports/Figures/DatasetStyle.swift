// SPDX-License-Identifier: Apache-2.0

public import GraphDrawing
public import GraphFormats
public import GraphModel
internal import SourceDiagnostics

/// The style sheet of a dataset: the file `style.css` in its folder.
public enum DatasetStyle {
  /// The name of the file.
  public static let fileName = "style.css"

  /// The path of the sheet; nil where the dataset has none, as graph files do. Links are not
  /// followed, as with the other files of a dataset.
  public static func path(inDataset folder: String) -> String? {
    guard FileSystem.isFolder(folder) else { return nil }
    let path =
      folder == "." ? fileName : folder.hasSuffix("/") ? folder + fileName : "\(folder)/\(fileName)"
    return FileSystem.isOwnFile(path) ? path : nil
  }

  /// Reads a style sheet whose selectors must name what is in a graph.
  ///
  /// - Throws: an error when the file cannot be read; faults of the text are findings.
  public static func parse(
    _ path: String, for graph: PropertyGraph
  ) throws(FileSystemError) -> StyleSheetParser.Outcome {
    parse(try FileSystem.read(path, limit: 1 << 24), named: path, for: graph)
  }

  /// The same for a text that has been read, with what it is called in findings.
  public static func parse(
    _ bytes: [UInt8], named name: String, for graph: PropertyGraph
  ) -> StyleSheetParser.Outcome {
    StyleSheetParser.parse(
      SourceText(name: name, utf8: bytes), vocabulary: StyleVocabulary(graph))
  }
}

extension StyleVocabulary {
  /// The names of a graph. Properties are checked where its graph type is closed.
  ///
  /// Complexity: linear in the number of types.
  public init(_ graph: PropertyGraph) {
    let type = graph.graphType
    let declared = type?.nodeTypes.flatMap { [$0.name] + $0.labels } ?? []
    let edges = type?.edgeTypes.map(\.label) ?? []
    var properties: [String]?
    if let type, type.isClosed {
      let builtIn = GraphType.builtInNodeProperties + GraphType.builtInEdgeProperties
      let stated =
        type.nodeTypes.flatMap(\.properties) + type.edgeTypes.flatMap(\.properties)
      properties = (builtIn + stated).map(\.name).uniqued
    }
    self.init(
      nodeTypes: (declared + graph.nodeTypeNames).uniqued,
      edgeTypes: (edges + graph.edgeTypeNames).uniqued, properties: properties,
      keys: Keys(
        contains: { key in graph.node(key: key) != nil },
        all: { graph.nodes.compactMap { graph.key(of: $0) } }))
    if let type { kinds = Self.kinds(of: type) }
  }

  /// The kinds of properties that have one and the same type wherever they are declared.
  private static func kinds(of type: GraphType) -> [String: Kind] {
    let declared =
      GraphType.builtInNodeProperties + GraphType.builtInEdgeProperties
      + type.nodeTypes.flatMap(\.properties) + type.edgeTypes.flatMap(\.properties)
    var kinds: [String: Kind?] = [:]
    for property in declared {
      let kind = kind(of: property.type)
      kinds[property.name] = kinds[property.name].map { $0 == kind ? kind : nil } ?? kind
    }
    return kinds.compactMapValues(\.self)
  }

  private static func kind(of type: PropertyType) -> Kind? {
    switch type {
    case .date, .partialDate: .date
    case .integer, .float: .number
    case .boolean: .truth
    case .list(let item): kind(of: item)
    default: nil
    }
  }
}

/// Properties of a graph as style sheets test them.
enum StyledProperties {
  /// More values of a list, and longer texts, are not looked at.
  private static let valueLimit = 100
  private static let lengthLimit = 400

  static func texts(_ properties: [(name: String, value: Value)]) -> [String: [String]] {
    var texts: [String: [String]] = [:]
    for (name, value) in properties {
      var values = [value]
      if case .list(let items) = value { values = Array(items.prefix(valueLimit)) }
      texts[name] = values.map { String($0.displayText.prefix(lengthLimit)) }
    }
    return texts
  }
}
