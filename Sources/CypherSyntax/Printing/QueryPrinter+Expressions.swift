// SPDX-License-Identifier: Apache-2.0

extension QueryPrinter {
  /// Prints an expression, in parentheses where it binds less than it has to.
  mutating func print(_ expression: Expression, _ minimum: BindingPower = .or) {
    guard power(of: expression) < minimum || holdsBar(expression) else {
      return printBare(expression)
    }
    let outer = barEndsExpression
    barEndsExpression = false
    write("(")
    printBare(expression)
    write(")")
    barEndsExpression = outer
  }

  private func power(of expression: Expression) -> BindingPower {
    switch expression.kind {
    case .literal(.integer(let value)): value < 0 ? .sign : .atom
    case .literal(.float(let value)): value.sign == .minus ? .sign : .atom
    case .property, .index, .slice: .postfix
    case .unary(.not, _): .not
    case .unary: .sign
    case .binary(let operation, _, _): operation.power
    case .comparison: .comparison
    case .isNull: .predicate
    case .labelTest: .labels
    default: .atom
    }
  }

  /// Whether the expression would be cut short by its own `|`.
  private func holdsBar(_ expression: Expression) -> Bool {
    guard barEndsExpression, case .labelTest(_, let labels) = expression.kind else { return false }
    return labels.containsBar
  }

  private mutating func printBare(_ expression: Expression) {
    switch expression.kind {
    case .literal(let literal): print(literal)
    case .parameter(let name): printParameter(name)
    case .variable(let name): printVariable(name)
    case .list(let elements):
      // `[x IN list]` would be a comprehension.
      let isEnclosed = elements.count == 1 && elements[0].beginsWithMembership
      printEnclosed(isEnclosed ? "[(" : "[", elements, isEnclosed ? ")]" : "]") { $0.print($1) }
    case .map(let entries): printEnclosed("{", entries, "}") { $0.print($1) }
    case .property(let subject, let name): printProperty(of: subject, name)
    case .index(let subject, let position):
      print(subject, .postfix)
      printEnclosed("[", [position], "]") { $0.print($1) }
    case .slice(let subject, let from, let to):
      print(subject, .postfix)
      printSlice(from, to)
    case .unary(let operation, let operand): print(operation, operand)
    case .binary(let operation, let left, let right): print(operation, left, right)
    case .comparison(let first, let links): print(first, links)
    case .isNull(let operand, let isNegated):
      print(operand, .predicate)
      write(isNegated ? " IS NOT NULL" : " IS NULL")
    case .labelTest(let operand, let labels): print(operand, labels)
    case .call(let call):
      printDottedName(call.name.text)
      printEnclosed(call.isDistinct ? "(DISTINCT " : "(", call.arguments, ")") { $0.print($1) }
    case .countAll: write("count(*)")
    case .conditional(let conditional): print(conditional)
    case .listComprehension(let comprehension): print(comprehension)
    case .patternComprehension(let comprehension): print(comprehension)
    case .quantifier(let quantifier): print(quantifier)
    case .reduction(let reduction): print(reduction)
    case .mapProjection(let projection): print(projection)
    case .pattern(let path): print(path)
    case .subquery(let kind, let query):
      write(kind.rawValue, " ")
      let outer = barEndsExpression
      barEndsExpression = false
      printBraced(query)
      barEndsExpression = outer
    }
  }

  /// Prints items in brackets, within which `|` joins labels.
  mutating func printEnclosed<Item>(
    _ opening: String, _ items: [Item], _ closing: String,
    _ print: (inout QueryPrinter, Item) -> Void
  ) {
    let outer = barEndsExpression
    barEndsExpression = false
    write(opening)
    list(items, print)
    write(closing)
    barEndsExpression = outer
  }

  mutating func printProperty(of subject: Expression, _ name: Name) {
    // `1.name` would be the number 1 and a name, but who reads it so?
    if case .literal(.integer) = subject.kind {
      printEnclosed("(", [subject], ")") { $0.print($1) }
    } else {
      print(subject, .postfix)
    }
    write(".")
    printName(name.text)
  }

  private mutating func printSlice(_ from: Expression?, _ to: Expression?) {
    let outer = barEndsExpression
    barEndsExpression = false
    write("[")
    print("", from)
    write("..")
    print("", to)
    write("]")
    barEndsExpression = outer
  }
}

// MARK: - Operators

extension QueryPrinter {
  private mutating func print(_ operation: UnaryOperator, _ operand: Expression) {
    guard operation != .not else {
      write("NOT ")
      print(operand, .not)
      return
    }
    write(operation.rawValue)
    // A minus before a number would belong to it, and two dashes look like an edge.
    switch operand.kind {
    case .unary, .literal(.integer), .literal(.float):
      printEnclosed("(", [operand], ")") { $0.print($1) }
    default: print(operand, .sign)
    }
  }

  private mutating func print(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) {
    if operation.isBalanced {
      var operands: [Expression] = []
      Self.collect(operation, left, into: &operands)
      Self.collect(operation, right, into: &operands)
      if operands.count > BinaryOperator.longestPlainChain {
        for (index, operand) in operands.enumerated() {
          if index > 0 { write(" ", operation.rawValue, " ") }
          print(operand, operation.power.next)
        }
        return
      }
    }
    print(left, operation.power)
    write(" ", operation.rawValue, " ")
    printRight(right, operation.power.next, afterDash: operation == .subtract)
  }

  /// The operands of a chain of one operator, however it is grouped.
  private static func collect(
    _ operation: BinaryOperator, _ expression: Expression, into operands: inout [Expression]
  ) {
    if case .binary(operation, let left, let right) = expression.kind {
      collect(operation, left, into: &operands)
      collect(operation, right, into: &operands)
    } else {
      operands.append(expression)
    }
  }

  private mutating func print(_ first: Expression, _ links: [ComparisonLink]) {
    print(first, .predicate)
    for link in links {
      write(" ", link.comparison.rawValue, " ")
      printRight(link.operand, .predicate, afterDash: link.comparison == .less)
    }
  }

  /// A right operand; a sign after `-` or `<` could be taken for part of an edge.
  private mutating func printRight(
    _ operand: Expression, _ minimum: BindingPower, afterDash: Bool
  ) {
    if afterDash, case .unary(let sign, _) = operand.kind, sign != .not {
      print(operand, .atom)
    } else {
      print(operand, minimum)
    }
  }

  private mutating func print(_ operand: Expression, _ labels: LabelExpression) {
    print(operand, .postfix)
    write(":")
    if labels.isStandardOnly, !labels.showsStandardForm {
      write("(")
      print(labels)
      write(")")
    } else {
      print(labels)
    }
  }
}

extension LabelExpression {
  /// Whether a `|` stands outside parentheses when it is printed.
  fileprivate var containsBar: Bool {
    if case .disjunction = kind { !isStandardOnly || showsStandardForm } else { false }
  }
}

extension Expression {
  /// Whether `variable IN` comes first when it is printed.
  fileprivate var beginsWithMembership: Bool {
    switch kind {
    case .binary(let operation, let left, _):
      if operation == .isIn, case .variable = left.kind { return true }
      return left.beginsWithMembership
    case .comparison(let first, _): return first.beginsWithMembership
    case .isNull(let operand, _): return operand.beginsWithMembership
    default: return false
    }
  }
}
