// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// One aggregate of one group of rows while they come in.
///
/// Null never counts. Of nothing, `count` and `sum` are zero, `collect` is the empty list, the
/// standard deviations are `0.0`, and the others are null.
struct Aggregation {
  /// What is kept of the values so far.
  private enum State {
    case count(Int64)
    case sum(RunningSum)
    case extreme(Value?)
    case list([Value])
    case spread(RunningSpread)
    case percentile([Value], fraction: Double)
  }

  private let function: AggregateFunction
  private var state: State

  /// The values that have come before, where each counts once.
  private var seen: Set<Value>?

  init(_ function: AggregateFunction, isDistinct: Bool) {
    self.function = function
    state =
      switch function {
      case .count: .count(0)
      case .sum, .average: .sum(RunningSum())
      case .minimum, .maximum: .extreme(nil)
      case .collect: .list([])
      case .standardDeviation, .populationStandardDeviation: .spread(RunningSpread())
      case .percentileContinuous, .percentileDiscrete: .percentile([], fraction: 0)
      }
    // The smallest of several equal values is the same whether they count once or not.
    let matters = function != .minimum && function != .maximum
    seen = isDistinct && matters ? [] : nil
  }

  /// Takes in the value of one row.
  ///
  /// - Parameter parameter: which percentile, from 0 to 1; the last one holds.
  mutating func add(
    _ value: Value, parameter: Value? = nil, _ context: EvaluationContext
  ) throws(EvaluationProblem) {
    let fraction = try parameter.map(Aggregation.fraction)
    if value.isNull { return }
    if seen != nil {
      if seen?.contains(value) ?? false { return }
      try context.meter.reserve(try 2 * value.footprint(context.meter))
      seen?.insert(value)
    }
    // Taken out while it changes, so that its lists are not copied.
    var state = state
    self.state = .count(0)
    defer { self.state = state }
    switch state {
    case .count(let count):
      state = .count(count + 1)
    case .sum(var sum):
      try sum.add(value, for: function)
      state = .sum(sum)
    case .extreme(let extreme):
      guard let extreme else {
        state = .extreme(value)
        break
      }
      let relation = ValueOrdering.relation(value, extreme)
      if relation == (function == .minimum ? .less : .greater) { state = .extreme(value) }
    case .list(var values):
      try context.meter.reserve(try value.footprint(context.meter))
      state = .count(0)
      values.append(value)
      state = .list(values)
    case .spread(var spread):
      spread.add(try number(value))
      state = .spread(spread)
    case .percentile(var values, let previous):
      _ = try number(value)
      try context.meter.reserve(Value.cellSize)
      state = .count(0)
      values.append(value)
      state = .percentile(values, fraction: fraction ?? previous)
    }
  }

  /// The aggregate of what has come in.
  func result(_ context: EvaluationContext) throws(EvaluationProblem) -> Value {
    switch state {
    case .count(let count): return .integer(count)
    case .sum(let sum): return try function == .average ? sum.average() : sum.total
    case .extreme(let extreme): return extreme ?? .null
    case .list(let values): return .list(values)
    case .spread(let spread):
      return .float(
        function == .standardDeviation ? spread.ofSample : spread.ofPopulation)
    case .percentile(let values, let fraction):
      try context.meter.charge(values.count)
      let sorted = values.sorted { $0.isOrderedBefore($1) }
      return function == .percentileDiscrete
        ? Percentile.discrete(fraction, of: sorted) : Percentile.continuous(fraction, of: sorted)
    }
  }

  private func number(_ value: Value) throws(EvaluationProblem) -> Double {
    guard let number = value.number else {
      throw .argument(function.name, takes: "numbers", not: value)
    }
    return number
  }

  private static func fraction(_ value: Value) throws(EvaluationProblem) -> Double {
    guard let number = value.number, (0...1).contains(number) else { throw .percentile(value) }
    return number
  }
}

/// Percentiles of sorted numbers.
enum Percentile {
  /// The first number that so much of the numbers is not above.
  static func discrete(_ fraction: Double, of sorted: [Value]) -> Value {
    guard let first = sorted.first else { return .null }
    let rank = Int((fraction * Double(sorted.count)).rounded(.up))
    return rank <= 0 ? first : sorted[min(rank, sorted.count) - 1]
  }

  /// The number at a fraction of the way, between its neighbours in proportion.
  static func continuous(_ fraction: Double, of sorted: [Value]) -> Value {
    let numbers = sorted.compactMap(\.number)
    guard let last = numbers.last else { return .null }
    let place = fraction * Double(numbers.count - 1)
    let lower = Int(place.rounded(.down))
    guard lower + 1 < numbers.count else { return .float(last) }
    let share = place - Double(lower)
    if share == 0 { return .float(numbers[lower]) }
    return .float(numbers[lower] * (1 - share) + numbers[lower + 1] * share)
  }
}
