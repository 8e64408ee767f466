// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import SourceDiagnostics

extension JSONWriter {
  /// A value with all it holds: nodes and edges with labels and properties, paths with both.
  ///
  /// Numbers, truth values, texts, lists and maps are themselves, null is null, everything else is
  /// its text; a float that JSON has no word for is text too.
  mutating func writeWhole(_ item: Value, in graph: PropertyGraph) {
    switch item {
    case .list(let items):
      array { json in
        for item in items { json.writeWhole(item, in: graph) }
      }
    case .map(let map):
      object { json in
        for entry in map.entries {
          json.key(entry.key)
          json.writeWhole(entry.value, in: graph)
        }
      }
    case .node(let node): writeWhole(node, in: graph)
    case .edge(let edge): writeWhole(edge, in: graph)
    case .path(let path):
      object { json in
        json.member("kind", "path")
        json.member("nodes") { json in
          json.array { json in
            for node in path.nodes { json.writeWhole(node, in: graph) }
          }
        }
        json.member("edges") { json in
          json.array { json in
            for edge in path.edges { json.writeWhole(edge, in: graph) }
          }
        }
      }
    default: write(item, in: graph)
    }
  }

  private mutating func writeWhole(_ node: NodeID, in graph: PropertyGraph) {
    object { json in
      json.member("kind", "node")
      json.member("number", Int(node.rawValue))
      guard graph.contains(node) else { return json.member("deleted", true) }
      json.member("key", graph.key(of: node))
      json.member("type", graph.typeName(of: node))
      json.member("labels") { json in
        json.array { json in
          for label in graph.labels(of: node) { json.value(label) }
        }
      }
      json.member("name", graph.displayName(of: node))
      json.writeProperties(graph.properties(of: node), in: graph)
    }
  }

  private mutating func writeWhole(_ edge: EdgeID, in graph: PropertyGraph) {
    object { json in
      json.member("kind", "edge")
      json.member("number", Int(edge.rawValue))
      guard graph.contains(edge) else { return json.member("deleted", true) }
      json.member("type", graph.typeName(of: edge))
      json.member("from", Int(graph.source(of: edge).rawValue))
      json.member("to", Int(graph.target(of: edge).rawValue))
      json.member("from_key", graph.key(of: graph.source(of: edge)))
      json.member("to_key", graph.key(of: graph.target(of: edge)))
      json.writeProperties(graph.properties(of: edge), in: graph)
    }
  }

  private mutating func writeProperties(
    _ properties: [(name: String, value: Value)], in graph: PropertyGraph
  ) {
    member("properties") { json in
      json.object { json in
        for (name, value) in properties {
          json.key(name)
          json.writeWhole(value, in: graph)
        }
      }
    }
  }
}
