// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs from when it is made.
struct Stopwatch {
  /// In seconds.
  struct Time {
    /// As a clock on the wall shows it.
    var wall: Double

    /// What the processors have worked for this process, all threads together.
    var processor: Double
  }

  private let start = Stopwatch.now()

  var elapsed: Time {
    let now = Stopwatch.now()
    return Time(wall: now.wall - start.wall, processor: now.processor - start.processor)
  }

  private static func now() -> Time {
    Time(wall: seconds(CLOCK_MONOTONIC), processor: seconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
