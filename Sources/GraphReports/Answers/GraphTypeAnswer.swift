// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
public import GraphModel
public import SourceDiagnostics

/// A graph type: its declarations as text, and as a table of what may stand where.
public struct GraphTypeAnswer: Answer {
  private let graphType: GraphType
  private let description: GraphDescription

  public init(_ graphType: GraphType, description: GraphDescription) {
    self.graphType = graphType
    self.description = description
  }

  public var isEmpty: Bool { false }
  public var schema: String { "entente.graph-type/1" }

  public var blocks: [AnswerBlock] {
    [
      .heading("Graph type \(graphType.name)"),
      .table(
        AnswerTable(
          columns: ["node type", "is a", "properties"],
          rows: graphType.nodeTypes.map { type in
            [
              type.isAbstract ? "\(type.name) (abstract)" : type.name,
              type.supertypes.joined(separator: ", "),
              type.properties.map(text).joined(separator: ", "),
            ]
          })),
      .table(
        AnswerTable(
          columns: ["edge type", "from", "to", "properties"],
          rows: graphType.edgeTypes.map { type in
            [
              type.label, ends(type.sourceLabels), ends(type.targetLabels),
              type.properties.map(text).joined(separator: ", "),
            ]
          })),
    ]
  }

  public var table: AnswerTable {
    var rows: [[String]] = []
    for type in graphType.nodeTypes {
      for property in type.properties {
        rows.append(["node", type.name, "", "", property.name, property.type.name])
      }
      if type.properties.isEmpty { rows.append(["node", type.name, "", "", "", ""]) }
    }
    for type in graphType.edgeTypes {
      let start = ["edge", type.label, ends(type.sourceLabels), ends(type.targetLabels)]
      for property in type.properties {
        rows.append(start + [property.name, property.type.name])
      }
      if type.properties.isEmpty { rows.append(start + ["", ""]) }
    }
    return AnswerTable(columns: ["kind", "type", "from", "to", "property", "holds"], rows: rows)
  }

  public func writeMembers(to json: inout JSONWriter) {
    json.member("name", graphType.name)
    json.member("closed", graphType.isClosed)
    json.member("node_types") { json in
      json.array { json in
        for type in graphType.nodeTypes {
          json.object { json in
            json.member("name", type.name)
            json.member("labels", graphType.allLabels(of: type))
            json.member("abstract", type.isAbstract)
            json.member("extends", type.supertypes)
            json.member("key", graphType.key(of: type))
            write(graphType.allProperties(of: type), to: &json)
          }
        }
      }
    }
    json.member("edge_types") { json in
      json.array { json in
        for type in graphType.edgeTypes {
          json.object { json in
            json.member("label", type.label)
            json.member("directed", type.isDirected)
            json.member("from", type.sourceLabels)
            json.member("to", type.targetLabels)
            json.member("outgoing", type.outgoing.description)
            json.member("incoming", type.incoming.description)
            write(graphType.allProperties(of: type), to: &json)
          }
        }
      }
    }
    json.member("text", GraphTypePrinter.print(graphType))
  }

  private func write(_ properties: [PropertyDeclaration], to json: inout JSONWriter) {
    json.member("properties") { json in
      json.array { json in
        for property in properties {
          json.object { json in
            json.member("name", property.name)
            json.member("type", property.type.name)
            json.member("required", property.isRequired)
            json.member("unique", property.isUnique)
            json.member("pattern", property.pattern)
            json.member("values", property.enumeration.map(\.displayText))
          }
        }
      }
    }
  }

  private func ends(_ labels: [String]) -> String {
    labels.isEmpty ? "any" : labels.joined(separator: " or ")
  }

  private func text(_ property: PropertyDeclaration) -> String {
    "\(property.name) \(property.type.name)\(property.isRequired ? " NOT NULL" : "")"
  }
}
