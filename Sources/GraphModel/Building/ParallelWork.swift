// SPDX-License-Identifier: Apache-2.0

// The one file of this target that starts threads.
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif
import Synchronization

/// Shares numbered pieces of work among a few threads.
package enum ParallelWork {
  /// The number of processors that are there, at least 1 and at most 64.
  package static var processorCount: Int {
    min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 64)
  }

  /// Does the pieces 0 to `count - 1`, each once, handed out in this order; returns when all are
  /// done. The calling thread works too, and does everything where no thread can be started.
  package static func run(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Void
  ) {
    let job = Job(count: count, body: body)
    var started: [pthread_t] = []
    for _ in 1..<max(1, min(threads, count)) {
      guard let thread = start(job) else { break }
      started.append(thread)
    }
    job.work()
    for thread in started { pthread_join(thread, nil) }
  }

  fileprivate final class Job: Sendable {
    let count: Int
    let body: @Sendable (Int) -> Void
    let next = Atomic(0)

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.body = body
    }

    func work() {
      while true {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard piece < count else { return }
        body(piece)
      }
    }
  }

  fileprivate static func start(_ job: Job) -> pthread_t? {
    let argument = Unmanaged.passRetained(job).toOpaque()
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let status = pthread_create(
      &thread, nil,
      { pointer in
        let pointer: UnsafeMutableRawPointer? = pointer
        if let pointer { Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
      }, argument)
    guard status == 0 else {
      Unmanaged<Job>.fromOpaque(argument).release()
      return nil
    }
    return thread
  }
}

/// Something that is done while the thread that asked for it goes on.
package final class BackgroundWork: Sendable {
  private let thread: Mutex<pthread_t?>

  /// Begins the work; where no thread can be started, it is done before this returns.
  package init(_ body: @escaping @Sendable () -> Void) {
    let job = ParallelWork.Job(count: 1) { _ in body() }
    let started = ParallelWork.start(job)
    if started == nil { job.work() }
    thread = Mutex(started)
  }

  /// Returns when the work is done. Every work must be waited for, by one thread at a time.
  package func wait() {
    thread.withLock { thread in
      if let thread { pthread_join(thread, nil) }
      thread = nil
    }
  }
}
