// SPDX-License-Identifier: Apache-2.0

import GraphModel

extension TemporalFields {
  /// The time of day that the fields state.
  ///
  /// - Parameters:
  ///   - base: a time that gives what no field says; without one, smaller units may only stand
  ///     below larger ones, and what is left out is zero.
  ///   - keptUnit: a part of a second that the base was cut down to; smaller ones are added to it
  ///     instead of taking its place.
  func time(
    from base: LocalTime?, keeping keptUnit: TruncationUnit? = nil
  ) throws(EvaluationProblem) -> LocalTime {
    if base == nil {
      try require("hour", besides: "minute", "second", "millisecond", "microsecond", "nanosecond")
      try require("minute", besides: "second", "millisecond", "microsecond", "nanosecond")
      try require("second", besides: "millisecond", "microsecond", "nanosecond")
    }
    let hour = try integer("hour", 0...23) ?? base?.hour ?? 0
    let minute = try integer("minute", 0...59) ?? base?.minute ?? 0
    let second = try integer("second", 0...59) ?? base?.second ?? 0
    let nanosecond = try nanosecond(from: base, keeping: keptUnit)
    guard
      let time = LocalTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
    else { throw .outOfCalendar(function) }
    return time
  }

  /// The nanoseconds of the second: as stated in any of three units, of which a smaller one counts
  /// only what the larger ones leave.
  private func nanosecond(
    from base: LocalTime?, keeping keptUnit: TruncationUnit?
  ) throws(EvaluationProblem) -> Int {
    let kept = base?.nanosecond ?? 0
    var milliseconds = try integer("millisecond", 0...999)
    if milliseconds == nil, keptUnit == .millisecond { milliseconds = kept / 1_000_000 }
    var microseconds = try integer("microsecond", 0...(milliseconds == nil ? 999_999 : 999))
    if milliseconds == nil, microseconds == nil, keptUnit == .microsecond {
      microseconds = kept / 1_000
    }
    let largest = microseconds != nil ? 999 : milliseconds != nil ? 999_999 : 999_999_999
    let nanoseconds = try integer("nanosecond", 0...largest)
    if milliseconds == nil, microseconds == nil, nanoseconds == nil { return kept }
    return (milliseconds ?? 0) * 1_000_000 + (microseconds ?? 0) * 1_000 + (nanoseconds ?? 0)
  }
}
