// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing
internal import GraphFormats
internal import GraphModel
internal import GraphReports
internal import SourceDiagnostics

/// A loaded graph, the date of the question, and the names in it.
struct GraphSession {
  let graph: PropertyGraph
  let location: String

  /// The revision that the graph was read from; nil for what lies on disk.
  let revision: GitRepository.Revision?

  /// The day that the user names, else the one that the dataset does.
  let asOf: AsOfDate?

  /// Whether the user names it.
  let isDayGiven: Bool
  private let opened: OpenedGraph
  private let index: NameIndex

  /// Whether findings are printed in colour.
  let coloursErrors: Bool

  /// - Throws: a failure after every finding has been printed, when the data do not load.
  init(_ options: GlobalOptions) throws(CommandFailure) {
    if let collection = AnswerCollection.current {
      self.init(collection.session, asking: options)
      return
    }
    try self.init(options, location: GraphLocation.find(options.graph))
  }

  /// The graph that lies at a path, whatever the options name.
  /// - Throws: a failure after every finding has been printed, when the data do not load.
  init(_ options: GlobalOptions, location: String) throws(CommandFailure) {
    let opened: OpenedGraph
    do throws(StoredGraph.Failure) {
      switch HeadStart.graph(at: location) {
      case .opened(let graph)?: opened = graph
      case .failed(let failure)?: throw failure
      case nil: opened = try StoredGraph.opened(location, cache: .standard)
      }
    } catch {
      throw Self.failure(error, at: location, options)
    }
    self.init(opened, at: location, of: nil, options)
  }

  /// A graph as it was in a revision.
  init(_ graph: PropertyGraph, of revision: GitRepository.Revision, _ options: GlobalOptions) {
    self.init(OpenedGraph(graph), at: revision.name, of: revision, options)
  }

  private init(
    _ opened: OpenedGraph, at location: String, of revision: GitRepository.Revision?,
    _ options: GlobalOptions
  ) {
    self.opened = opened
    graph = opened.graph
    self.location = location
    self.revision = revision
    coloursErrors = options.coloursErrors
    isDayGiven = options.asOf != nil
    asOf = options.asOf ?? graph.description.asOf.map(AsOfDate.init)
    index = NameIndex(graph)
  }

  /// The same graph, asked again with other options.
  init(_ session: GraphSession, asking options: GlobalOptions) {
    opened = session.opened
    graph = session.graph
    location = session.location
    revision = session.revision
    index = session.index
    coloursErrors = session.coloursErrors
    isDayGiven = options.asOf != nil
    asOf = options.asOf ?? graph.description.asOf.map(AsOfDate.init)
  }

  /// Says why there is no graph, after every finding of a dataset has been printed.
  static func failure(
    _ failure: StoredGraph.Failure, at location: String, _ options: GlobalOptions
  ) -> CommandFailure {
    switch failure {
    case .file(let error):
      return CommandFailure(.unreadable, "'\(location)' cannot be opened: \(error)")
    case .dataset(let loading):
      let errors = loading.diagnostics.filter { $0.severity == .error }
      let report = DiagnosticReport(errors, fileCount: loading.files.count)
      Console.say(
        report.text(with: DiagnosticRenderer(isColoured: options.coloursErrors)).trimmedEnd)
      return CommandFailure(.unreadable, "'\(location)' does not load")
    }
  }

  /// The node that a text names.
  /// - Throws: a failure with candidates when none or several are called so.
  func node(_ text: String) throws(CommandFailure) -> NodeID {
    switch index.resolve(text) {
    case .found(let node): return node
    case .ambiguous(let nodes):
      throw CommandFailure(
        .misused, "'\(text)' could be any of \(nodes.count) nodes",
        hint: nodes.map { "  \(description(of: $0))" }.joined(separator: "\n"))
    case .unknown:
      throw CommandFailure(.misused, "no node is called '\(text)'", hint: candidates(for: text))
    }
  }

  /// The node type that a word names: its name, title or plural, in any case.
  /// - Throws: a failure with the nearest types.
  func nodeType(_ word: String) throws(CommandFailure) -> String {
    let types = typeWords
    let folded = NameFolding.folded(word)
    if let known = types.first(where: { NameFolding.folded($0.word) == folded }) {
      return known.type
    }
    let known = types.map(\.word)
    throw CommandFailure(
      .misused, "no node type is called '\(word)'",
      hint: Suggestion.didYouMean(word, among: known).map(\.capitalisedSentence)
        ?? emptiness
        ?? "Node types: \(Set(types.map(\.type)).sorted().joined(separator: ", "))")
  }

