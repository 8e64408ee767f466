// SPDX-License-Identifier: Apache-2.0

extension QueryPrinter {
  mutating func print(_ conditional: CaseExpression) {
    write("CASE")
    print(" ", conditional.subject)
    for branch in conditional.branches {
      print(" WHEN ", branch.test)
      print(" THEN ", branch.result)
    }
    print(" ELSE ", conditional.otherwise)
    write(" END")
  }

  mutating func print(_ comprehension: ListComprehension) {
    write("[")
    printVariable(comprehension.variable.text)
    write(" IN ")
    printParts(comprehension.list, comprehension.filter, comprehension.result)
    write("]")
  }

  mutating func print(_ comprehension: PatternComprehension) {
    write("[")
    print(comprehension.pattern)
    printParts(nil, comprehension.filter, comprehension.result)
    write("]")
  }

  /// The parts of a comprehension, before the last of which stands a bar.
  private mutating func printParts(
    _ list: Expression?, _ filter: Expression?, _ result: Expression?
  ) {
    let outer = barEndsExpression
    barEndsExpression = true
    print("", list)
    print(" WHERE ", filter)
    barEndsExpression = false
    print(" | ", result)
    barEndsExpression = outer
  }

  mutating func print(_ quantifier: QuantifierExpression) {
    let outer = barEndsExpression
    barEndsExpression = false
    write(quantifier.kind.rawValue, "(")
    printVariable(quantifier.variable.text)
    print(" IN ", quantifier.list)
    print(" WHERE ", quantifier.predicate)
    write(")")
    barEndsExpression = outer
  }

  mutating func print(_ reduction: Reduction) {
    write("reduce(")
    printVariable(reduction.accumulator.text)
    let outer = barEndsExpression
    barEndsExpression = false
    print(" = ", reduction.initial)
    write(", ")
    printVariable(reduction.variable.text)
    write(" IN ")
    printParts(reduction.list, nil, reduction.step)
    barEndsExpression = outer
    write(")")
  }

  mutating func print(_ entry: MapEntry) {
    printName(entry.key.text)
    print(": ", entry.value)
  }

  mutating func print(_ projection: MapProjection) {
    switch Self.keyword(projection.subject.text) {
    case .exists, .count, .collect: write("`", projection.subject.text, "`")
    default: printVariable(projection.subject.text)
    }
    printEnclosed(" {", projection.items, "}") { printer, item in
      switch item {
      case .property(let name):
        printer.write(".")
        printer.printName(name.text)
      case .entry(let entry): printer.print(entry)
      case .variable(let name): printer.printVariable(name.text)
      case .allProperties: printer.write(".*")
      }
    }
  }
}

// MARK: - Literals

extension QueryPrinter {
  mutating func print(_ literal: Literal) {
    switch literal {
    case .null: write("null")
    case .boolean(let value): write(value ? "true" : "false")
    case .integer(let value): write("\(value)")
    case .float(let value): write(Self.text(of: value))
    case .string(let value): write(Self.quoted(string: value))
    }
  }

  private static func text(of value: Double) -> String {
    // No literal stands for these; the tree of a text has none.
    if value.isNaN { return "(0.0 / 0.0)" }
    if value.isInfinite { return value > 0 ? "(1.0 / 0.0)" : "(-1.0 / 0.0)" }
    return "\(value)".replacing("e+", with: "e")
  }

  private static func quoted(string: String) -> String {
    var text = "'"
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "'": text += "\\'"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text + "'"
  }
}
