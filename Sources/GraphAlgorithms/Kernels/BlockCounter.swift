// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Deals numbered blocks of work to threads, each once.
final class BlockCounter: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int

  init(count: Int) { self.count = count }

  /// The next block; nil when all are dealt.
  func take() -> Int? {
    let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return block < count ? block : nil
  }
}
