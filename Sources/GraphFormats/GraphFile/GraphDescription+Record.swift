// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

extension RecordWriter {
  mutating func write(_ description: GraphDescription) {
    for text in [
      description.title, description.summary, description.licence, description.language,
      description.asOf?.description,
    ] {
      write(text)
    }
    write(list: description.types.sorted { $0.key < $1.key }) { writer, type in
      writer.write(type.key)
      writer.write(type.value.title)
      writer.write(type.value.plural)
    }
    write(list: description.edges.sorted { $0.key < $1.key }) { writer, edge in
      writer.write(edge.key)
      writer.write(edge.value.verb)
      writer.write(edge.value.inverse)
      writer.write(edge.value.sentence)
    }
    write(description.instrumentTypes)
    write(list: description.facets.sorted { $0.key < $1.key }) { writer, facet in
      writer.write(facet.key)
      writer.write(facet.value.types)
      writer.write(facet.value.edges)
      writer.write(facet.value.expansion) { writer, expansion in
        writer.write(expansion.edge)
        writer.write(expansion.isOutgoing)
      }
    }
  }
}

extension RecordReader {
  mutating func description() throws(DamagedRecord) -> GraphDescription {
    var description = GraphDescription(
      title: try optionalText(), summary: try optionalText(), licence: try optionalText(),
      language: try optionalText(), asOf: try optionalDate())
    for _ in 0..<(try count()) {
      let name = try text()
      description.types[name] = TypeWording(
        title: try optionalText(), plural: try optionalText())
    }
    for _ in 0..<(try count()) {
      let label = try text()
      description.edges[label] = EdgeWording(
        verb: try text(), inverse: try text(), sentence: try text())
    }
    description.instrumentTypes = try texts()
    for _ in 0..<(try count()) {
      let name = try text()
      let types = try texts()
      let edges = try texts()
      let expansion = try optional { (reader: inout RecordReader) throws(DamagedRecord) in
        Facet.Expansion(edge: try reader.text(), isOutgoing: try reader.flag())
      }
      description.facets[name] = Facet(types: types, edges: edges, expansion: expansion)
    }
    return description
  }
}
