// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import QueryEngine

extension QueryLimits {
  /// Limits as `--limits` has them: `time=10s,rows=1000,memory=512MB,work=1000000`.
  init(text: String) throws {
    self = .standard
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { throw Self.refusal(part) }
      switch sides[0] {
      case "time":
        guard let amount = Self.amount(sides[1], units: ["ms": 1, "s": 1_000, "min": 60_000]) else {
          throw Self.refusal(part)
        }
        time = .milliseconds(amount)
      case "rows":
        guard let amount = Self.amount(sides[1], units: ["": 1]) else { throw Self.refusal(part) }
        rows = amount
      case "work":
        guard let amount = Self.amount(sides[1], units: ["": 1]) else { throw Self.refusal(part) }
        work = amount
      case "memory":
        let units = ["": 1, "B": 1, "kB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000]
        guard let amount = Self.amount(sides[1], units: units) else { throw Self.refusal(part) }
        memory = amount
      default: throw Self.refusal(part)
      }
    }
  }

  private static func amount(_ text: String, units: [String: Int]) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), let unit = units[String(text[digits.endIndex...])] else {
      return nil
    }
    let (amount, overflows) = number.multipliedReportingOverflow(by: unit)
    return overflows ? nil : amount
  }

  private static func refusal(_ part: some StringProtocol) -> ValidationError {
    ValidationError(
      "'\(part)' is no limit. Write time=10s, rows=1000, memory=512MB or work=1000000.")
  }
}
