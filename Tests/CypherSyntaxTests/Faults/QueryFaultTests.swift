// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import Testing

@Suite("Faults of queries")
struct QueryFaultTests {
  @Test("every detail has a code of its own, a letter and three digits")
  func codes() {
    let codes = QueryFault.Detail.allCases.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.count == 4 && $0.first == "Q" })
  }
}
