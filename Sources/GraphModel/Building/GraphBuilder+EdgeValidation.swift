// SPDX-License-Identifier: Apache-2.0

extension GraphBuilder {
  /// What is wrong with edges: their ends, their values, and how many there are at a node.
  func edgeViolations(_ rules: GraphTypeRules) -> [GraphViolation] {
    var found: [GraphViolation] = []
    for type in edgeTypes {
      let matches = EdgeRuleMatches(type, of: self, rules)
      found += endViolations(of: type, matches, rules)
      for (position, rule) in matches.rules.enumerated() {
        found += valueViolations(
          type.columns, rules: rules, properties: rule.properties, required: rule.required,
          typeName: type.label, rowCount: type.handles.count,
          includes: { matches.position(ofRow: $0) == position },
          subject: { .edge(EdgeHandle(rawValue: type.handles[$0])) })
        found += cardinalityViolations(of: type, matches, position, rules)
      }
    }
    // A label without edges has no builder, and may still have too few.
    let labels = Set(edgeTypes.map(\.label))
    for declared in rules.graphType.edgeTypes where !labels.contains(declared.label) {
      found += cardinalityViolations(of: declared, rules, outgoing: [:], incoming: [:])
    }
    return found
  }

  private func endViolations(
    of type: EdgeTypeBuilder, _ matches: EdgeRuleMatches, _ rules: GraphTypeRules
  ) -> [GraphViolation] {
    guard !matches.areComplete else { return [] }
    let isUnknown = rules.edgeRules(labelled: type.label).isEmpty
    var found: [GraphViolation] = []
    for row in type.handles.indices where matches.position(ofRow: row) == nil {
      let source = labels(of: type.sources[row])
      let target = labels(of: type.targets[row])
      // Ends of a type that is itself at fault would be reported twice.
      let areKnown = [source, target].allSatisfy {
        !rules.isClosed || rules.nodeRule(labels: $0) != nil
      }
      if areKnown || isUnknown, let kind = rules.endFault(type.label, from: source, to: target) {
        found.append(.init(subject: .edge(EdgeHandle(rawValue: type.handles[row])), kind: kind))
      }
    }
    return found
  }

  private func cardinalityViolations(
    of type: EdgeTypeBuilder, _ matches: EdgeRuleMatches, _ position: Int,
    _ rules: GraphTypeRules
  ) -> [GraphViolation] {
    let declared = matches.rules[position].type
    guard declared.outgoing != .any || declared.incoming != .any else { return [] }
    var outgoing: [UInt32: Int] = [:]
    var incoming: [UInt32: Int] = [:]
    for row in type.handles.indices {
      guard let match = matches.match(ofRow: row), match.position == position else { continue }
      let (source, target) = (type.sources[row], type.targets[row])
      outgoing[match.isReversed ? target : source, default: 0] += 1
      incoming[match.isReversed ? source : target, default: 0] += 1
    }
    return cardinalityViolations(of: declared, rules, outgoing: outgoing, incoming: incoming)
  }

  /// Compares the number of edges at each node that fits an end with what is allowed there.
  private func cardinalityViolations(
    of declared: EdgeType, _ rules: GraphTypeRules, outgoing: [UInt32: Int],
    incoming: [UInt32: Int]
  ) -> [GraphViolation] {
    var found: [GraphViolation] = []
    for (isOutgoing, counts, allowed, ends) in [
      (true, outgoing, declared.outgoing, declared.sourceLabels),
      (false, incoming, declared.incoming, declared.targetLabels),
    ] where allowed != .any {
      // A node of no declared type is itself the fault.
      let fits = nodeTypes.map {
        rules.graphType.end(ends, admits: $0.labels)
          && (!rules.isClosed || rules.nodeRule(labels: $0.labels) != nil)
      }
      for handle in 0..<UInt32(nodeCount) where fits[Int(typeOfNode[Int(handle)])] {
        let count = counts[handle] ?? 0
        if allowed.contains(count) { continue }
        found.append(
          .init(
            subject: .node(NodeHandle(rawValue: handle)),
            kind: count < allowed.minimum
              ? .tooFewEdges(
                type: declared.label, isOutgoing: isOutgoing, count: count, allowed: allowed)
              : .tooManyEdges(
                type: declared.label, isOutgoing: isOutgoing, count: count, allowed: allowed)))
      }
    }
    return found
  }

  private func labels(of node: UInt32) -> [String] {
    nodeTypes[Int(typeOfNode[Int(node)])].labels
  }
}

/// Which declaration each edge of one label falls under.
private struct EdgeRuleMatches {
  /// The declarations of the label.
  let rules: [GraphTypeRules.EdgeRule]

  /// Whether every edge falls under one.
  let areComplete: Bool

  /// By row: `position << 1 | isReversed`, or -1.
  private let matches: [Int32]

  init(
    _ type: GraphBuilder.EdgeTypeBuilder, of builder: GraphBuilder, _ rules: GraphTypeRules
  ) {
    self.rules = rules.edgeRules(labelled: type.label)
    var byEnds = MatchesByEnds(typeCount: builder.nodeTypes.count)
    var areComplete = true
    matches = type.handles.indices.map { row in
      let source = builder.typeOfNode[Int(type.sources[row])]
      let target = builder.typeOfNode[Int(type.targets[row])]
      let match = byEnds.match(source, target) {
        let match = rules.edgeMatch(
          labelled: type.label, from: builder.nodeTypes[Int(source)].labels,
          to: builder.nodeTypes[Int(target)].labels)
        return match.map { Int32($0.position) << 1 | ($0.isReversed ? 1 : 0) } ?? -1
      }
      if match < 0 { areComplete = false }
      return match
    }
    self.areComplete = areComplete
  }

  func position(ofRow row: Int) -> Int? {
    matches[row] < 0 ? nil : Int(matches[row] >> 1)
  }

  func match(ofRow row: Int) -> (position: Int, isReversed: Bool)? {
    matches[row] < 0 ? nil : (Int(matches[row] >> 1), matches[row] & 1 == 1)
  }
}

/// Remembers the match of each pair of node types: in a square while they are few.
private struct MatchesByEnds {
  private static let unknown = Int32.min
  private let typeCount: Int
  private var square: [Int32] = []
  private var pairs: [UInt64: Int32] = [:]

  init(typeCount: Int) {
    self.typeCount = typeCount
    if typeCount <= 256 {
      square = [Int32](repeating: Self.unknown, count: typeCount * typeCount)
    }
  }

  mutating func match(_ source: UInt32, _ target: UInt32, find: () -> Int32) -> Int32 {
    if square.isEmpty {
      let pair = UInt64(source) << 32 | UInt64(target)
      if let known = pairs[pair] { return known }
      let found = find()
      pairs[pair] = found
      return found
    }
    let place = Int(source) * typeCount + Int(target)
    if square[place] == Self.unknown { square[place] = find() }
    return square[place]
  }
}
