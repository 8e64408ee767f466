// SPDX-License-Identifier: Apache-2.0

extension QueryPrinter {
  mutating func print(_ path: PathPattern) {
    if let variable = path.variable {
      printVariable(variable.text)
      write(" = ")
    }
    if let prefix = path.prefix {
      print(prefix)
      write(prefix.isFunction ? "(" : " ")
    }
    for (index, element) in path.elements.enumerated() {
      // A space keeps parentheses apart, for the reader.
      if index > 0, isGroup(element) || isGroup(path.elements[index - 1]) { write(" ") }
      print(element)
    }
    if path.prefix?.isFunction ?? false { write(")") }
    print(" COST ", path.cost)
  }

  private func isGroup(_ element: PatternElement) -> Bool {
    if case .group = element { true } else { false }
  }

  mutating func print(_ prefix: PathPrefix) {
    if prefix.isFunction {
      if case .allShortest = prefix.selector {
        write("allShortestPaths")
      } else {
        write("shortestPath")
      }
      return
    }
    var mode = prefix.mode.map { " " + $0.rawValue } ?? ""
    switch prefix.selector {
    case .all:
      write(prefix.mode?.rawValue ?? "ALL")
      mode = ""
    case .any(let count):
      write("ANY")
      print(" ", count)
    case .anyShortest: write("ANY SHORTEST")
    case .allShortest: write("ALL SHORTEST")
    case .shortest(let count): print("SHORTEST ", count)
    case .shortestGroups(let count):
      write("SHORTEST")
      print(" ", count)
      mode += count == nil ? " GROUP" : " GROUPS"
    }
    write(mode)
  }

  private mutating func print(_ element: PatternElement) {
    switch element {
    case .node(let node): print(node)
    case .edge(let edge): print(edge)
    case .group(let group):
      let outer = barEndsExpression
      barEndsExpression = false
      write("(")
      print(group.path)
      print(" WHERE ", group.filter)
      write(")")
      barEndsExpression = outer
      if let quantifier = group.quantifier { print(quantifier) }
    }
  }

  private mutating func print(_ node: NodePattern) {
    write("(")
    printFiller(node.variable, node.labels, nil, node.properties, node.filter)
    write(")")
  }

  private mutating func print(_ edge: EdgePattern) {
    write(edge.direction == .incoming ? "<-" : "-")
    let isEmpty =
      edge.variable == nil && edge.types == nil && edge.length == nil && edge.properties == nil
      && edge.filter == nil
    if !isEmpty {
      write("[")
      printFiller(edge.variable, edge.types, edge.length, edge.properties, edge.filter)
      write("]")
    }
    write(edge.direction == .outgoing ? "->" : "-")
    if let quantifier = edge.quantifier { print(quantifier) }
  }

  /// What stands within a node or an edge.
  private mutating func printFiller(
    _ variable: Name?, _ labels: LabelExpression?, _ length: LengthRange?,
    _ properties: Expression?, _ filter: Expression?
  ) {
    let outer = barEndsExpression
    barEndsExpression = false
    if let variable { printVariable(variable.text) }
    if let labels {
      if labels.isStandardOnly, !labels.showsStandardForm {
        write(variable == nil ? "IS " : " IS ")
      } else {
        write(":")
      }
      print(labels)
    }
    if let length { print(length) }
    let isFirst = variable == nil && labels == nil && length == nil
    print(isFirst ? "" : " ", properties)
    print(isFirst && properties == nil ? "WHERE " : " WHERE ", filter)
    barEndsExpression = outer
  }

  private mutating func print(_ length: LengthRange) {
    write("*")
    if let minimum = length.minimum { write("\(minimum)") }
    if length.isExact || (length.minimum == nil && length.maximum == nil) { return }
    write("..")
    if let maximum = length.maximum { write("\(maximum)") }
  }

  private mutating func print(_ quantifier: PathQuantifier) {
    switch (quantifier.minimum, quantifier.maximum) {
    case (0, 1) where quantifier.isQuestion: write("?")
    case (0, nil): write("*")
    case (1, nil): write("+")
    case (let minimum, nil): write("{\(minimum),}")
    case (let minimum, let maximum?):
      write(minimum == maximum ? "{\(minimum)}" : "{\(minimum),\(maximum)}")
    }
  }
}

// MARK: - Labels

extension LabelExpression {
  /// Whether its own signs tell that it is the standard's: `&`, `!` or `%`.
  var showsStandardForm: Bool {
    switch kind {
    case .name: false
    case .wildcard, .negation, .conjunction: true
    case .disjunction(let left, let right): left.showsStandardForm || right.showsStandardForm
    }
  }
}

extension QueryPrinter {
  /// Prints labels without the colon before them.
  mutating func print(_ labels: LabelExpression) {
    print(labels, isStandard: labels.isStandardOnly)
  }

  private mutating func print(_ labels: LabelExpression, isStandard: Bool) {
    switch labels.kind {
    case .name(let name): printName(name)
    case .wildcard: write("%")
    case .negation(let operand):
      write("!")
      printOperand(operand, isWithin: { $0.isJoined }, isStandard)
    case .conjunction(let left, let right):
      printOperand(left, isWithin: { $0.isDisjunction }, isStandard)
      write(isStandard ? "&" : ":")
      printOperand(right, isWithin: { $0.isJoined }, isStandard)
    case .disjunction(let left, let right):
      print(left, isStandard: isStandard)
      write("|")
      printOperand(right, isWithin: { $0.isDisjunction }, isStandard)
    }
  }

  private mutating func printOperand(
    _ operand: LabelExpression, isWithin needsParentheses: (LabelExpression) -> Bool,
    _ isStandard: Bool
  ) {
    let isEnclosed = needsParentheses(operand)
    if isEnclosed { write("(") }
    print(operand, isStandard: isStandard)
    if isEnclosed { write(")") }
  }
}

extension LabelExpression {
  fileprivate var isDisjunction: Bool {
    if case .disjunction = kind { true } else { false }
  }

  /// Whether it is of two parts.
  fileprivate var isJoined: Bool {
    switch kind {
    case .conjunction, .disjunction: true
    case .name, .wildcard, .negation: false
    }
  }
}
