// SPDX-License-Identifier: Apache-2.0

/// A fault in a graph type itself, as opposed to one in a graph of that type.
public struct GraphTypeProblem: Sendable, Hashable {
  /// The part of the graph type that the problem is about, so that a reader of text can point at it.
  public enum Place: Sendable, Hashable {
    case nodeType(Int)
    case supertype(nodeType: Int, index: Int)
    case nodeProperty(nodeType: Int, property: Int)
    case key(nodeType: Int, index: Int)
    case edgeType(Int)
    case sourceLabel(edgeType: Int, index: Int)
    case targetLabel(edgeType: Int, index: Int)
    case edgeProperty(edgeType: Int, property: Int)
  }

  public enum Kind: Sendable, Hashable {
    case duplicateNodeType(String)
    case unknownSupertype(String)
    case inheritanceCycle([String])
    case duplicateProperty(String)
    case conflictingProperty(String, with: String)
    case unknownKeyProperty(String)
    case unknownEndLabel(String)
    case duplicateEdgeType(String)
    case badPattern(String, reason: String)
    case patternOnNonText(String)
    case enumerationMismatch(property: String, value: String)
    case emptyCardinality(String)
  }

  public let place: Place
  public let kind: Kind

  public init(place: Place, kind: Kind) {
    self.place = place
    self.kind = kind
  }
}

extension GraphTypeProblem: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .duplicateNodeType(let name): "node type '\(name)' is declared twice"
    case .unknownSupertype(let name): "no node type is called '\(name)'"
    case .inheritanceCycle(let names):
      "node type extends itself: \(names.joined(separator: " -> "))"
    case .duplicateProperty(let name): "property '\(name)' is declared twice"
    case .conflictingProperty(let name, let other):
      "property '\(name)' has another type in '\(other)', which this type extends"
    case .unknownKeyProperty(let name): "key property '\(name)' is not declared"
    case .unknownEndLabel(let name): "no node type carries the label '\(name)'"
    case .duplicateEdgeType(let name): "edge type '\(name)' is declared twice with the same ends"
    case .badPattern(let name, let reason): "pattern of '\(name)' does not compile: \(reason)"
    case .patternOnNonText(let name): "property '\(name)' has a pattern but does not hold text"
    case .enumerationMismatch(let property, let value):
      "property '\(property)' cannot hold \(value), which its enumeration lists"
    case .emptyCardinality(let text): "cardinality \(text) allows no count"
    }
  }
}

extension GraphType {
  /// Every fault of the type itself, in order of declaration; empty for a sound type.
  ///
  /// Complexity: quadratic in the number of types, which is small.
  public func problems() -> [GraphTypeProblem] {
    let types = NodeTypeIndex(self)
    let labels = Set(nodeTypes.flatMap(\.labels))
    return nodeTypes.indices.flatMap { problems(ofNodeType: $0, types) }
      + edgeTypes.indices.flatMap { problems(ofEdgeType: $0, knownLabels: labels) }
  }

  private func problems(ofNodeType index: Int, _ types: NodeTypeIndex) -> [GraphTypeProblem] {
    let type = nodeTypes[index]
    var found: [GraphTypeProblem] = []
    if nodeTypes[..<index].contains(where: { $0.name == type.name }) {
      found.append(.init(place: .nodeType(index), kind: .duplicateNodeType(type.name)))
    }
    for (position, name) in type.supertypes.enumerated() {
      let place = GraphTypeProblem.Place.supertype(nodeType: index, index: position)
      if types[name] == nil {
        found.append(.init(place: place, kind: .unknownSupertype(name)))
      } else if let cycle = cycle(from: type.name, through: name, types) {
        found.append(.init(place: place, kind: .inheritanceCycle(cycle)))
      }
    }
    found += propertyProblems(type.properties) { .nodeProperty(nodeType: index, property: $0) }
    let lineage = types.lineage(of: type)
    for (position, property) in type.properties.enumerated() {
      for ancestor in lineage.dropFirst() {
        if let inherited = ancestor.properties.first(where: { $0.name == property.name }),
          inherited.type != property.type
        {
          found.append(
            .init(
              place: .nodeProperty(nodeType: index, property: position),
              kind: .conflictingProperty(property.name, with: ancestor.name)))
        }
      }
    }
    for (name, other) in inheritedConflicts(of: type, types) {
      found.append(
        .init(place: .nodeType(index), kind: .conflictingProperty(name, with: other)))
    }
    let declared = Set(Self.allProperties(lineage).map(\.name))
    for (position, name) in type.key.enumerated() where !declared.contains(name) {
      found.append(
        .init(place: .key(nodeType: index, index: position), kind: .unknownKeyProperty(name)))
    }
    return found
  }

