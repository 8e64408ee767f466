// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphTestSupport
import Testing

/// A query that is read, printed and read again answers the same.
@Suite("Random queries, printed")
struct PrintingTests {
  @Test("the printed query has the same rows, and prints as itself")
  func printing() {
    Relation("printed = as written", cases: 200, seed: 60) { source in
      let text = source.query()
      guard let statement = QueryParser.parse(text).statement else {
        return Trial([text]) { _ in "the text is refused" }
      }
      let printed = QueryPrinter.print(statement)
      return Trial([text, printed]) { sketch in
        guard let again = QueryParser.parse(printed).statement else { return "refused" }
        if QueryPrinter.print(again) != printed { return QueryPrinter.print(again) }
        let graph = try sketch.frozen()
        let first = try graph.bag(text)
        let second = try graph.bag(printed)
        return first == second ? nil : first.differences(from: second)
      }
    }.check()
  }
}
