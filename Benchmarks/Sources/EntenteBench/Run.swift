// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The answers of one run, with the seconds that each took.
struct Run {
  private let budget: Double
  private let start = seconds()
  private var values: [Int] = []
  private var times: [Double] = []

  init(budget: Double) { self.budget = budget }

  /// Whether another question may be asked; the first always may.
  var hasTime: Bool { values.isEmpty || seconds() - start < budget }

  mutating func time(_ body: () throws -> Int) rethrows {
    let before = seconds()
    let value = try body()
    times.append(seconds() - before)
    values.append(value)
  }

  var json: String {
    let sorted = times.sorted()
    let median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    let list = values.map(String.init).joined(separator: ",")
    return "{\"n\":\(values.count),\"median_s\":\(median),"
      + "\"total_s\":\(times.reduce(0, +)),\"values\":[\(list)]}"
  }
}

private func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Prints a message and ends the program.
func fail(_ message: String) -> Never {
  let line = Array((message + "\n").utf8)
  _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  exit(2)
}
