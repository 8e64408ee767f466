// SPDX-License-Identifier: Apache-2.0

/// A graph type made ready for checking: inheritance resolved, patterns compiled.
///
/// An open graph type holds what it declares to the declaration and lets everything else pass.
struct GraphTypeRules: Sendable {
  struct Fault: Sendable {
    var property: String?
    var kind: GraphViolation.Kind
  }

  struct PropertyRule: Sendable {
    let declaration: PropertyDeclaration
    let pattern: TextPattern?
    let allowed: [Value]

    /// Whether the type of a value says all there is to check.
    var isTypeOnly: Bool { pattern == nil && allowed.isEmpty }
  }

  struct NodeRule: Sendable {
    let type: NodeType
    let labels: [String]
    let properties: [String: PropertyRule]
    let required: [String]

    /// Its key and its unique properties, each under the type that declares it.
    let uniqueValues: [UniqueValue]
  }

  struct EdgeRule: Sendable {
    let type: EdgeType
    let properties: [String: PropertyRule]
    let required: [String]
  }

  let graphType: GraphType
  let isClosed: Bool

  /// Concrete types by their labels, sorted; and by name, abstract ones too.
  private let nodesByLabels: [[String]: NodeRule]
  private let nodesByName: [String: NodeRule]
  private let edges: [String: [EdgeRule]]

  /// Names of properties that are partial dates wherever they are declared.
  private let partialDates: Set<String>

  init(_ graphType: GraphType) {
    self.graphType = graphType
    isClosed = graphType.isClosed
    var byLabels: [[String]: NodeRule] = [:]
    var byName: [String: NodeRule] = [:]
    var patterns: [String: TextPattern] = [:]
    let index = NodeTypeIndex(graphType)
    for type in graphType.nodeTypes {
      let lineage = index.lineage(of: type)
      let properties = GraphType.allProperties(lineage)
      let rule = NodeRule(
        type: type, labels: GraphType.allLabels(lineage),
        properties: Self.compiled(properties, &patterns),
        required: Self.required(properties), uniqueValues: Self.uniqueValues(lineage))
      if byName[type.name] == nil { byName[type.name] = rule }
      if !type.isAbstract, byLabels[rule.labels] == nil { byLabels[rule.labels] = rule }
    }
    nodesByLabels = byLabels
    nodesByName = byName
    edges = Dictionary(
      grouping: graphType.edgeTypes.map { type in
        let properties = graphType.allProperties(of: type)
        return EdgeRule(
          type: type, properties: Self.compiled(properties, &patterns),
          required: Self.required(properties))
      }, by: \.type.label)
    let rules =
      nodesByName.values.flatMap(\.properties.values)
      + edges.values.joined().flatMap(\.properties.values)
    partialDates = Set(rules.filter { $0.declaration.type == .partialDate }.map(\.declaration.name))
      .subtracting(rules.filter { $0.declaration.type != .partialDate }.map(\.declaration.name))
  }

  func nodeRule(labels: [String]) -> NodeRule? { nodesByLabels[labels] }
  func nodeRule(named name: String) -> NodeRule? { nodesByName[name] }
  func edgeRules(labelled label: String) -> [EdgeRule] { edges[label] ?? [] }

  /// The rule for an edge between nodes with these labels.
  func edgeRule(labelled label: String, from source: [String], to target: [String]) -> EdgeRule? {
    edgeMatch(labelled: label, from: source, to: target).map {
      edgeRules(labelled: label)[$0.position]
    }
  }

  /// The position of that rule among those of the label, and whether the edge, of a type without
  /// direction, fits only the other way round.
  func edgeMatch(
    labelled label: String, from source: [String], to target: [String]
  ) -> (position: Int, isReversed: Bool)? {
    for (position, rule) in edgeRules(labelled: label).enumerated() {
      let type = rule.type
      if graphType.end(type.sourceLabels, admits: source),
        graphType.end(type.targetLabels, admits: target)
      {
        return (position, false)
      }
      if !type.isDirected, graphType.end(type.sourceLabels, admits: target),
        graphType.end(type.targetLabels, admits: source)
      {
        return (position, true)
      }
    }
    return nil
  }

  /// Why a closed graph has no place for a node with these labels.
  func nodeTypeFault(_ labels: [String]) -> GraphViolation.Kind? {
    guard nodeRule(labels: labels) == nil else { return nil }
    if let abstract = graphType.nodeTypes.first(where: {
      $0.isAbstract && nodesByName[$0.name]?.labels == labels
    }) {
      return .abstractNodeType(abstract.name)
    }
    return .unknownNodeType(labels.joined(separator: "&"))
  }

  /// What is wrong with a node; with `isPartial`, only with the properties given.
  func faults(
    ofNode labels: [String], properties: [String: Value], isPartial: Bool = false
  ) -> [Fault] {
    guard let rule = nodeRule(labels: labels) else {
      return isClosed ? nodeTypeFault(labels).map { [Fault(kind: $0)] } ?? [] : []
    }
    return faults(
      properties, rules: rule.properties, required: isPartial ? [] : rule.required,
      typeName: rule.type.name)
      + removedRequired(properties, rule.required, isPartial: isPartial, rule.type.name)
  }

