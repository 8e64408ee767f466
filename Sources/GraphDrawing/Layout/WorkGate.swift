// SPDX-License-Identifier: Apache-2.0

/// Lets a fixed number of tasks in at a time; the others wait in the order they came.
actor WorkGate {
  /// Layouts in this process: libgraphviz has state per process, so one at a time.
  static let process = WorkGate(places: 1)
  /// Workers that run beside each other.
  static let workers = WorkGate(places: 4)

  private var places: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var firstWaiting = 0

  init(places: Int) {
    self.places = places
  }

  /// - Throws: `CancellationError` when the task was cancelled before its turn came.
  func enter() async throws {
    try Task.checkCancellation()
    if places > 0 {
      places -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
    if Task.isCancelled {
      leave()
      throw CancellationError()
    }
  }

  func leave() {
    guard firstWaiting < waiting.count else {
      places += 1
      return
    }
    let next = waiting[firstWaiting]
    firstWaiting += 1
    if firstWaiting > 64, firstWaiting * 2 > waiting.count {
      waiting.removeFirst(firstWaiting)
      firstWaiting = 0
    }
    next.resume()
  }
}
