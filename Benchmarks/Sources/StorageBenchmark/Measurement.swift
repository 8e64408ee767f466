// SPDX-License-Identifier: Apache-2.0

import GraphFolder

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The processor time that `body` takes, in seconds, and what it returns.
///
/// Everything measured here runs on one thread, so this is what a clock shows on an idle machine,
/// and it stays so on a busy one.
func timed<Result>(_ body: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
  let start = processorSeconds()
  let result = try body()
  return (processorSeconds() - start, result)
}

private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The middle of several numbers.
func median(_ numbers: [Double]) -> Double {
  let sorted = numbers.sorted()
  return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
}

/// The memory of this process that is in use now, in bytes; nil where the system does not tell.
func residentByteCount() -> Int? {
  guard let text = contents(ofFile: "/proc/self/statm") else { return nil }
  let fields = text.split(separator: " ")
  guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
  return pages * 4096
}

/// A number with a few decimals.
func text(_ number: Double, decimals: Int = 2) -> String {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let scaled = Int((number * scale).rounded())
  guard decimals > 0 else { return String(scaled) }
  let fraction = String(scaled % Int(scale))
  return "\(scaled / Int(scale))." + String(repeating: "0", count: decimals - fraction.count)
    + fraction
}
