// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Trees as text, in nested parentheses, without places.
enum SyntaxDump {
  static func dump(_ statement: Statement) -> String {
    (statement.mode == .run ? "" : statement.mode.rawValue + " ") + dump(statement.query)
  }

  static func dump(_ query: Query) -> String {
    let unions = query.unions.map {
      ($0.keepsDuplicates ? " UNION ALL " : " UNION ") + dump($0.query)
    }
    return dump(query.first) + unions.joined()
  }

  private static func dump(_ query: SingleQuery) -> String {
    query.clauses.map(dump).joined(separator: " ")
  }

  /// A node of the dump: a word and its parts, of which empty ones are left out.
  static func node(_ word: String, _ parts: String?...) -> String {
    node(word, parts)
  }

  static func node(_ word: String, _ parts: [String?]) -> String {
    let shown = parts.compactMap { $0 }.filter { !$0.isEmpty }
    return shown.isEmpty ? "(\(word))" : "(\(word) \(shown.joined(separator: " ")))"
  }

  static func list<Item>(_ items: [Item], _ dump: (Item) -> String) -> String {
    items.map(dump).joined(separator: " ")
  }

  static func named(_ word: String, _ expression: Expression?) -> String? {
    expression.map { node(word, dump($0)) }
  }
}

// MARK: - Clauses

extension SyntaxDump {
  static func dump(_ clause: Clause) -> String {
    switch clause {
    case .match(let match):
      node(
        match.isOptional ? "optional-match" : "match", dump(match.pattern),
        named("as-of", match.asOf), named("where", match.filter))
    case .unwind(let unwind):
      node(unwind.isStandardForm ? "for" : "unwind", dump(unwind.list), unwind.variable.text)
    case .with(let projection): dump(projection, "with")
    case .returning(let projection): dump(projection, "return")
    case .create(let create): node("create", list(create.paths, dump))
    case .merge(let merge):
      node(
        "merge", dump(merge.path),
        merge.onCreate.isEmpty ? nil : node("on-create", list(merge.onCreate, dump)),
        merge.onMatch.isEmpty ? nil : node("on-match", list(merge.onMatch, dump)))
    case .set(let set): node("set", list(set.items, dump))
    case .remove(let remove): node("remove", list(remove.items, dump))
    case .delete(let delete):
      node(delete.isDetaching ? "detach-delete" : "delete", list(delete.targets, dump))
    case .call(let call): dump(call)
    case .subquery(let subquery):
      node(
        "call-query", subquery.imported.map { "[\($0.map(\.text).joined(separator: " "))]" },
        dump(subquery.query))
    }
  }

  private static func dump(_ projection: ProjectionClause, _ word: String) -> String {
    let name =
      switch projection.form {
      case .plain: word
      case .letForm: "let"
      case .filterForm: "filter"
      }
    return node(
      name, projection.isDistinct ? "distinct" : nil, projection.includesAll ? "*" : nil,
      list(projection.items) { item in
        item.alias.map { node("as", dump(item.expression), $0.text) } ?? dump(item.expression)
      },
      projection.order.isEmpty
        ? nil
        : node(
          "order", list(projection.order) { dump($0.expression) + ($0.isDescending ? " desc" : "") }
        ),
      named("skip", projection.skip), named("limit", projection.limit),
      named("where", projection.filter))
  }

  private static func dump(_ item: SetItem) -> String {
    switch item {
    case .property(let subject, let name, let value):
      node("=", node(".", dump(subject), name.text), dump(value))
    case .replacement(let variable, let value): node("=", variable.text, dump(value))
    case .addition(let variable, let value): node("+=", variable.text, dump(value))
    case .labels(let variable, let labels):
      node("labels", variable.text, list(labels, \.text))
    }
  }

  private static func dump(_ item: RemoveClause.Item) -> String {
    switch item {
    case .property(let subject, let name): node(".", dump(subject), name.text)
    case .labels(let variable, let labels):
      node("labels", variable.text, list(labels, \.text))
    }
  }

  private static func dump(_ call: CallClause) -> String {
    let yields = list(call.yields) { item in
      item.alias.map { node("as", item.field.text, $0.text) } ?? item.field.text
    }
    return node(
      "call", call.name.text, call.arguments.map { "[\(list($0, dump))]" },
      call.yieldsAll ? "(yield *)" : yields.isEmpty ? nil : node("yield", yields),
      named("where", call.filter))
  }
}
