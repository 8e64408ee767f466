// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

/// A query within an expression: run once for each row.
final class SubqueryEvaluator: Evaluator {
  let kind: SubqueryKind
  private let query: QueryOperator

  init(_ kind: SubqueryKind, _ query: QueryOperator, _ span: SourceSpan) {
    self.kind = kind
    self.query = query
    super.init(span)
  }

  override func value(_ frame: Frame) throws(QueryFault) -> Value {
    try query.start(from: frame)
    switch kind {
    case .exists:
      while let batch = try query.next() {
        if batch.count > 0 { return .boolean(true) }
      }
      return .boolean(false)
    case .count:
      var count = 0
      while let batch = try query.next() { count += batch.count }
      return .integer(Int64(count))
    case .collect:
      var values: [Value] = []
      var bytes = 0
      defer { frame.run.giveBack(bytes) }
      while let batch = try query.next() {
        let column = batch.columns[0]
        bytes += column.byteCount
        try frame.run.reserve(column.byteCount)
        for row in 0..<batch.count { values.append(column.value(at: row)) }
      }
      return try frame.run.bounded(.list(values), span)
    }
  }
}
