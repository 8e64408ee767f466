// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// The sum of numbers or of durations, one after the other.
///
/// Integers are added exactly; floats with what each addition rounds away kept apart, so that the
/// sum hardly depends on the order of rows.
///
/// Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen",
/// ZAMM 54 (1974).
struct RunningSum {
  private var count: Int64 = 0
  private var floatCount: Int64 = 0
  private var integers: Int64 = 0
  private var hasOverflown = false
  private var float = 0.0
  private var lost = 0.0
  private var durations: CalendarDuration?

  mutating func add(
    _ value: Value, for function: AggregateFunction
  ) throws(EvaluationProblem) {
    switch value {
    case .integer(let number) where durations == nil:
      let (sum, overflow) = integers.addingReportingOverflow(number)
      // An average of integers needs no sum that fits.
      if overflow, function == .sum { throw .overflow("sum: \(integers) + \(number)") }
      hasOverflown = hasOverflown || overflow
      integers = sum
      add(Double(number))
    case .float(let number) where durations == nil:
      floatCount += 1
      add(number)
    case .duration(let duration) where count == 0 || durations != nil:
      guard let sum = (durations ?? .zero).adding(duration) else {
        throw .outOfTime("\(durations ?? .zero) + \(duration)")
      }
      durations = sum
    default:
      let expected = durations != nil ? "durations" : count > 0 ? "numbers" : "numbers or durations"
      throw .argument(function.name, takes: expected, not: value)
    }
    count += 1
  }

  private mutating func add(_ number: Double) {
    let sum = float + number
    if sum.isFinite {
      lost += float.magnitude >= number.magnitude ? float - sum + number : number - sum + float
    }
    float = sum
  }

  private var floatTotal: Double { float.isFinite ? float + lost : float }

  /// The sum: an integer where all were.
  var total: Value {
    if let durations { return .duration(durations) }
    return floatCount == 0 ? .integer(integers) : .float(floatTotal)
  }

  /// The sum divided by the number of values; null where there were none.
  func average() throws(EvaluationProblem) -> Value {
    if count == 0 { return .null }
    if let durations {
      guard let average = durations.divided(by: Double(count)) else {
        throw .outOfTime("\(durations) / \(count)")
      }
      return .duration(average)
    }
    let exact = floatCount == 0 && !hasOverflown
    return .float((exact ? Double(integers) : floatTotal) / Double(count))
  }
}

/// The standard deviation of numbers, one after the other.
///
/// Source: B. P. Welford, "Note on a method for calculating corrected sums of squares and products",
/// Technometrics 4 (1962).
struct RunningSpread {
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  mutating func add(_ number: Double) {
    count += 1
    let distance = number - mean
    mean += distance / count
    squares += distance * (number - mean)
  }

  /// Of a sample; zero of fewer than two numbers.
  var ofSample: Double { count < 2 ? 0 : (squares / (count - 1)).squareRoot() }

  /// Of all there are; zero of none.
  var ofPopulation: Double { count < 1 ? 0 : (squares / count).squareRoot() }
}
