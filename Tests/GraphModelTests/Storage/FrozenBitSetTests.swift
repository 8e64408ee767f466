// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphModel

@Suite("Frozen bit sets")
struct FrozenBitSetTests {
  @Test(
    "every member and no other is found, around the borders of a word",
    arguments: [
      0, 1, 2, 63, 64, 65, 127, 128, 129, 1000,
    ])
  func membership(count: Int) {
    let isMember: (Int) -> Bool = { $0 % 3 == 0 || $0 == count - 1 }
    let set = FrozenBitSet(count: count, isMember: isMember)
    let listed = FrozenBitSet(
      count: count, members: (0..<UInt32(count)).filter { isMember(Int($0)) })
    for row in 0..<count {
      #expect(set.contains(row) == isMember(row), "row \(row) of \(count)")
      #expect(listed.contains(row) == isMember(row), "row \(row) of \(count)")
    }
    #expect(set.byteCount == (count + 63) / 64 * 8)
    #expect(listed.byteCount == set.byteCount)
  }

  @Test("bits after the last row are clear", arguments: [1, 63, 65])
  func tail(count: Int) {
    let set = FrozenBitSet(count: count) { _ in true }
    for row in count..<(count + 63) / 64 * 64 { #expect(!set.contains(row)) }
  }

  @Test("a single member at each end of a word", arguments: [0, 62, 63, 64, 65])
  func single(member: Int) {
    let set = FrozenBitSet(count: 66) { $0 == member }
    #expect((0..<66).filter(set.contains) == [member])
  }
}

@Suite("Frozen arrays")
struct FrozenArrayTests {
  @Test("elements come back, and byteCount is theirs")
  func elements() {
    let array = FrozenArray([7, 8, 9] as [UInt32])
    #expect(Array(array) == [7, 8, 9])
    #expect(array.byteCount == 12)
    #expect(Array(FrozenArray<Int64>([])) == [])
    #expect(FrozenArray<Int64>([]).byteCount == 0)
  }

  @Test("memory of another owner stays alive with the array")
  func owner() {
    final class Owner {
      let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 4)
      let onEnd: () -> Void
      init(onEnd: @escaping () -> Void) {
        self.onEnd = onEnd
        memory.initialize(repeating: 5, count: 4)
      }
      deinit {
        memory.deallocate()
        onEnd()
      }
    }
    var isFreed = false
    var array: FrozenArray<UInt8>?
    do {
      let owner = Owner { isFreed = true }
      array = FrozenArray(base: UnsafePointer(owner.memory), count: 4, owner: owner)
    }
    let copy = array
    array = nil
    #expect(!isFreed)
    #expect(copy.map(Array.init) == [5, 5, 5, 5])
    withExtendedLifetime(copy) {}
  }
}
