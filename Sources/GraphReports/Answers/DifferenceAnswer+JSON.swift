// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
internal import GraphModel
public import SourceDiagnostics

extension DifferenceAnswer {
  public func writeMembers(to json: inout JSONWriter) {
    var numbering = numbering
    json.member("old", oldName)
    json.member("new", newName)
    json.member("counts") { json in
      json.object { json in
        write(difference.nodes.map(\.kind), as: "nodes", &json)
        write(difference.edges.map(\.kind), as: "edges", &json)
      }
    }
    json.member("nodes") { json in
      json.array { json in
        for change in difference.nodes { write(change, &numbering, &json) }
      }
    }
    json.member("edges") { json in
      json.array { json in
        for change in difference.edges { write(change, &numbering, &json) }
      }
    }
    json.member("perhaps_renamed") { json in
      json.array { json in
        for rename in difference.renames {
          json.object { json in
            json.member("old", difference.old.key(of: rename.old))
            json.member("new", difference.new.key(of: rename.new))
          }
        }
      }
    }
    json.member("register") { json in
      json.array { json in
        for change in difference.sources { write(change, &json) }
      }
    }
    json.member("dataset") { json in
      json.array { json in
        for change in difference.description {
          json.object { json in
            json.member("member", change.member)
            json.member("old", change.old)
            json.member("new", change.new)
          }
        }
      }
    }
    json.writeSources(sources)
  }

  private func write(_ kinds: [ChangeKind], as name: String, _ json: inout JSONWriter) {
    json.member(name) { json in
      json.object { json in
        for kind in ChangeKind.allCases { json.member(kind.rawValue, kinds.count { $0 == kind }) }
      }
    }
  }

  private func write(
    _ change: ElementDifference<NodeID>, _ numbering: inout SourceNumbering,
    _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("change", change.kind.rawValue)
    let graph = change.new == nil ? difference.old : difference.new
    if let node = change.new ?? change.old { json.writeIdentity(of: node, in: graph) }
    write(change.statements, &json)
    json.key("old")
    write(change.old, in: difference.old, &numbering, &json)
    json.key("new")
    write(change.new, in: difference.new, &numbering, &json)
    json.endObject()
  }

  /// A version of a node with all it states; null for none.
  private func write(
    _ node: NodeID?, in graph: PropertyGraph, _ numbering: inout SourceNumbering,
    _ json: inout JSONWriter
  ) {
    guard let node else { return json.null() }
    numbering.graph = graph
    let claims = graph.claims(on: node)
    json.beginObject()
    json.writeIdentity(of: node, in: graph)
    json.member("labels", graph.labels(of: node))
    json.member("names") { json in
      json.array { json in
        for name in graph.names(of: node) {
          json.object { json in
            json.member("name", name.text)
            json.member("kind", name.kind.rawValue)
            json.member("language", name.language)
          }
        }
      }
    }
    json.key("properties")
    json.beginObject()
    for (name, value) in graph.properties(of: node) {
      json.key(name)
      json.writeValues(
        graph.claimedValues(name, value: value, claims: claims),
        preferred: claims.first { $0.property == name && $0.isPreferred }?.value, &numbering,
        in: graph)
    }
    json.endObject()
    json.writeCitations(
      claims.filter { $0.property == nil }.flatMap(\.citations).uniqued, &numbering, in: graph)
    json.endObject()
  }

  private func write(
    _ change: ElementDifference<EdgeID>, _ numbering: inout SourceNumbering,
    _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("change", change.kind.rawValue)
    json.member("type", difference.typeName(of: change))
    write(change.statements, &json)
    for (name, edge, graph) in [
      ("old", change.old, difference.old), ("new", change.new, difference.new),
    ] {
      json.key(name)
      numbering.graph = graph
      if let edge {
        json.write(EdgeReading(edge, in: graph), &numbering, in: graph)
      } else {
        json.null()
      }
    }
    json.endObject()
  }

  private func write(_ statements: [StatementDifference], _ json: inout JSONWriter) {
    json.member("differs") { json in
      json.array { json in
        for statement in statements {
          json.object { json in
            switch statement.subject {
            case .labels: json.member("subject", "labels")
            case .names: json.member("subject", "names")
            case .identifier: json.member("subject", "identifier")
            case .existence: json.member("subject", "existence")
            case .property(let name):
              json.member("subject", "property")
              json.member("property", name)
            }
            json.member("sources_only", statement.isOfSourcesOnly)
          }
        }
      }
    }
  }

  private func write(_ change: SourceDifference, _ json: inout JSONWriter) {
    json.object { json in
      let kind: ChangeKind = change.old == nil ? .added : change.new == nil ? .removed : .changed
      json.member("change", kind.rawValue)
      json.member("key", change.key)
      for (name, source) in [("old", change.old), ("new", change.new)] {
        json.key(name)
        guard let source else {
          json.null()
          continue
        }
        json.object { json in
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