  /// What is wrong with an edge; with `isPartial`, only with the properties given.
  func faults(
    ofEdge label: String, from source: [String], to target: [String],
    properties: [String: Value], isPartial: Bool = false
  ) -> [Fault] {
    guard let rule = edgeRule(labelled: label, from: source, to: target) else {
      return endFault(label, from: source, to: target).map { [Fault(kind: $0)] } ?? []
    }
    return faults(
      properties, rules: rule.properties, required: isPartial ? [] : rule.required,
      typeName: label)
      + removedRequired(properties, rule.required, isPartial: isPartial, label)
  }

  /// Why no rule admits an edge between such nodes; nil where an open graph lets it pass.
  func endFault(
    _ label: String, from source: [String], to target: [String]
  ) -> GraphViolation.Kind? {
    let known = edgeRules(labelled: label)
    guard !known.isEmpty else { return isClosed ? .unknownEdgeType(label) : nil }
    return .wrongEnds(
      type: label, from: typeName(source), to: typeName(target),
      allowed: known.map { "\(endText($0.type.sourceLabels)) to \(endText($0.type.targetLabels))" })
  }

  /// The value as a declared property keeps it: a day is a partial date that leaves nothing open.
  func fitted(_ value: Value, to property: String) -> Value {
    guard case .date(let day) = value, partialDates.contains(property),
      let partial = PartialDate(day)
    else { return value }
    return .partialDate(partial)
  }

  /// What is wrong with one value of a declared property.
  func fault(of value: Value, in rule: PropertyRule) -> Fault? {
    let declaration = rule.declaration
    let name = declaration.name
    guard declaration.type.accepts(value) else {
      return Fault(
        property: name,
        kind: .wrongType(
          property: name, expected: declaration.type, value: value.description))
    }
    if rule.isTypeOnly { return nil }
    for item in value.items {
      if let pattern = rule.pattern, let source = declaration.pattern,
        case .string(let text) = item, !pattern.matches(text)
      {
        return Fault(
          property: name, kind: .patternMismatch(property: name, value: text, pattern: source))
      }
      if !rule.allowed.isEmpty, !rule.allowed.contains(item) {
        return Fault(
          property: name,
          kind: .notInEnumeration(
            property: name, value: item.displayText,
            allowed: declaration.enumeration.map(\.displayText)))
      }
    }
    return nil
  }

  private func faults(
    _ values: [String: Value], rules: [String: PropertyRule], required: [String], typeName: String
  ) -> [Fault] {
    var faults: [Fault] = []
    for (name, value) in values.sorted(by: { $0.key < $1.key }) where value.nonNull != nil {
      if let rule = rules[name] {
        if let fault = fault(of: value, in: rule) { faults.append(fault) }
      } else if isClosed {
        faults.append(Fault(property: name, kind: .unknownProperty(name, of: typeName)))
      }
    }
    for name in required where values[name] == nil {
      faults.append(Fault(property: name, kind: .missingProperty(name, of: typeName)))
    }
    return faults
  }

  /// A partial change may set a required property to null, which removes it.
  private func removedRequired(
    _ values: [String: Value], _ required: [String], isPartial: Bool, _ typeName: String
  ) -> [Fault] {
    guard isPartial else { return [] }
    return required.filter { values[$0].map { $0.nonNull == nil } ?? false }
      .map { Fault(property: $0, kind: .missingProperty($0, of: typeName)) }
  }

  /// The name of the type with these labels, else the labels joined.
  func typeName(_ labels: [String]) -> String {
    nodesByLabels[labels]?.type.name ?? labels.joined(separator: "&")
  }

  private func endText(_ labels: [String]) -> String {
    labels.isEmpty ? "anything" : labels.joined(separator: "|")
  }

  /// Types share patterns, by inheritance and by copying; each is compiled once.
  private static func compiled(
    _ properties: [PropertyDeclaration], _ patterns: inout [String: TextPattern]
  ) -> [String: PropertyRule] {
    var rules: [String: PropertyRule] = [:]
    for declaration in properties where rules[declaration.name] == nil {
      var pattern: TextPattern?
      if let source = declaration.pattern {
        // A pattern that does not compile is a problem of the graph type, reported there.
        pattern = patterns[source] ?? (try? TextPattern(source))
        patterns[source] = pattern
      }
      rules[declaration.name] = PropertyRule(
        declaration: declaration, pattern: pattern, allowed: declaration.enumeration)
    }
    return rules
  }

  private static func uniqueValues(_ lineage: [NodeType]) -> [UniqueValue] {
    var values: [UniqueValue] = []
    if let keyed = lineage.first(where: { !$0.key.isEmpty }) {
      values.append(UniqueValue(type: keyed.name, properties: keyed.key, isKey: true))
    }
    // An own declaration hides an inherited one, and may be less strict.
    var seen: Set<String> = []
    for type in lineage {
      for property in type.properties where seen.insert(property.name).inserted {
        guard property.isUnique else { continue }
        values.append(UniqueValue(type: type.name, properties: [property.name], isKey: false))
      }
    }
    return values
  }

  private static func required(_ properties: [PropertyDeclaration]) -> [String] {
    properties.filter(\.isRequired).map(\.name)
  }
}

extension Value {
  /// The items of a list; a single value is its own item.
  var items: [Value] {
    if case .list(let items) = self { return items }
    return [self]
  }
}
