// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphModel

/// What a word at the end of a line may become: words of the language, what the graph is made of,
/// keys and names of its nodes, and commands.
struct ShellCompletion: Sendable {
  private let names: NameIndex
  private let location: String
  private let labels: [String]
  private let edgeTypes: [String]
  private let properties: [String]

  /// How many words are offered.
  private static let limit = 200

  /// How many names of nodes are looked at, so that the answer comes at once in any graph.
  private static let lookLimit = 2_000_000

  /// Complexity: linear in the size of the graph type; nodes and edges are not looked at.
  init(_ session: GraphSession) {
    let graph = session.graph
    location = session.location
    names = NameIndex(graph)
    let declared = graph.graphType
    labels = Set(
      graph.storage.nodeTypes.flatMap(\.labels) + (declared?.nodeTypes.map(\.name) ?? [])
    )
    .sorted()
    edgeTypes = Set(graph.edgeTypeNames + (declared?.edgeTypes.map(\.label) ?? [])).sorted()
    let declarations =
      (declared?.nodeTypes.flatMap(\.properties) ?? [])
      + (declared?.edgeTypes.flatMap(\.properties) ?? []) + GraphType.builtInNodeProperties
    properties = Set(graph.storage.propertyNames + declarations.map(\.name)).sorted()
  }

  /// What may stand in the place of a word that ends a line, in order; nil where the names of
  /// files may.
  func candidates(for word: String, endOf line: String) -> [String]? {
    possible(for: word, endOf: line).map { Self.agreeing($0, with: word) }
  }

  private func possible(for word: String, endOf line: String) -> [String]? {
    let trimmed = line.drop(while: \.isWhitespace)
    guard trimmed.first == ":" else { return queryWords(for: word, endOf: line) }
    guard let space = trimmed.firstIndex(where: \.isWhitespace) else {
      return Self.beginning(
        with: String(trimmed), ColonCommandName.allCases.map { ":\($0.rawValue)" }
      )
      .compactMap { fitted($0, for: String(trimmed), to: word) }
    }
    let argument = trimmed[space...].drop(while: \.isWhitespace)
    switch ColonCommandName(rawValue: trimmed[..<space].dropFirst().lowercased()) {
    case .format: return Self.beginning(with: word, ColonCommand.formats.map(\.rawValue))
    case .write: return Self.beginning(with: word, ["on", "off"])
    case .asOf: return Self.beginning(with: word, ["off"])
    case .limits:
      return Self.beginning(with: word, ["time=", "rows=", "memory=", "work=", "standard"])
    case .draw, .source: return nil
    case .explain, .profile: return queryWords(for: word, endOf: String(argument))
    case .run: return runWords(for: word, endOf: argument)
    case .help, .quit, .param, .params, .schema, .queries, nil: return []
    }
  }

  private func queryWords(for word: String, endOf line: String) -> [String] {
    let place = CompletionPlace(endOf: line)
    let fragment = place.fragment
    let found: [String] =
      switch place.kind {
      case .label: Self.beginning(with: fragment, labels).map(Self.quoted)
      case .edgeType: Self.beginning(with: fragment, edgeTypes).map(Self.quoted)
      case .property:
        Self.beginning(with: fragment, properties).map(Self.quoted)
          + Self.beginning(with: fragment, Self.procedures(in: place.namespace)).map { $0 + "(" }
      case .mapKey: Self.beginning(with: fragment, properties).map { Self.quoted($0) + ": " }
      case .name: names.names(beginning: fragment, limit: Self.limit, lookingAt: Self.lookLimit)
      case .parameter: []
      case .word:
        Self.keywords(beginning: fragment)
          + Self.beginning(with: fragment, ShellVocabulary.functions).map { $0 + "(" }
          + Self.beginning(with: fragment, ShellVocabulary.namespaces).map { $0 + "." }
      }
    return found.compactMap { fitted($0, for: fragment, to: word) }
  }

  /// What stands after the point in the names of procedures that begin so.
  private static func procedures(in namespace: String) -> [String] {
    ShellVocabulary.procedures.filter { $0.hasPrefix(namespace + ".") }
      .map { String($0.dropFirst(namespace.count + 1)) }
  }

  /// The name of a query, then its parameters.
  private func runWords(for word: String, endOf argument: Substring) -> [String] {
    guard let space = argument.firstIndex(where: \.isWhitespace) else {
      return Self.beginning(with: word, NamedQuery.names(inDataset: location))
    }
    let name = String(argument[..<space])
    let place = CompletionPlace(endOf: argument)
    if place.kind == .name || argument.hasSuffix("=" + word), !word.contains("=") {
      let fragment = place.kind == .name ? place.fragment : word
      return names.names(beginning: fragment, limit: Self.limit, lookingAt: Self.lookLimit)
        .compactMap { fitted($0, for: fragment, to: word) }
    }
    guard NamedQuery.isName(name), let query = try? NamedQuery(name, inDataset: location) else {
      return []
    }
    return Self.beginning(with: word, query.parameters.map { $0.name + "=" })
  }

  /// A candidate for a fragment as one for the word that the editor replaces, which may begin before
  /// the fragment, as in `n.na`, or inside it, as in a name of several words.
  private func fitted(_ candidate: String, for fragment: String, to word: String) -> String? {
    let surplus = word.count - fragment.count
    if surplus >= 0 { return word.prefix(surplus) + candidate }
    let kept = fragment.prefix(-surplus)
    guard candidate.lowercased().hasPrefix(kept.lowercased()) else { return nil }
    return String(candidate.dropFirst(kept.count))
  }

  /// Keywords, in the case of letters that was begun.
  private static func keywords(beginning fragment: String) -> [String] {
    let found = beginning(with: fragment, ShellVocabulary.keywords)
    return fragment.first?.isLowercase ?? false ? found.map { $0.lowercased() } : found
  }

  /// Those of some candidates that begin with the word as it is typed; where there are none, those
  /// that begin as the first one does. An editor puts what all candidates share in the place of the
  /// word, which must never be less than the word.
  private static func agreeing(_ candidates: [String], with word: String) -> [String] {
    let exact = candidates.filter { $0.hasPrefix(word) }
    guard exact.isEmpty, let first = candidates.first else { return exact }
    return candidates.filter { $0.hasPrefix(first.prefix(word.count)) }
  }

  /// Those of some words that begin with a fragment, in any case of letters.
  private static func beginning(with fragment: String, _ words: [String]) -> [String] {
    let lower = fragment.lowercased()
    return words.filter { $0.lowercased().hasPrefix(lower) }.prefix(limit).map { $0 }
  }

  /// A name as a query writes it: in backquotes where it is more than a word.
  private static func quoted(_ name: String) -> String {
    let isWord =
      name.first?.isNumber == false && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isWord ? name : "`\(name.replacing("`", with: "``"))`"
  }
}
