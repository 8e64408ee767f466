// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import Testing

@testable import QueryEngine

/// Sets of slots do what sets of integers do.
@Suite struct SlotSetTests {
  @Test(arguments: 0..<50)
  func randomOperations(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var (set, expected) = (SlotSet(), Set<Int>())
    for _ in 0..<60 {
      let slots = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        Int.random(in: 0...200, using: &random)
      }
      switch Int.random(in: 0..<7, using: &random) {
      case 0: slots.forEach { #expect(set.insert($0).inserted == expected.insert($0).inserted) }
      case 1: slots.forEach { #expect(set.remove($0) == expected.remove($0)) }
      case 2:
        set.formUnion(SlotSet(slots))
        expected.formUnion(slots)
      case 3:
        set.subtract(SlotSet(slots))
        expected.subtract(slots)
      case 4:
        set.formSymmetricDifference(SlotSet(slots))
        expected.formSymmetricDifference(slots)
      case 5: (set, expected) = (set.intersection(SlotSet(0..<150)), expected.intersection(0..<150))
      default: (set, expected) = (set.union(SlotSet(slots)), expected.union(slots))
      }
      #expect(Array(set) == expected.sorted())
      #expect(set == SlotSet(expected) && set.isEmpty == expected.isEmpty)
      #expect((0...200).allSatisfy { set.contains($0) == expected.contains($0) })
    }
  }
}
