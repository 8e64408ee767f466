// SPDX-License-Identifier: Apache-2.0

/// A function that makes one value of the values of many rows.
enum AggregateFunction: Sendable, Hashable, CaseIterable {
  case count
  case sum
  case average
  case minimum
  case maximum
  case collect
  case standardDeviation
  case populationStandardDeviation
  case percentileContinuous
  case percentileDiscrete

  /// As documented.
  var name: String {
    switch self {
    case .count: "count"
    case .sum: "sum"
    case .average: "avg"
    case .minimum: "min"
    case .maximum: "max"
    case .collect: "collect"
    case .standardDeviation: "stDev"
    case .populationStandardDeviation: "stDevP"
    case .percentileContinuous: "percentileCont"
    case .percentileDiscrete: "percentileDisc"
    }
  }

  /// How many arguments it takes: the value, and for percentiles which one.
  var arity: Int {
    switch self {
    case .percentileContinuous, .percentileDiscrete: 2
    default: 1
    }
  }

  /// What each argument may be.
  var argumentKinds: [ArgumentKind] {
    switch self {
    case .count, .minimum, .maximum, .collect: [.any]
    case .sum, .average: [ArgumentKind(.number, .duration)]
    case .standardDeviation, .populationStandardDeviation: [.number]
    case .percentileContinuous, .percentileDiscrete: [.number, .number]
    }
  }

  /// What it gives.
  var resultKind: ValueKind {
    switch self {
    case .count: .integer
    case .collect: .list
    case .standardDeviation, .populationStandardDeviation, .percentileContinuous: .float
    case .sum, .average, .minimum, .maximum, .percentileDiscrete: .any
    }
  }
}
