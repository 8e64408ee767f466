// SPDX-License-Identifier: Apache-2.0

extension GraphBuilder {
  /// Everything that the graph type forbids and every span of time that ends before it starts: of
  /// nodes first, then of edges, each in order of addition.
  ///
  /// Complexity: linear in the number of stored values, ends and keys.
  public func violations() -> [GraphViolation] {
    var found: [GraphViolation] = []
    let rules = graphType.map(GraphTypeRules.init)
    for type in nodeTypes {
      if let rules { found += violations(of: type, rules) }
      found += reversedSpans(type.columns, type.handles) { .node(NodeHandle(rawValue: $0)) }
    }
    for type in edgeTypes {
      if let rules { found += violations(of: type, rules) }
      found += reversedSpans(type.columns, type.handles) { .edge(EdgeHandle(rawValue: $0)) }
    }
    if let rules { found += cardinalityViolations(rules) }
    return found.enumerated().sorted {
      ($0.element.subject.rank, $0.offset) < ($1.element.subject.rank, $1.offset)
    }.map(\.element)
  }

  private func violations(of type: NodeTypeBuilder, _ rules: GraphTypeRules) -> [GraphViolation] {
    func subject(_ row: Int) -> GraphViolation.Subject {
      .node(NodeHandle(rawValue: type.handles[row]))
    }
    guard let rule = rules.nodeRule(labels: type.labels) else {
      guard rules.isClosed else { return [] }
      let isAbstract = rules.nodeRule(named: type.name)?.type.isAbstract ?? false
      return type.handles.indices.map {
        GraphViolation(
          subject: subject($0),
          kind: isAbstract ? .abstractNodeType(type.name) : .unknownNodeType(type.name))
      }
    }
    var found = valueViolations(
      type.columns, rules: rules, properties: rule.properties, required: rule.required,
      typeName: rule.type.name, rowCount: type.handles.count, subject: subject)
    for (name, property) in rule.properties.sorted(by: { $0.key < $1.key })
    where property.declaration.isUnique {
      found += repeatedValues(of: [name], in: type, subject) { values in
        .duplicateValue(property: name, value: values[0])
      }
    }
    if !rule.key.isEmpty {
      found += repeatedValues(of: rule.key, in: type, subject) { values in
        .duplicateKey(properties: rule.key, values: values, of: rule.type.name)
      }
    }
    return found
  }

  private func violations(of type: EdgeTypeBuilder, _ rules: GraphTypeRules) -> [GraphViolation] {
    /// Rules differ only where one label has several declarations: find the one for each row.
    var byEnds: [UInt64: Int] = [:]
    var known: [GraphTypeRules.EdgeRule] = []
    var rowsOfRule: [[Int]] = []
    var found: [GraphViolation] = []
    for row in type.handles.indices {
      let source = typeOfNode[Int(type.sources[row])]
      let target = typeOfNode[Int(type.targets[row])]
      let pair = UInt64(source) << 32 | UInt64(target)
      let sourceLabels = nodeTypes[Int(source)].labels
      let targetLabels = nodeTypes[Int(target)].labels
      var position = byEnds[pair]
      if position == nil {
        if let rule = rules.edgeRule(labelled: type.label, from: sourceLabels, to: targetLabels) {
          position = known.firstIndex { $0.type == rule.type }
          if position == nil {
            known.append(rule)
            rowsOfRule.append([])
            position = known.count - 1
          }
        } else {
          position = -1
        }
        byEnds[pair] = position
      }
      guard let position, position >= 0 else {
        // Ends of a type that is itself at fault would be reported twice.
        let areKnown = [sourceLabels, targetLabels].allSatisfy {
          !rules.isClosed || rules.nodeRule(labels: $0) != nil
        }
        let isUnknown = rules.edgeRules(labelled: type.label).isEmpty
        if areKnown || isUnknown,
          let kind = rules.endFault(type.label, from: sourceLabels, to: targetLabels)
        {
          found.append(
            .init(subject: .edge(EdgeHandle(rawValue: type.handles[row])), kind: kind))
        }
        continue
      }
      rowsOfRule[position].append(row)
    }
    for (position, rule) in known.enumerated() {
      let rows = known.count == 1 && found.isEmpty ? nil : Set(rowsOfRule[position])
      found += valueViolations(
        type.columns, rules: rules, properties: rule.properties, required: rule.required,
        typeName: type.label, rowCount: type.handles.count, rows: rows
      ) { .edge(EdgeHandle(rawValue: type.handles[$0])) }
    }
    return found
  }

