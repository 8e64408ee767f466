// SPDX-License-Identifier: Apache-2.0

import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The moment at which a query begins.
enum SystemClock {
  /// In UTC.
  static var now: ZonedDateTime {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    guard
      let now = ZonedDateTime(epochSecond: Int64(time.tv_sec), nanosecond: Int(time.tv_nsec))
    else { preconditionFailure("a clock of 64 bits of seconds shows a year that dates have") }
    return now
  }
}