  /// The edge type that a word names: its label or its verb, in any case.
  /// - Throws: a failure with the nearest edge types.
  func edgeType(_ word: String) throws(CommandFailure) -> String {
    let folded = NameFolding.folded(word)
    let labels = graph.edgeTypeNames.sorted()
    for label in labels {
      let wording = graph.description.wording(ofEdgeType: label)
      let words = [label, wording.verb, wording.inverse]
      if words.contains(where: { NameFolding.folded($0) == folded }) { return label }
    }
    throw CommandFailure(
      .misused, "no edge type is called '\(word)'",
      hint: Suggestion.didYouMean(word, among: labels).map(\.capitalisedSentence)
        ?? "Edge types: \(labels.joined(separator: ", "))")
  }

  /// The sources of the register with these keys.
  /// - Throws: a failure with the nearest keys.
  func sources(_ keys: [String]) throws(CommandFailure) -> [SourceID] {
    var found: [SourceID] = []
    for key in keys {
      guard let position = graph.sources.firstIndex(where: { $0.key == key }) else {
        throw CommandFailure(
          .misused, "no source is called '\(key)'",
          hint: Suggestion.didYouMean(key, among: graph.sources.map(\.key))
            .map(\.capitalisedSentence) ?? "Sources go by their keys in the register.")
      }
      found.append(SourceID(rawValue: UInt32(position)))
    }
    return found
  }

  var description: GraphDescription { graph.description }

  /// What tells the data from others; see ``DataHash``.
  var dataHash: String? { opened.dataHash }

  /// - Throws: a failure when the graph has none.
  func graphType() throws(CommandFailure) -> GraphType {
    guard let graphType = graph.graphType else {
      throw CommandFailure(.nothing, "the graph has no graph type: any node and edge may be in it")
    }
    return graphType
  }

  func graphTypeFigure() throws(CommandFailure) -> Figure {
    let graphType = try graphType()
    return GraphTypeFigure(graphType, of: graph)
      .figure(title: description.title ?? graphType.name)
  }

  /// Whether a word names an edge type, a node type or a node, tried in that order.
  enum Term {
    case edgeType(String)
    case nodeType(String)
    case node(NodeID)
  }

  func term(_ word: String) throws(CommandFailure) -> Term {
    if let edgeType = try? edgeType(word) { return .edgeType(edgeType) }
    if let nodeType = try? nodeType(word) { return .nodeType(nodeType) }
    do throws(CommandFailure) {
      return .node(try node(word))
    } catch {
      // A misspelt type is not a node; what is near among the types is more help than no node.
      let types = graph.edgeTypeNames + typeWords.map(\.word)
      guard let question = Suggestion.didYouMean(word, among: types.sorted()) else { throw error }
      throw CommandFailure(
        .misused, "no edge type, node type or node is called '\(word)'",
        hint: question.capitalisedSentence)
    }
  }

  private var typeWords: [(word: String, type: String)] {
    let declared = graph.graphType?.nodeTypes.map(\.name) ?? []
    let names = Set(declared + graph.nodeTypeNames).sorted()
    return names.flatMap { name in
      let wording = graph.description.types[name]
      return [name, wording?.title, wording?.plural, "\(name)s"].compactMap { $0 }
        .map { ($0, name) }
    }
  }

  /// That there is nothing to find, and where; nil where there is something.
  private var emptiness: String? {
    graph.nodeCount == 0 ? "There is no node in '\(location)'. Is it the folder of a dataset?" : nil
  }

  private func candidates(for text: String) -> String {
    let near = Suggestion.nearest(to: text, in: index.allNames, limit: 3).map { name in
      if case .found(let node) = index.resolve(name) { return description(of: node) }
      return name
    }
    let found = index.search(text, limit: 5).map { description(of: $0.node) }
    var listed: [String] = []
    for candidate in near + found where !listed.contains(candidate) { listed.append(candidate) }
    if listed.isEmpty { return emptiness ?? "See: entente search TEXT" }
    return "Did you mean:\n" + listed.prefix(5).map { "  \($0)" }.joined(separator: "\n")
  }

  private func description(of node: NodeID) -> String {
    let name = graph.displayName(of: node)
    let key = graph.key(of: node).map { $0 == name ? "" : "\($0)  " } ?? ""
    return "\(key)\(name) (\(graph.typeName(of: node)))"
  }
}

extension String {
  /// With a capital first letter: a question from a catalogue as a line of its own.
  var capitalisedSentence: String { prefix(1).uppercased() + dropFirst() }
}
