// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel
import QueryEngine
import Testing

@Suite("Limits of queries")
struct QueryLimitsTests {
  @Test("the standard limits bound rows, memory and work, not time")
  func standard() {
    let limits = QueryLimits.standard
    #expect(limits.time == nil)
    #expect(limits.rows == 10_000_000)
    #expect(limits.memory == 1 << 30)
  }

  @Test("a single match of a regular expression polls the budget, and is linear in the text")
  func longMatch() throws {
    let text = Value.string(String(repeating: "a", count: 100_000) + "b")
    func detail(_ limits: QueryLimits) -> QueryFault.Detail? {
      do {
        _ = try PropertyGraph().query("RETURN $t =~ '(a+)+$'", ["t": text], limits: limits)
        return nil
      } catch {
        return error.faults[0].detail
      }
    }
    #expect(detail(QueryLimits(work: 10_000)) == .workLimit)
    #expect(detail(QueryLimits(time: .milliseconds(1))) == .deadline)
    // Some steps for each character, of which a part is charged.
    #expect(detail(QueryLimits(work: 200_000)) == nil)
  }

  @Test("what no expression is to blame for is shown at the clause or the whole query")
  func places() throws {
    let graph = try drawnGraph()
    func place(_ text: String, _ limits: QueryLimits = .standard) -> String? {
      do {
        _ = try graph.query(text, limits: limits)
        return nil
      } catch {
        return error.faults[0].span.map { span in
          String(decoding: Array(text.utf8)[Int(span.lower)..<Int(span.upper)], as: UTF8.self)
        }
      }
    }
    #expect(
      place("UNWIND range(1, 9) AS x RETURN x", QueryLimits(rows: 3)) == "RETURN x")
    #expect(
      place(" MATCH (a), (b), (c) RETURN count(*) ", QueryLimits(work: 1000))
        == "MATCH (a), (b), (c) RETURN count(*)")
    #expect(place("MATCH (n) SET n.x = 1 RETURN n") == "SET n.x = 1")
    #expect(place("CALL { CREATE (n) RETURN n } RETURN 1") == "CREATE (n)")
  }
}
