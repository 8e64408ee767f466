// SPDX-License-Identifier: Apache-2.0

import GraphFormats

/// Fact records as one line of text each.
enum FactDump {
  static func text(of record: FactRecord) -> String {
    switch record {
    case .node(let node):
      let names = node.aliases.map {
        "\($0.name.text)/\($0.kind?.text ?? "-")/\($0.language?.text ?? "-")"
      }
      return
        (["\(node.type.text) \(node.key.text) [\(names.joined(separator: ", "))]"]
        + node.statements.map(text) + node.supports.map(text)).joined(separator: " ")
    case .edge(let edge):
      let identifier = edge.identifier.map { " #\($0.text)" } ?? ""
      return
        (["\(edge.from.text) -\(edge.type.text)-> \(edge.to.text)\(identifier)"]
        + edge.statements.map(text) + edge.supports.map(text)).joined(separator: " ")
    case .source(let source):
      let fields: [(String, FactText?)] = [
        ("title", source.title), ("publisher", source.publisher), ("url", source.url),
        ("published", source.published), ("retrieved", source.retrieved),
        ("language", source.language), ("licence", source.licence), ("note", source.note),
      ]
      return
        ([source.key.text]
        + fields.compactMap { name, text in
          text.map { "\(name)=\($0.text)" }
        }).joined(separator: " ")
    }
  }

  private static func text(of statement: FactStatement) -> String {
    let claims = statement.claims
    if claims.count == 1, claims[0].support == nil, claims[0].preferred == nil {
      return "\(statement.property.text)=\(claims[0].value.text)"
    }
    let texts = claims.map {
      $0.value.text + ($0.preferred == nil ? "" : "!")
        + ($0.support.map { " " + text(of: $0) } ?? "")
    }
    return "\(statement.property.text)={\(texts.joined(separator: " | "))}"
  }

  private static func text(of support: FactSupport) -> String {
    let citations = support.citations.map { citation in
      citation.source.text + (citation.locator.map { ": \($0.text)" } ?? "")
        + (citation.quote.map { " \"\($0.text)\"" } ?? "")
    }
    return "by(\(citations.joined(separator: ", "))\(support.note.map { " ; \($0.text)" } ?? ""))"
  }
}