  /// What is wrong with the values of some rows, or of all.
  private func valueViolations(
    _ columns: [ColumnBuilder], rules: GraphTypeRules,
    properties: [String: GraphTypeRules.PropertyRule], required: [String], typeName: String,
    rowCount: Int, rows: Set<Int>? = nil, subject: (Int) -> GraphViolation.Subject
  ) -> [GraphViolation] {
    var found: [GraphViolation] = []
    for column in columns {
      let name = propertyNames[Int(column.property)]
      let rule = properties[name]
      if rule == nil, !rules.isClosed { continue }
      if let rule, rule.isTypeOnly, column.holdsOnly(rule.declaration.type) { continue }
      column.forEach(strings: strings) { row, value in
        guard rows?.contains(Int(row)) ?? true else { return }
        if let rule {
          if let fault = rules.fault(of: value, in: rule) {
            found.append(.init(subject: subject(Int(row)), property: name, kind: fault.kind))
          }
        } else {
          found.append(
            .init(
              subject: subject(Int(row)), property: name,
              kind: .unknownProperty(name, of: typeName)))
        }
      }
    }
    for name in required {
      var isPresent = [Bool](repeating: false, count: rowCount)
      for column in columns where propertyNames[Int(column.property)] == name {
        column.forEach(strings: strings) { row, _ in isPresent[Int(row)] = true }
      }
      for row in 0..<rowCount where !isPresent[row] && rows?.contains(row) ?? true {
        found.append(
          .init(
            subject: subject(row), property: name, kind: .missingProperty(name, of: typeName)))
      }
    }
    return found
  }

  /// Rows whose values of some properties repeat those of an earlier row. Rows that lack one of the
  /// properties are left out.
  private func repeatedValues(
    of names: [String], in type: NodeTypeBuilder, _ subject: (Int) -> GraphViolation.Subject,
    _ kind: ([String]) -> GraphViolation.Kind
  ) -> [GraphViolation] {
    var tuples = [[Value]](repeating: [], count: type.handles.count)
    for name in names {
      for column in type.columns where propertyNames[Int(column.property)] == name {
        column.forEach(strings: strings) { row, value in tuples[Int(row)].append(value) }
      }
    }
    var first: [[Value]: Int] = [:]
    var found: [GraphViolation] = []
    for (row, tuple) in tuples.enumerated() where tuple.count == names.count {
      if let earlier = first[tuple] {
        found.append(
          .init(
            subject: subject(row), property: names[0], kind: kind(tuple.map(\.description)),
            related: subject(earlier)))
      } else {
        first[tuple] = row
      }
    }
    return found
  }

  private func reversedSpans(
    _ columns: [ColumnBuilder], _ handles: [UInt32],
    _ subject: (UInt32) -> GraphViolation.Subject
  ) -> [GraphViolation] {
    guard let since = columns.first(where: { propertyNames[Int($0.property)] == "since" }),
      let until = columns.first(where: { propertyNames[Int($0.property)] == "until" })
    else { return [] }
    var starts: [UInt32: Value] = [:]
    since.forEach(strings: strings) { row, value in starts[row] = value }
    var found: [GraphViolation] = []
    until.forEach(strings: strings) { row, value in
      guard let start = starts[row], let from = start.dayBounds, let to = value.dayBounds,
        to.latest < from.earliest
      else { return }
      found.append(
        .init(
          subject: subject(handles[Int(row)]), property: "until",
          kind: .endsBeforeItStarts(since: start.displayText, until: value.displayText)))
    }
    return found
  }

  private func cardinalityViolations(_ rules: GraphTypeRules) -> [GraphViolation] {
    var found: [GraphViolation] = []
    for declared in rules.graphType.edgeTypes
    where declared.outgoing != .any || declared.incoming != .any {
      var counts: [Bool: [UInt32: Int]] = [true: [:], false: [:]]
      for type in edgeTypes where type.label == declared.label {
        for row in type.handles.indices {
          let ends = (type.sources[row], type.targets[row])
          let rule = rules.edgeRule(
            labelled: type.label, from: nodeTypes[Int(typeOfNode[Int(ends.0)])].labels,
            to: nodeTypes[Int(typeOfNode[Int(ends.1)])].labels)
          guard rule?.type == declared else { continue }
          counts[true]?[ends.0, default: 0] += 1
          counts[false]?[ends.1, default: 0] += 1
        }
      }
      for (isOutgoing, allowed, labels) in [
        (true, declared.outgoing, declared.sourceLabels),
        (false, declared.incoming, declared.targetLabels),
      ] where allowed != .any {
        for handle in 0..<UInt32(nodeCount) {
          let nodeLabels = nodeTypes[Int(typeOfNode[Int(handle)])].labels
          guard rules.graphType.end(labels, admits: nodeLabels) else { continue }
          let count = counts[isOutgoing]?[handle] ?? 0
          if allowed.contains(count) { continue }
          let subject = GraphViolation.Subject.node(NodeHandle(rawValue: handle))
          found.append(
            .init(
              subject: subject,
              kind: count < allowed.minimum
                ? .tooFewEdges(
                  type: declared.label, isOutgoing: isOutgoing, count: count, allowed: allowed)
                : .tooManyEdges(
                  type: declared.label, isOutgoing: isOutgoing, count: count, allowed: allowed)))
        }
      }
    }
    return found
  }
}

extension GraphViolation.Subject {
  /// Nodes before edges, each in order of addition.
  fileprivate var rank: UInt64 {
    switch self {
    case .node(let handle): UInt64(handle.rawValue)
    case .edge(let handle): 1 << 32 | UInt64(handle.rawValue)
    }
  }
}

extension ColumnBuilder {
  /// Whether every value is of this type, which the kind of array alone can say.
  func holdsOnly(_ type: PropertyType) -> Bool {
    switch (type, kind) {
    case (.boolean, .boolean), (.integer, .integer), (.float, .float), (.string, .string),
      (.date, .date), (.partialDate, .partialDate), (_, .none):
      true
    default: false
    }
  }
}
