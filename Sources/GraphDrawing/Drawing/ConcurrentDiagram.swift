// SPDX-License-Identifier: Apache-2.0
import CSystemCalls
import Synchronization

/// The part of a figure that does not ask how its frame is placed: written on another thread
/// meanwhile, or by whoever waits for it where that thread has not come to it.
///
/// Checked by hand: the thread that takes the work alone touches the result until it ends.
final class ConcurrentDiagram: @unchecked Sendable {
  /// What is written.
  struct Part {
    var diagram = Markup()
    var description = ""
  }

  private var part = Part()
  private let write: @Sendable (inout Part) -> Void
  private let isTaken = Atomic(false)
  private var thread: started_thread?

  /// - Parameter isConcurrent: false leaves the work to whoever asks for it.
  init(isConcurrent: Bool, _ write: @escaping @Sendable (inout Part) -> Void) {
    self.write = write
    if isConcurrent { start() }
  }

  /// Everything that was written. Asked for once.
  func finished() -> Part {
    if take() {
      if let thread { leave_thread(thread) }
      write(&part)
    } else if let thread {
      join_thread(thread)
    }
    return part
  }

  /// True for the first that asks.
  private func take() -> Bool { !isTaken.exchange(true, ordering: .acquiringAndReleasing) }

  private func start() {
    let context = Unmanaged.passRetained(self)
    var started = started_thread()
    let result = start_thread(
      &started, 1 << 20,
      { context in
        guard let context else { return }
        let this = Unmanaged<ConcurrentDiagram>.fromOpaque(context).takeRetainedValue()
        if this.take() { this.write(&this.part) }
      }, context.toOpaque())
    if result == 0 { thread = started } else { context.release() }
  }
}
