// SPDX-License-Identifier: Apache-2.0

/// All functions of the language by name, in any case of letters.
package enum FunctionCatalogue {
  static func scalar(named name: String) -> ScalarFunction? {
    scalars[name] ?? scalars[name.lowercased()]
  }

  static func aggregate(named name: String) -> AggregateFunction? {
    aggregates[name.lowercased()]
  }

  /// The names of all functions as documented, sorted.
  package static var names: [String] {
    (all.map(\.name) + AggregateFunction.allCases.map(\.name)).sorted()
  }

  /// Every function that is not an aggregate.
  static let all: [ScalarFunction] =
    GraphFunctions.all + EvidenceFunctions.all + ListFunctions.all + ConversionFunctions.all
    + TextFunctions.all + NumberFunctions.all + RoundingFunctions.all + TemporalFunctions.all
    + DurationFunctions.all

  private static let scalars = Dictionary(
    all.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

  private static let aggregates = Dictionary(
    AggregateFunction.allCases.map { ($0.name.lowercased(), $0) },
    uniquingKeysWith: { first, _ in first })
}
