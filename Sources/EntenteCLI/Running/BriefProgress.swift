// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Says on standard error how far a long brief is.
final class BriefProgress: Sendable {
  private let total: Int
  private let isSilent: Bool
  private let count = Mutex(0)

  /// Briefs with more questions take long enough to say so, and say so after every so many.
  private static let interval = 20

  init(of total: Int, isQuiet: Bool) {
    self.total = total
    isSilent = isQuiet || total <= Self.interval
  }

  /// One more question is asked.
  func advance() {
    let asked = count.withLock { count in
      count += 1
      return count
    }
    guard !isSilent, asked % Self.interval == 0, asked < total else { return }
    Console.say("\(asked) of \(total) questions asked")
  }
}
