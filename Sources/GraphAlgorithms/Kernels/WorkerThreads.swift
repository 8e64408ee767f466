// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads for loops over a whole graph. Work is dealt in numbered blocks, so that whatever is
/// summed is summed by block and does not depend on how many threads there are.
enum WorkerThreads {
  /// More threads than this are never started.
  static let limit = 64

  /// Calls `body` with 0 up to but without `count`, at the same time, and returns when all calls
  /// have. Where the system gives no thread, the caller's does the work.
  static func run(_ count: Int, _ body: (Int) -> Void) {
    if count <= 1 {
      body(0)
      return
    }
    withoutActuallyEscaping(body) { body in
      var threads: [pthread_t] = []
      var left: [Int] = []
      for number in 1..<count {
        let task = Unmanaged.passRetained(ThreadTask(number: number, body: body))
        #if canImport(Darwin)
          var thread: pthread_t?
          let code = pthread_create(&thread, nil, { ThreadTask.run($0) }, task.toOpaque())
          if code == 0, let thread {
            threads.append(thread)
            continue
          }
        #else
          var thread = pthread_t()
          let code = pthread_create(
            &thread, nil, { argument in argument.flatMap { ThreadTask.run($0) } }, task.toOpaque())
          if code == 0 {
            threads.append(thread)
            continue
          }
        #endif
        task.release()
        left.append(number)
      }
      body(0)
      for number in left { body(number) }
      for thread in threads { pthread_join(thread, nil) }
    }
  }
}

/// What one thread does.
private final class ThreadTask {
  private let number: Int
  private let body: (Int) -> Void

  init(number: Int, body: @escaping (Int) -> Void) {
    self.number = number
    self.body = body
  }

  static func run(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    let task = Unmanaged<ThreadTask>.fromOpaque(argument).takeRetainedValue()
    task.body(task.number)
    return nil
  }
}
