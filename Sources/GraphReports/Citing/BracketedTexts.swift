// SPDX-License-Identifier: Apache-2.0

public import GraphModel
internal import Synchronization

/// Names and texts of a graph that hold a number in brackets, such as "Annex [2]", and so could be
/// taken for words with the mark of a source.
///
/// In an answer a word joiner, which nobody sees, is put behind the bracket of each, so that only
/// marks are left that look like marks.
///
/// ```swift
/// let bracketed = BracketedTexts(of: graph)
/// let blocks = bracketed.told(apart: answer.blocks)
/// ```
public final class BracketedTexts: Sendable {
  private let graph: PropertyGraph
  private let found = Mutex<[(text: String, apart: String)]?>(nil)

  public init(of graph: PropertyGraph) { self.graph = graph }

  /// The blocks with those texts told apart from marks.
  ///
  /// - Complexity: the first time, O(*n*) in the length of all names and texts of the graph; then
  ///   O(*k* *m*) in the texts found, which are few in most graphs, and the length of the answer.
  public func told(apart blocks: [AnswerBlock]) -> [AnswerBlock] {
    let texts = texts
    guard !texts.isEmpty else { return blocks }
    return blocks.map { $0.mapped { Self.told(apart: $0, texts) } }
  }

  /// The table with those texts told apart from marks.
  public func told(apart table: AnswerTable) -> AnswerTable {
    let texts = texts
    guard !texts.isEmpty else { return table }
    return table.mapped { Self.told(apart: $0, texts) }
  }

  private static func told(
    apart text: String, _ texts: [(text: String, apart: String)]
  ) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    return texts.reduce(text) { $0.replacing($1.text, with: $1.apart) }
  }

  /// The longest first, so that one within another does not hide it.
  private var texts: [(text: String, apart: String)] {
    found.withLock { found in
      if let found { return found }
      var texts: Set<String> = []
      func add(_ text: String) { if Self.apart(text) != text { texts.insert(text) } }
      func add(_ value: Value) {
        switch value {
        case .string(let text): add(text)
        case .list(let items): for item in items { add(item) }
        default: break
        }
      }
      for node in graph.nodes {
        for name in graph.names(of: node) { add(name.text) }
        for property in graph.properties(of: node) { add(property.value) }
      }
      for edge in graph.edges {
        for property in graph.properties(of: edge) { add(property.value) }
      }
      let sorted = texts.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
        .map { (text: $0, apart: Self.apart($0)) }
      found = sorted
      return sorted
    }
  }

  /// With a word joiner behind each bracket that a number follows.
  private static func apart(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    return text.replacing(#/\[(?=[0-9]{1,6}\])/#, with: "[\u{2060}")
  }
}
