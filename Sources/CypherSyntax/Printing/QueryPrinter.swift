// SPDX-License-Identifier: Apache-2.0

/// Writes queries in one canonical form: a clause a line, keywords in capitals, no parentheses or
/// backquotes but those that are needed.
///
/// What is printed reads as the same tree. Comments are not part of the tree, and the former
/// spellings `filter(…)`, `extract(…)`, `|:` and `~` are printed as what they mean.
public struct QueryPrinter {
  var output = ""

  /// Whether a `|` would end the expression being printed.
  var barEndsExpression = false

  /// How many subqueries are open; their clauses share a line.
  private var openQueries = 0

  public static func print(_ statement: Statement) -> String {
    var printer = QueryPrinter()
    if statement.mode != .run { printer.write(statement.mode.rawValue, " ") }
    printer.print(statement.query)
    return printer.output
  }

  public static func print(_ query: Query) -> String {
    var printer = QueryPrinter()
    printer.print(query)
    return printer.output
  }

  public static func print(_ expression: Expression) -> String {
    var printer = QueryPrinter()
    printer.print(expression)
    return printer.output
  }

  mutating func write(_ parts: String...) {
    for part in parts { output += part }
  }

  /// Prints items with a comma between each two.
  mutating func list<Item>(_ items: [Item], _ print: (inout QueryPrinter, Item) -> Void) {
    for (index, item) in items.enumerated() {
      if index > 0 { write(", ") }
      print(&self, item)
    }
  }
}

// MARK: - Queries

extension QueryPrinter {
  private var separator: String { openQueries > 0 ? " " : "\n" }

  mutating func print(_ query: Query) {
    print(query.first)
    for union in query.unions {
      write(separator, union.keepsDuplicates ? "UNION ALL" : "UNION", separator)
      print(union.query)
    }
  }

  private mutating func print(_ query: SingleQuery) {
    for (index, clause) in query.clauses.enumerated() {
      if index > 0 { write(separator) }
      print(clause)
    }
  }

  /// A query in braces, with the blanks within them.
  mutating func printBraced(_ query: Query) {
    openQueries += 1
    write("{ ")
    print(query)
    write(" }")
    openQueries -= 1
  }
}
