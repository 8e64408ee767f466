// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Testing

@Suite("Values as literals")
struct ValueLiteralTests {
  @Test("each kind of literal")
  func kinds() {
    #expect((true as Value) == .boolean(true))
    #expect((7 as Value) == .integer(7))
    #expect((-0.5 as Value) == .float(-0.5))
    #expect(("x" as Value) == .string("x"))
    #expect(([1, "x", [true]] as Value) == .list([.integer(1), .string("x"), .list([true])]))
    let map: Value = ["b": 1, "a": ["c": .null]]
    #expect(map == .map(ValueMap([("a", .map(ValueMap([("c", .null)]))), ("b", .integer(1))])))
  }
}
