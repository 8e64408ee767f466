// SPDX-License-Identifier: Apache-2.0

/// How a query is planned.
public struct PlanningOptions: Sendable, Hashable {
  /// False for a plan in the order of the text, without any optimisation: for tests, which compare.
  public var isOptimised: Bool

  public init(isOptimised: Bool = true) {
    self.isOptimised = isOptimised
  }

  public static let standard = PlanningOptions()
}
