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

  /// Whether pandoc took it for something else, so that it cannot be answered.
  var isMisread = false

  /// The questions of a document in their order, at most one for each element.
  ///
  /// Elements of any kind are looked through; those that are not code are left alone, whether
  /// this program knows them or not.
  ///
  /// Complexity: linear in the size of the document.
  static func all(in syntax: JSONSyntax) -> [PandocQuestion] {
    var questions: [PandocQuestion] = []
    /// Inline code that was found in its paragraph already.
    var found: Set<JSONSyntax.Node> = []
    for node in syntax.nodes {
      guard syntax.kind(of: node) == .object, let tag = syntax.member("t", of: node),
        let contents = syntax.member("c", of: node)
      else { continue }
      switch syntax.string(tag) {
      case "CodeBlock":
        if let question = question(.block, node, contents, in: syntax) {
          questions.append(question)
        }
      case "Code":
        if let question = question(.quotation, node, contents, in: syntax) {
          questions.append(question)
        } else if !found.contains(node), misread(contents, in: syntax) != nil {
          questions.append(.misread(.quotation, node))
        }
      case "Para", "Plain":
        let inlines = syntax.items(of: contents)
        guard inlines.count == 1, syntax.kind(of: inlines[0]) == .object,
          syntax.member("t", of: inlines[0]).flatMap(syntax.string) == "Code",
          let code = syntax.member("c", of: inlines[0]), let text = misread(code, in: syntax)
        else { continue }
        found.insert(inlines[0])
        questions.append(answerable(text, node) ?? .misread(.block, node))
      default: break
      }
    }
    return questions
  }

  // MARK: Fences that are read as inline code

  /// Pandoc 3 knows no fence such as `{entente}`, and reads the block as inline code with the fence
  /// in it and spaces for the ends of its lines. The text of such code, else nil.
  private static func misread(_ contents: JSONSyntax.Node, in syntax: JSONSyntax) -> String? {
    let parts = syntax.items(of: contents)
    guard parts.count == 2, let text = syntax.string(parts[1]),
      let attribute = Optional(syntax.items(of: parts[0])), attribute.count == 3,
      syntax.items(of: attribute[1]).isEmpty
    else { return nil }
    for start in ["{entente", "{.entente"] where text.hasPrefix(start) {
      if let next = text.dropFirst(start.count).first, next == "}" || next == " " { return text }
    }
    return nil
  }

  /// A block without options, whose command stands in one line as well as in several.
  private static func answerable(_ text: String, _ node: JSONSyntax.Node) -> PandocQuestion? {
    guard let end = text.firstIndex(of: "}"), !text.contains("#|"), !text[..<end].contains(" ")
    else { return nil }
    return PandocQuestion(
      kind: .block, node: node, attributes: BriefAttributes(classes: ["entente"]),
      text: String(text[text.index(after: end)...]), file: nil, line: nil)
  }

  private static func misread(_ kind: Kind, _ node: JSONSyntax.Node) -> PandocQuestion {
    PandocQuestion(
      kind: kind, node: node, attributes: BriefAttributes(), text: "", file: nil, line: nil,
      isMisread: true)
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
