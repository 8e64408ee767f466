// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Tables: the records of CSV files as stated facts.
extension DatasetReader {
  mutating func readTable(_ source: SourceText) {
    file = findings.texts.add(source)
    let table = CSVFactReader.read(source)
    findings.report(table.diagnostics)
    for record in table.records {
      switch record {
      case .node(let node): facts.nodes.append(stated(node))
      case .edge(let edge):
        facts.looseEdges.append((placed(edge.from), stated(edge)))
      case .source(let source): facts.sources.append(stated(source))
      }
    }
  }

  private func placed(_ text: FactText) -> PlacedText {
    PlacedText(
      text.text,
      TextPlace(
        file: file, span: text.span, column: text.cell?.column ?? 0, row: text.cell?.row ?? 0))
  }

  private func placed(_ text: FactText?) -> PlacedText? {
    guard let text else { return nil }
    return placed(text)
  }

  private mutating func stated(_ node: NodeFactRecord) -> StatedNode {
    StatedNode(
      type: placed(node.type), key: placed(node.key),
      names: node.aliases.map {
        StatedName(name: placed($0.name), kind: placed($0.kind), language: placed($0.language))
      },
      statements: node.statements.map { stated($0) }, supports: node.supports.map { stated($0) })
  }

  private mutating func stated(_ edge: EdgeFactRecord) -> StatedEdge {
    StatedEdge(
      type: placed(edge.type), to: placed(edge.to), identifier: placed(edge.identifier),
      statements: edge.statements.map { stated($0) }, supports: edge.supports.map { stated($0) })
  }

  private func stated(_ source: SourceFactRecord) -> StatedSource {
    StatedSource(
      key: placed(source.key), title: placed(source.title), publisher: placed(source.publisher),
      url: placed(source.url), published: placed(source.published),
      retrieved: placed(source.retrieved), language: placed(source.language),
      licence: placed(source.licence), note: placed(source.note))
  }

  private mutating func stated(_ statement: FactStatement) -> Statement {
    var claims: [StatedClaim] = []
    var firstPreferred: PlacedText?
    for claim in statement.claims {
      var isPreferred = false
      if let mark = placed(claim.preferred) {
        isPreferred = mark.text == "true"
        if !isPreferred, mark.text != "false" {
          findings.report(DatasetMessages.notAFlag("preferred", mark.text), at: mark.place)
        }
        if isPreferred, statement.claims.count > 1 {
          if let firstPreferred {
            findings.report(
              DatasetMessages.severalPreferred(statement.property.text), at: mark.place,
              notes: [("the first is here", firstPreferred.place)])
          } else {
            firstPreferred = mark
          }
        }
      }
      claims.append(
        StatedClaim(
          value: .text(placed(claim.value)), support: claim.support.map { stated($0) },
          isPreferred: isPreferred, note: claim.support?.note?.text))
    }
    return Statement(property: placed(statement.property), claims: claims)
  }

  private func stated(_ support: FactSupport) -> Support {
    Support(
      citations: support.citations.map {
        StatedCitation(
          source: placed($0.source), locator: $0.locator?.text, quote: $0.quote?.text)
      },
      note: support.note?.text)
  }
}
