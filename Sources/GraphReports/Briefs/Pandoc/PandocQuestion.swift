// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats

/// A code block or an inline code of a document that asks something of the graph.
struct PandocQuestion {
  enum Kind { case block, quotation }

  let kind: Kind

  /// The element in the tree, which the answer replaces.
  let node: JSONSyntax.Node
  let attributes: BriefAttributes
  let text: String

  /// The file and line of the fence, where pandoc gives them (`sourcepos`).
  let file: String?
  let line: Int?

  /// The questions of a document in their order, at most one for each element.
  ///
  /// Elements of any kind are looked through; those that are not code are left alone, whether
  /// this program knows them or not.
  ///
  /// Complexity: linear in the size of the document.
  static func all(in syntax: JSONSyntax) -> [PandocQuestion] {
    syntax.nodes.compactMap { node in
      guard syntax.kind(of: node) == .object, let tag = syntax.member("t", of: node),
        let contents = syntax.member("c", of: node)
      else { return nil }
      switch syntax.string(tag) {
      case "CodeBlock": return question(.block, node, contents, in: syntax)
      case "Code": return question(.quotation, node, contents, in: syntax)
      default: return nil
      }
    }
  }

  private static func question(
    _ kind: Kind, _ node: JSONSyntax.Node, _ contents: JSONSyntax.Node, in syntax: JSONSyntax
  ) -> PandocQuestion? {
    let parts = syntax.items(of: contents)
    guard parts.count == 2, let text = syntax.string(parts[1]) else { return nil }
    let attribute = syntax.items(of: parts[0])
    guard attribute.count == 3, let identifier = syntax.string(attribute[0]) else { return nil }
    var attributes = BriefAttributes(
      identifier: identifier, classes: syntax.items(of: attribute[1]).compactMap(syntax.string))
    guard attributes.isEntente else { return nil }
    var place: (file: String, line: Int)?
    for pair in syntax.items(of: attribute[2]) {
      let texts = syntax.items(of: pair).compactMap(syntax.string)
      guard texts.count == 2 else { return nil }
      if texts[0] == "data-pos" {
        place = Self.place(texts[1])
      } else {
        attributes.pairs.append(.init(texts[0], texts[1]))
      }
    }
    return PandocQuestion(
      kind: kind, node: node, attributes: attributes, text: text, file: place?.file,
      line: place?.line)
  }

  /// `brief.md@12:1-15:4`, or without the file.
  private static func place(_ text: String) -> (file: String, line: Int)? {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let position = parts.last, let line = Int(position.prefix { $0 != ":" }), line > 0 else {
      return nil
    }
    return (parts.count == 2 ? String(parts[0]) : "", line)
  }
}
