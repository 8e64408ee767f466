// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import Testing

@testable import QueryEngine

/// Tables and sets of numbers do what dictionaries and sets do, few numbers or many.
@Suite struct NumberSetTests {
  @Test(arguments: [10, 1_000, 100_000, 1_000_000_000])
  func sameAsASet(greatest: Int) {
    var random = SeededGenerator(seed: UInt64(greatest))
    var (set, expected) = (NumberSet(), Set<UInt32>())
    var (table, places) = (NumberTable(), [UInt32: Int]())
    for step in 0..<4_000 {
      let number =
        step % 500 == 499 ? Column.none : UInt32(Int.random(in: 0...greatest, using: &random))
      #expect(set.insert(number) == expected.insert(number).inserted)
      #expect(table.knownPlace(of: number) == places[number])
      let place = places[number] ?? places.count
      places[number] = place
      #expect(table.place(of: number) == place)
    }
    #expect(set.count == expected.count && table.numbers.count == places.count)
    #expect(set.sorted == expected.sorted())
  }
}
