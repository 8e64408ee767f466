// SPDX-License-Identifier: Apache-2.0

extension QueryPrinter {
  mutating func print(_ clause: Clause) {
    switch clause {
    case .match(let match): print(match)
    case .unwind(let unwind): print(unwind)
    case .with(let projection): print(projection, "WITH")
    case .returning(let projection): print(projection, "RETURN")
    case .create(let create):
      write("CREATE ")
      list(create.paths) { $0.print($1) }
    case .merge(let merge): print(merge)
    case .set(let set):
      write("SET ")
      list(set.items) { $0.print($1) }
    case .remove(let remove):
      write("REMOVE ")
      list(remove.items) { $0.print($1) }
    case .delete(let delete):
      write(delete.isDetaching ? "DETACH DELETE " : "DELETE ")
      list(delete.targets) { $0.print($1) }
    case .call(let call): print(call)
    case .subquery(let subquery): print(subquery)
    }
  }

  private mutating func print(_ match: MatchClause) {
    write(match.isOptional ? "OPTIONAL MATCH " : "MATCH ")
    if let mode = match.pattern.mode { write(mode.rawValue, " ") }
    list(match.pattern.paths) { $0.print($1) }
    if let keep = match.pattern.keep {
      write(" KEEP ")
      print(keep)
    }
    print(" AS OF ", match.asOf)
    print(" WHERE ", match.filter)
  }

  private mutating func print(_ unwind: UnwindClause) {
    if unwind.isStandardForm {
      write("FOR ")
      printVariable(unwind.variable.text)
      print(" IN ", unwind.list)
    } else {
      print("UNWIND ", unwind.list)
      write(" AS ")
      printVariable(unwind.variable.text)
    }
  }

  private mutating func print(_ projection: ProjectionClause, _ word: String) {
    switch projection.form {
    case .letForm:
      write("LET ")
      list(projection.items) { printer, item in
        printer.printVariable(item.alias?.text ?? item.text)
        printer.print(" = ", item.expression)
      }
    case .filterForm:
      print("FILTER ", projection.filter)
    case .plain:
      write(word, projection.isDistinct ? " DISTINCT " : " ")
      if projection.includesAll { write(projection.items.isEmpty ? "*" : "*, ") }
      list(projection.items) { printer, item in
        printer.print(item.expression)
        if let alias = item.alias {
          printer.write(" AS ")
          printer.printVariable(alias.text)
        }
      }
      if !projection.order.isEmpty { write(" ORDER BY ") }
      list(projection.order) { printer, item in
        printer.print(item.expression)
        if item.isDescending { printer.write(" DESC") }
      }
      print(" SKIP ", projection.skip)
      print(" LIMIT ", projection.limit)
      print(" WHERE ", projection.filter)
    }
  }

  private mutating func print(_ merge: MergeClause) {
    write("MERGE ")
    print(merge.path)
    if !merge.onCreate.isEmpty {
      write(" ON CREATE SET ")
      list(merge.onCreate) { $0.print($1) }
    }
    if !merge.onMatch.isEmpty {
      write(" ON MATCH SET ")
      list(merge.onMatch) { $0.print($1) }
    }
  }

  private mutating func print(_ item: SetItem) {
    switch item {
    case .property(let subject, let name, let value):
      printProperty(of: subject, name)
      print(" = ", value)
    case .replacement(let variable, let value):
      printVariable(variable.text)
      print(" = ", value)
    case .addition(let variable, let value):
      printVariable(variable.text)
      print(" += ", value)
    case .labels(let variable, let labels):
      print(variable, labels)
    }
  }

  private mutating func print(_ item: RemoveClause.Item) {
    switch item {
    case .property(let subject, let name): printProperty(of: subject, name)
    case .labels(let variable, let labels): print(variable, labels)
    }
  }

  private mutating func print(_ variable: Name, _ labels: [Name]) {
    printVariable(variable.text)
    for label in labels {
      write(":")
      printName(label.text)
    }
  }

  private mutating func print(_ call: CallClause) {
    write("CALL ")
    printDottedName(call.name.text)
    if let arguments = call.arguments {
      write("(")
      list(arguments) { $0.print($1) }
      write(")")
    }
    if call.yieldsAll || !call.yields.isEmpty { write(" YIELD ") }
    if call.yieldsAll { write("*") }
    list(call.yields) { printer, item in
      printer.printName(item.field.text)
      if let alias = item.alias {
        printer.write(" AS ")
        printer.printVariable(alias.text)
      }
    }
    print(" WHERE ", call.filter)
  }

  private mutating func print(_ subquery: SubqueryClause) {
    write("CALL ")
    if let imported = subquery.imported {
      write("(")
      list(imported) { $0.printVariable($1.text) }
      write(") ")
    }
    printBraced(subquery.query)
  }

  /// Prints words and an expression, if there is one.
  mutating func print(_ words: String, _ expression: Expression?) {
    guard let expression else { return }
    write(words)
    print(expression)
  }
}
