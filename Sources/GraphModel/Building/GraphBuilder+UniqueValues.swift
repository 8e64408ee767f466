// SPDX-License-Identifier: Apache-2.0

extension GraphBuilder {
  /// Values that must be unique and are not.
  ///
  /// A node of a subtype is a node of the type it extends: what a type declares unique is unique
  /// among the nodes of all types that inherit the declaration.
  func repeatedValues(_ rules: GraphTypeRules) -> [GraphViolation] {
    var found: [GraphViolation] = []
    var holders: [UniqueValue: [Int]] = [:]
    var order: [UniqueValue] = []
    for (number, type) in nodeTypes.enumerated() {
      for value in rules.nodeRule(labels: type.labels)?.uniqueValues ?? [] {
        if holders[value] == nil { order.append(value) }
        holders[value, default: []].append(number)
      }
    }
    for value in order {
      let types = (holders[value] ?? []).map { nodeTypes[$0] }
      found += repeatedStrings(of: value, in: types) ?? repeatedTuples(of: value, in: types)
    }
    return found
  }

  /// The quick way for one property that holds nothing but strings, which have numbers.
  private func repeatedStrings(
    of unique: UniqueValue, in types: [NodeTypeBuilder]
  ) -> [GraphViolation]? {
    guard unique.properties.count == 1, types.count == 1, let type = types.first else {
      return nil
    }
    guard let column = column(unique.properties[0], of: type) else { return [] }
    guard let numbers = column.stringNumbers else { return nil }
    var holder = [UInt32](repeating: .max, count: strings.count)
    var found: [GraphViolation] = []
    for (position, number) in numbers.enumerated() {
      let handle = type.handles[Int(column.row(at: position))]
      if holder[Int(number)] == .max {
        holder[Int(number)] = handle
      } else {
        found.append(
          violation(of: unique, [.string(strings[number])], handle, holder[Int(number)]))
      }
    }
    return found
  }

  /// Nodes that lack one of the properties are left out.
  private func repeatedTuples(
    of unique: UniqueValue, in types: [NodeTypeBuilder]
  ) -> [GraphViolation] {
    var nodes: [(handle: UInt32, tuple: [Value])] = []
    for type in types {
      var tuples = [[Value]](repeating: [], count: type.handles.count)
      for name in unique.properties {
        column(name, of: type)?.forEach(strings: strings) { row, value in
          tuples[Int(row)].append(value)
        }
      }
      for (row, tuple) in tuples.enumerated() where tuple.count == unique.properties.count {
        nodes.append((type.handles[row], tuple))
      }
    }
    if types.count > 1 { nodes.sort { $0.handle < $1.handle } }
    var holder: [[Value]: UInt32] = [:]
    var found: [GraphViolation] = []
    for (handle, tuple) in nodes {
      if let earlier = holder[tuple] {
        found.append(violation(of: unique, tuple, handle, earlier))
      } else {
        holder[tuple] = handle
      }
    }
    return found
  }

  private func violation(
    of unique: UniqueValue, _ tuple: [Value], _ handle: UInt32, _ earlier: UInt32
  ) -> GraphViolation {
    let texts = tuple.map(\.description)
    return GraphViolation(
      subject: .node(NodeHandle(rawValue: handle)), property: unique.properties[0],
      kind: unique.isKey
        ? .duplicateKey(properties: unique.properties, values: texts, of: unique.type)
        : .duplicateValue(property: unique.properties[0], value: texts[0]),
      related: .node(NodeHandle(rawValue: earlier)))
  }

  private func column(_ name: String, of type: NodeTypeBuilder) -> ColumnBuilder? {
    type.columns.first { propertyNames[Int($0.property)] == name }
  }
}

/// Properties whose values no two nodes may share.
struct UniqueValue: Sendable, Hashable {
  /// The node type that declares it.
  let type: String

  /// At least one.
  let properties: [String]

  /// Whether it is a type's key, not a single unique property.
  let isKey: Bool
}
