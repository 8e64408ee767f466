// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Lets a number of tasks and threads in at a time; the others wait in the order they came, and
/// when too many wait the next are turned away.
final class WorkGate: Sendable {
  /// Layouts in this process: libgraphviz has state per process, so one at a time.
  static let process = WorkGate()

  fileprivate enum Waiter: Sendable {
    case task(CheckedContinuation<Bool, Never>)
    case thread(ThreadTurn)

    func wake(isLet: Bool) {
      switch self {
      case .task(let continuation): continuation.resume(returning: isLet)
      case .thread(let turn): turn.come()
      }
    }
  }

  fileprivate struct State {
    var inside = 0
    var nextTicket = 0
    /// In the order of their tickets.
    var waiting: [(ticket: Int, waiter: Waiter)] = []
    /// Tickets of tasks that were cancelled before they began to wait.
    var cancelled: Set<Int> = []
  }

  private let state = Mutex(State())

  /// How many are inside and how many wait.
  var load: (inside: Int, waiting: Int) { state.withLock { ($0.inside, $0.waiting.count) } }

  /// Waits for one of `places`, together with at most `queueLength` others.
  ///
  /// - Throws: ``LayoutError/tooManyWaiting(limit:)``; `CancellationError` when the task was
  ///   cancelled before its turn came.
  func enter(places: Int, queueLength: Int) async throws {
    try Task.checkCancellation()
    guard let ticket = try ticket(places: places, queueLength: queueLength) else { return }
    let isLet = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let outcome = state.withLock { state in
          state.joined(ticket, .task(continuation), places: places)
        }
        if let outcome { continuation.resume(returning: outcome) }
      }
    } onCancel: {
      let waiter = state.withLock { $0.cancel(ticket) }
      waiter?.wake(isLet: false)
    }
    // A mark that came after its turn is of no use any more.
    state.withLock { _ = $0.cancelled.remove(ticket) }
    guard isLet else { throw CancellationError() }
    if Task.isCancelled {
      leave()
      throw CancellationError()
    }
  }

  /// The same for a thread, which is held meanwhile.
  func enterNow(places: Int, queueLength: Int) throws(LayoutError) {
    guard let ticket = try ticket(places: places, queueLength: queueLength) else { return }
    let turn = ThreadTurn()
    let outcome = state.withLock { $0.joined(ticket, .thread(turn), places: places) }
    if outcome == nil { turn.wait() }
  }

  func leave() {
    let next = state.withLock { state -> Waiter? in
      guard !state.waiting.isEmpty else {
        state.inside -= 1
        return nil
      }
      // The place is handed on.
      return state.waiting.removeFirst().waiter
    }
    next?.wake(isLet: true)
  }

  /// Nil when there is a place; otherwise a number to wait by.
  private func ticket(places: Int, queueLength: Int) throws(LayoutError) -> Int? {
    let result = state.withLock { state -> Result<Int?, LayoutError> in
      if state.inside < max(places, 1) {
        state.inside += 1
        return .success(nil)
      }
      guard state.waiting.count < queueLength else {
        return .failure(.tooManyWaiting(limit: queueLength))
      }
      state.nextTicket += 1
      return .success(state.nextTicket)
    }
    return try result.get()
  }
}

extension WorkGate.State {
  /// True and false when there is nothing to wait for: let in, or cancelled.
  fileprivate mutating func joined(
    _ ticket: Int, _ waiter: WorkGate.Waiter, places: Int
  ) -> Bool? {
    if cancelled.remove(ticket) != nil { return false }
    if inside < max(places, 1) {
      inside += 1
      return true
    }
    waiting.append((ticket, waiter))
    return nil
  }

  fileprivate mutating func cancel(_ ticket: Int) -> WorkGate.Waiter? {
    guard let place = waiting.firstIndex(where: { $0.ticket == ticket }) else {
      // It has not begun to wait, or has been let in; then nobody asks for the mark.
      cancelled.insert(ticket)
      return nil
    }
    return waiting.remove(at: place).waiter
  }
}
