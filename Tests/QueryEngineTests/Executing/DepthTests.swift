// SPDX-License-Identifier: Apache-2.0

import Foundation
import GraphModel
import QueryEngine
import Testing

/// Long and deep queries need little stack: half a mebibyte, as threads have it, will do.
@Suite struct DepthTests {
  private func rows(_ text: String) -> Int? {
    nonisolated(unsafe) var count: Int?
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      count = try? PropertyGraph().query(text).rows.count
      done.signal()
    }
    thread.stackSize = 1 << 19
    thread.start()
    done.wait()
    return count
  }

  @Test func manyClauses() {
    let clauses = (0..<450).map { "UNWIND [1] AS x\($0)" }.joined(separator: " ")
    #expect(rows("\(clauses) RETURN x449") == 1)
    let withs = (0..<450).map { "WITH \($0) AS x" }.joined(separator: " ")
    #expect(rows("\(withs) RETURN x") == 1)
  }

  @Test func deepExpressions() {
    #expect(
      rows("RETURN " + String(repeating: "[", count: 150) + String(repeating: "]", count: 150)) == 1
    )
    #expect(rows("RETURN " + String(repeating: "NOT ", count: 150) + "true") == 1)
    #expect(
      rows(
        "RETURN " + String(repeating: "abs(", count: 150) + "1" + String(repeating: ")", count: 150)
      ) == 1)
    let sum = Array(repeating: "1", count: 5000).joined(separator: " + ")
    let isRefusedOrRun = rows("RETURN \(sum)")
    #expect(isRefusedOrRun == nil || isRefusedOrRun == 1)
    let nested = (0..<40).reduce("RETURN 1 AS x") { text, _ in "RETURN COUNT { \(text) } AS x" }
    let counted = rows(nested)
    #expect(counted == nil || counted == 1)
  }
}
