// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

/// Rewrites a query so that each row carries one more column, with what the row rests on.
///
/// Every path pattern of a `MATCH` gets a name, and every `WITH` and `RETURN` one more column: the
/// paths, and a pair `[p, 'since']` for each property `p.since` that its columns are made of. Where
/// rows are grouped or made distinct, the column collects those of the group.
///
/// The rewritten query is run beside the query itself and gives evidence only: rows, their order,
/// and faults are those of the query as written.
struct EvidenceColumns {
  /// What the names of hidden columns begin with; the text does not contain it.
  private let stem: String
  private var count = 0

  /// The variables in scope that hold evidence.
  private var carried: [String] = []

  /// The query with one more column; nil for queries that write, and
  /// for those whose rows would change: `UNION` without `ALL`, `CALL { … }`, `DISTINCT *`.
  static func added(to query: Query, of text: String) -> Widened? {
    var stem = " evidence"
    while text.contains(stem) { stem += "." }
    let column = "\(stem) of the row"
    func rewritten(_ part: SingleQuery) -> SingleQuery? {
      var columns = EvidenceColumns(stem: stem)
      return columns.rewritten(part, column: column)
    }
    var query = query
    guard query.unions.allSatisfy(\.keepsDuplicates), let first = rewritten(query.first) else {
      return nil
    }
    query.first = first
    for position in query.unions.indices {
      guard let part = rewritten(query.unions[position].query) else { return nil }
      query.unions[position].query = part
    }
    return Widened(query: query, column: column, stem: stem)
  }

  /// A query with one more column.
  struct Widened {
    let query: Query

    /// What the column is called.
    let column: String

    fileprivate let stem: String

    /// Whether a column is not one of the query as written: `RETURN *` shows what is carried.
    func isHidden(_ column: String) -> Bool { column.hasPrefix(stem) }
  }

  private init(stem: String) { self.stem = stem }

  private mutating func fresh() -> String {
    count += 1
    return "\(stem) \(count)"
  }

  private mutating func rewritten(_ part: SingleQuery, column: String) -> SingleQuery? {
    var part = part
    var hasRows = false
    for position in part.clauses.indices {
      switch part.clauses[position] {
      case .match(var match):
        for path in match.pattern.paths.indices {
          let name = match.pattern.paths[path].variable ?? Name(fresh(), match.span)
          match.pattern.paths[path].variable = name
          carried.append(name.text)
        }
        part.clauses[position] = .match(match)
      case .with(let projection):
        guard let widened = widened(projection, as: nil) else { return nil }
        part.clauses[position] = .with(widened)
      case .returning(let projection):
        guard let widened = widened(projection, as: column) else { return nil }
        part.clauses[position] = .returning(widened)
        hasRows = true
      case .unwind, .call: break
      case .create, .merge, .set, .remove, .delete, .subquery: return nil
      }
    }
    return hasRows ? part : nil
  }

  /// The clause with one column more.
  /// - Parameter column: what it is called in `RETURN`; nil in `WITH`.
  private mutating func widened(
    _ clause: ProjectionClause, as column: String?
  ) -> ProjectionClause? {
    let isGrouping = clause.items.contains { $0.expression.firstAggregate != nil }
    var clause = clause
    var properties: [Expression] = []
    for item in clause.items { gather(item.expression, &properties) }
    if clause.includesAll {
      // Distinct rows and groups would be those with what is carried in them.
      if isGrouping || clause.isDistinct { return nil }
      if column == nil, properties.isEmpty { return clause }
    }
    let isPassingAll = clause.includesAll && column == nil
    let variables = isPassingAll ? [] : carried.map { Expression(.variable($0), clause.span) }
    var evidence = Expression(.list(variables + properties), clause.span)
    if isGrouping || clause.isDistinct {
      let collect = FunctionCall(
        name: Name("collect", clause.span), isDistinct: false, arguments: [evidence])
      evidence = Expression(.call(collect), clause.span)
      // The columns that hold no aggregate are the group, so rows are distinct as they are.
      clause.isDistinct = false
    }
    let name = column ?? fresh()
    clause.items.append(
      ProjectionItem(expression: evidence, alias: Name(name, clause.span), text: name))
    carried = isPassingAll ? carried + [name] : [name]
    return clause
  }

  /// Adds a pair for each property that an expression reads of a variable of the clause.
  private func gather(_ expression: Expression, _ pairs: inout [Expression]) {
    func add(_ subject: Expression, _ name: Name) {
      guard case .variable = subject.kind else { return }
      let property = Expression(.literal(.string(name.text)), expression.span)
      pairs.append(Expression(.list([subject, property]), expression.span))
    }
    switch expression.kind {
    case .property(let subject, let name):
      add(subject, name)
      gather(subject, &pairs)
    case .mapProjection(let projection):
      for case .property(let name) in projection.items {
        add(Expression(.variable(projection.subject.text), expression.span), name)
      }
      for part in expression.parts { gather(part, &pairs) }
    // The variables of these are their own.
    case .listComprehension(let comprehension): gather(comprehension.list, &pairs)
    case .quantifier(let quantifier): gather(quantifier.list, &pairs)
    case .reduction(let reduction):
      gather(reduction.initial, &pairs)
      gather(reduction.list, &pairs)
    case .patternComprehension: break
    default: for part in expression.parts { gather(part, &pairs) }
    }
  }
}