  /// Properties that two supertypes give different types, and the one that is further away. A
  /// conflict within one of the supertypes is told there.
  private func inheritedConflicts(
    of type: NodeType, _ types: NodeTypeIndex
  ) -> [(property: String, other: String)] {
    guard type.supertypes.count > 1 else { return [] }
    let own = Set(type.properties.map(\.name))
    var given: [String: PropertyType] = [:]
    var found: [(property: String, other: String)] = []
    for supertype in type.supertypes.compactMap({ types[$0] }) {
      var seen: Set<String> = []
      for ancestor in types.lineage(of: supertype) {
        for property in ancestor.properties
        where !own.contains(property.name) && seen.insert(property.name).inserted {
          if let other = given[property.name], other != property.type {
            found.append((property.name, ancestor.name))
          } else {
            given[property.name] = property.type
          }
        }
      }
    }
    return found
  }

  private func problems(
    ofEdgeType index: Int, knownLabels known: Set<String>
  ) -> [GraphTypeProblem] {
    let type = edgeTypes[index]
    var found: [GraphTypeProblem] = []
    let isRepeated = edgeTypes[..<index].contains {
      $0.label == type.label && $0.sourceLabels == type.sourceLabels
        && $0.targetLabels == type.targetLabels
    }
    if isRepeated {
      found.append(.init(place: .edgeType(index), kind: .duplicateEdgeType(type.name)))
    }
    for (position, label) in type.sourceLabels.enumerated() where !known.contains(label) {
      found.append(
        .init(
          place: .sourceLabel(edgeType: index, index: position), kind: .unknownEndLabel(label)))
    }
    for (position, label) in type.targetLabels.enumerated() where !known.contains(label) {
      found.append(
        .init(
          place: .targetLabel(edgeType: index, index: position), kind: .unknownEndLabel(label)))
    }
    for cardinality in [type.outgoing, type.incoming] {
      if let maximum = cardinality.maximum, maximum < cardinality.minimum {
        found.append(
          .init(place: .edgeType(index), kind: .emptyCardinality(cardinality.description)))
      }
    }
    found += propertyProblems(type.properties) { .edgeProperty(edgeType: index, property: $0) }
    return found
  }

  private func propertyProblems(
    _ properties: [PropertyDeclaration], at place: (Int) -> GraphTypeProblem.Place
  ) -> [GraphTypeProblem] {
    var found: [GraphTypeProblem] = []
    for (position, property) in properties.enumerated() {
      if properties[..<position].contains(where: { $0.name == property.name }) {
        found.append(.init(place: place(position), kind: .duplicateProperty(property.name)))
      }
      let item = property.type.itemType
      if let pattern = property.pattern {
        if item != .string {
          found.append(.init(place: place(position), kind: .patternOnNonText(property.name)))
        }
        do {
          _ = try TextPattern(pattern)
        } catch {
          found.append(
            .init(
              place: place(position),
              kind: .badPattern(property.name, reason: error.description)))
        }
      }
      for value in property.enumeration where !item.accepts(value) {
        found.append(
          .init(
            place: place(position),
            kind: .enumerationMismatch(property: property.name, value: value.description)))
      }
    }
    return found
  }

  /// The chain of names from `start` through `next` back to `start`, if there is one.
  private func cycle(
    from start: String, through next: String, _ types: NodeTypeIndex
  ) -> [String]? {
    var previous: [String: String] = [next: start]
    var pending = [next]
    while let name = pending.popLast() {
      if name == start {
        var chain = [start]
        var step = previous[start]
        while let current = step, current != start {
          chain.append(current)
          step = previous[current]
        }
        return ([start] + chain.reversed())
      }
      for supertype in types[name]?.supertypes ?? [] where previous[supertype] == nil {
        previous[supertype] = name
        pending.append(supertype)
      }
    }
    return nil
  }
}

extension PropertyType {
  /// The type of a list's items; the type itself otherwise. Patterns and enumerations apply to it.
  public var itemType: PropertyType {
    if case .list(let item) = self { return item }
    return self
  }
}
