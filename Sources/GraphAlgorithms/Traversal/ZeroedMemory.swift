// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An array of numbers that begins as zeros, which cost nothing until they are touched: the system
/// hands out zeroed pages on first use. A search over a corner of a large graph pays for the
/// corner.
final class ZeroedMemory {
  let base: UnsafeMutablePointer<UInt32>
  let count: Int

  init(count: Int) {
    self.count = count
    guard let memory = calloc(max(count, 1), MemoryLayout<UInt32>.stride) else {
      preconditionFailure("no memory for a search")
    }
    base = memory.bindMemory(to: UInt32.self, capacity: max(count, 1))
  }

  func clear() { base.update(repeating: 0, count: count) }

  deinit { free(base) }
}
