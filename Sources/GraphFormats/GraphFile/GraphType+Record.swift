// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

extension RecordWriter {
  mutating func write(_ type: GraphType) {
    write(type.name)
    write(type.isClosed)
    write(list: type.nodeTypes) { $0.write($1) }
    write(list: type.edgeTypes) { $0.write($1) }
  }

  private mutating func write(_ type: NodeType) {
    write(type.name)
    write(type.labels)
    write(type.isAbstract)
    write(type.supertypes)
    write(list: type.properties) { $0.write($1) }
    write(type.key)
  }

  private mutating func write(_ type: EdgeType) {
    write(type.name)
    write(type.label)
    write(type.isDirected)
    write(type.sourceLabels)
    write(type.targetLabels)
    write(list: type.properties) { $0.write($1) }
    write(type.outgoing)
    write(type.incoming)
  }

  private mutating func write(_ cardinality: Cardinality) {
    write(cardinality.minimum)
    write(cardinality.maximum) { $0.write($1) }
  }

  private mutating func write(_ property: PropertyDeclaration) {
    write(property.name)
    write(property.type)
    write(property.isRequired)
    write(property.isUnique)
    write(property.pattern)
    write(list: property.enumeration) { $0.write($1) }
  }

  /// How many lists lie around the type, then the type within.
  private mutating func write(_ type: PropertyType) {
    var element = type
    var depth = 0
    while case .list(let inner) = element {
      element = inner
      depth += 1
    }
    write(depth)
    write(byte: UInt8(PropertyType.simple.firstIndex(of: element) ?? 0))
  }
}

extension RecordReader {
  mutating func graphType() throws(DamagedRecord) -> GraphType {
    GraphType(
      name: try text(), isClosed: try flag(),
      nodeTypes: try list { (reader: inout RecordReader) throws(DamagedRecord) in
        try reader.nodeType()
      },
      edgeTypes: try list { (reader: inout RecordReader) throws(DamagedRecord) in
        try reader.edgeType()
      })
  }

  private mutating func nodeType() throws(DamagedRecord) -> NodeType {
    NodeType(
      name: try text(), labels: try texts(), isAbstract: try flag(), supertypes: try texts(),
      properties: try properties(), key: try texts())
  }

  private mutating func edgeType() throws(DamagedRecord) -> EdgeType {
    EdgeType(
      name: try text(), label: try text(), isDirected: try flag(), from: try texts(),
      to: try texts(), properties: try properties(), outgoing: try cardinality(),
      incoming: try cardinality())
  }

  private mutating func cardinality() throws(DamagedRecord) -> Cardinality {
    Cardinality(
      minimum: try number(below: Int.max),
      maximum: try optional { (reader: inout RecordReader) throws(DamagedRecord) in
        try reader.number(below: Int.max)
      })
  }

  private mutating func properties() throws(DamagedRecord) -> [PropertyDeclaration] {
    try list { (reader: inout RecordReader) throws(DamagedRecord) in
      PropertyDeclaration(
        name: try reader.text(), type: try reader.propertyType(), isRequired: try reader.flag(),
        isUnique: try reader.flag(), pattern: try reader.optionalText(),
        enumeration: try reader.list { (reader: inout RecordReader) throws(DamagedRecord) in
          try reader.value()
        })
    }
  }

  private mutating func propertyType() throws(DamagedRecord) -> PropertyType {
    let depth = try number(below: RecordReader.nestingLimit)
    let simple = Int(try byte())
    guard PropertyType.simple.indices.contains(simple) else { throw DamagedRecord() }
    var type = PropertyType.simple[simple]
    for _ in 0..<depth { type = .list(type) }
    return type
  }
}

extension PropertyType {
  /// All but lists, in an order that never changes.
  fileprivate static let simple: [PropertyType] = [
    .any, .boolean, .integer, .float, .string, .date, .partialDate, .localTime, .time,
    .localDateTime, .dateTime, .duration, .map,
  ]
}
