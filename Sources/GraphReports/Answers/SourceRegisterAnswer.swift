// SPDX-License-Identifier: Apache-2.0

public import GraphModel
public import SourceDiagnostics

/// Sources of the register, in the order of their keys there.
public struct SourceRegisterAnswer: Answer {
  private let graph: PropertyGraph

  /// The sources listed, in the order of the register.
  public let sources: [SourceID]

  /// - Parameter sources: those to list, in any order; each is listed once.
  public init(_ sources: [SourceID], in graph: PropertyGraph) {
    self.graph = graph
    self.sources = Set(sources).sorted()
  }

  /// All sources of the graph.
  public init(of graph: PropertyGraph) {
    self.init(graph.sources.indices.map { SourceID(rawValue: UInt32($0)) }, in: graph)
  }

  /// The sources that state something of a node or of an edge at it.
  ///
  /// Complexity: linear in the claims on them.
  public init(citedBy node: NodeID, in graph: PropertyGraph) {
    var cited: [SourceID] = []
    func add(_ claims: [Claim]) {
      for claim in claims { cited += claim.citations.map(\.source) }
    }
    add(graph.claims(on: node))
    for direction in [EdgeDirection.outgoing, .incoming] {
      graph.forEachEdge(at: node, direction: direction) { edge, _ in
        add(graph.claims(on: edge))
      }
    }
    self.init(cited, in: graph)
  }

  public var isEmpty: Bool { sources.isEmpty }
  public var schema: String { "entente.sources/1" }

  public var blocks: [AnswerBlock] {
    guard !isEmpty else { return [.paragraph("No source.")] }
    return [
      .items(
        sources.map { id in
          let entry = NumberedSource(number: 0, source: graph.source(id), locators: [])
          return "\(graph.source(id).key): \(entry.text)"
        })
    ]
  }

  public var table: AnswerTable {
    AnswerTable(
      columns: ["key", "publisher", "title", "published", "retrieved", "language", "url"],
      rows: sources.map { id in
        let source = graph.source(id)
        return [
          source.key, source.publisher ?? "", source.title, source.published?.description ?? "",
          source.retrieved?.description ?? "", source.language ?? "", source.url ?? "",
        ]
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("total", sources.count)
    json.member("sources") { json in
      json.array { json in
        for id in sources {
          let source = graph.source(id)
          json.object { json in
            json.member("key", source.key)
            json.member("title", source.title)
            json.member("publisher", source.publisher)
            json.member("url", source.url)
            json.member("published", source.published?.description)
            json.member("retrieved", source.retrieved?.description)
            json.member("language", source.language)
            json.member("licence", source.licence)
            json.member("note", source.note)
          }
        }
      }
    }
  }
}
