// SPDX-License-Identifier: Apache-2.0
import CSystemCalls
import Synchronization

/// Markup that is written on another thread meanwhile, or by whoever waits for it where that thread
/// has not come to it.
///
/// Checked by hand: the thread that takes the work alone touches the markup until it ends.
final class ConcurrentMarkup: @unchecked Sendable {
  private var markup = Markup()
  private let write: @Sendable (inout Markup) -> Void
  private let isTaken = Atomic(false)
  private var thread: started_thread?

  /// - Parameter isConcurrent: false leaves the work to whoever asks for it.
  init(isConcurrent: Bool, _ write: @escaping @Sendable (inout Markup) -> Void) {
    self.write = write
    if isConcurrent { start() }
  }

  /// Everything that was written. Asked for once.
  func finished() -> Markup {
    if take() {
      if let thread { leave_thread(thread) }
      write(&markup)
    } else if let thread {
      join_thread(thread)
    }
    return markup
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
        let this = Unmanaged<ConcurrentMarkup>.fromOpaque(context).takeRetainedValue()
        if this.take() { this.write(&this.markup) }
      }, context.toOpaque())
    if result == 0 { thread = started } else { context.release() }
  }
}
