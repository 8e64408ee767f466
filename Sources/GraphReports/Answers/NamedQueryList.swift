// SPDX-License-Identifier: Apache-2.0

public import GraphFormats
public import SourceDiagnostics

/// The named queries of a dataset, with their parameters.
public struct NamedQueryList: Answer {
  private let queries: [NamedQuery]

  public init(_ queries: [NamedQuery]) { self.queries = queries }

  public var isEmpty: Bool { queries.isEmpty }
  public var schema: String { "entente.queries/1" }

  public var blocks: [AnswerBlock] {
    isEmpty ? [.paragraph("The dataset has no named queries.")] : [.table(table)]
  }

  public var table: AnswerTable {
    AnswerTable(
      columns: ["query", "parameters", "answers"],
      rows: queries.map { query in
        let parameters = query.parameters.map { parameter in
          "\(parameter.name): \(parameter.type.rawValue)"
            + (parameter.standard.map { " = \($0)" } ?? "")
        }
        return [query.name, parameters.joined(separator: "; "), query.summary]
      })
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("queries") { json in
      json.array { json in
        for query in queries {
          json.object { json in
            json.member("name", query.name)
            json.member("summary", query.summary)
            json.member("parameters") { json in
              json.array { json in
                for parameter in query.parameters {
                  json.object { json in
                    json.member("name", parameter.name)
                    json.member("type", parameter.type.rawValue)
                    json.member("standard", parameter.standard)
                    json.member("meaning", parameter.meaning)
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
