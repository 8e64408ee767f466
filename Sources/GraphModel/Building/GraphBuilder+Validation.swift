// SPDX-License-Identifier: Apache-2.0

extension GraphBuilder {
  /// Everything that the graph type forbids and every span of time that ends before it starts: of
  /// nodes first, then of edges, each in order of addition.
  ///
  /// Complexity: linear in the number of stored values, ends and keys.
  public func violations() -> [GraphViolation] {
    var found: [GraphViolation] = []
    if let graphType {
      let rules = GraphTypeRules(graphType)
      for type in nodeTypes { found += violations(of: type, rules) }
      found += repeatedValues(rules)
      found += edgeViolations(rules)
    }
    found += reversedNodeSpans()
    for type in edgeTypes { found += reversedSpans(of: type) }
    return found.enumerated().sorted {
      ($0.element.subject.rank, $0.offset) < ($1.element.subject.rank, $1.offset)
    }.map(\.element)
  }

  private func violations(of type: NodeTypeBuilder, _ rules: GraphTypeRules) -> [GraphViolation] {
    func subject(_ row: Int) -> GraphViolation.Subject {
      .node(NodeHandle(rawValue: type.handles[row]))
    }
    guard let rule = rules.nodeRule(labels: type.labels) else {
      guard rules.isClosed, let kind = rules.nodeTypeFault(type.labels) else { return [] }
      return type.handles.indices.map { GraphViolation(subject: subject($0), kind: kind) }
    }
    return valueViolations(
      type.columns, rules: rules, properties: rule.properties, required: rule.required,
      typeName: rule.type.name, rowCount: type.handles.count, subject: subject)
  }

  /// What is wrong with the values of the rows for which `includes` holds.
  func valueViolations(
    _ columns: [ColumnBuilder], rules: GraphTypeRules,
    properties: [String: GraphTypeRules.PropertyRule], required: [String], typeName: String,
    rowCount: Int, includes: (Int) -> Bool = { _ in true },
    subject: (Int) -> GraphViolation.Subject
  ) -> [GraphViolation] {
    var found: [GraphViolation] = []
    for column in columns {
      let name = propertyNames[Int(column.property)]
      let rule = properties[name]
      if rule == nil, !rules.isClosed { continue }
      if let rule, rule.isTypeOnly, column.holdsOnly(rule.declaration.type) { continue }
      column.forEach(strings: strings) { row, value in
        guard includes(Int(row)) else { return }
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
      let columns = columns.filter { propertyNames[Int($0.property)] == name }
      if columns.contains(where: { $0.count == rowCount }) { continue }
      var isPresent = [Bool](repeating: false, count: rowCount)
      for column in columns {
        for position in 0..<column.count { isPresent[Int(column.row(at: position))] = true }
      }
      for row in 0..<rowCount where !isPresent[row] && includes(row) {
        found.append(
          .init(
            subject: subject(row), property: name, kind: .missingProperty(name, of: typeName)))
      }
    }
    return found
  }

  /// Spans of time of nodes that end before they start.
  func reversedNodeSpans() -> [GraphViolation] {
    nodeTypes.flatMap { type in
      reversedSpans(type.columns, type.handles) { .node(NodeHandle(rawValue: $0)) }
    }
  }

  /// Spans of time of edges that end before they start.
  func reversedSpans(of type: EdgeTypeBuilder) -> [GraphViolation] {
    reversedSpans(type.columns, type.handles) { .edge(EdgeHandle(rawValue: $0)) }
  }

  private func reversedSpans(
    _ columns: [ColumnBuilder], _ handles: [UInt32],
    _ subject: (UInt32) -> GraphViolation.Subject
  ) -> [GraphViolation] {
    guard let since = columns.first(where: { propertyNames[Int($0.property)] == "since" }),
      let until = columns.first(where: { propertyNames[Int($0.property)] == "until" })
    else { return [] }
    var found: [GraphViolation] = []
    // Both columns are in order of row.
    var start = 0
    for end in 0..<until.count {
      let row = until.row(at: end)
      while start < since.count, since.row(at: start) < row { start += 1 }
      guard start < since.count, since.row(at: start) == row,
        let from = since.dayBounds(at: start), let to = until.dayBounds(at: end),
        to.latest < from.earliest
      else { continue }
      found.append(
        .init(
          subject: subject(handles[Int(row)]), property: "until",
          kind: .endsBeforeItStarts(
            since: since.value(at: start, strings: strings).displayText,
            until: until.value(at: end, strings: strings).displayText)))
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
    case (.any, _), (.boolean, .boolean), (.integer, .integer), (.float, .float),
      (.string, .string), (.date, .date), (.partialDate, .partialDate), (_, .none):
      true
    default: false
    }
  }
}
