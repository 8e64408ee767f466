// SPDX-License-Identifier: Apache-2.0

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
}
