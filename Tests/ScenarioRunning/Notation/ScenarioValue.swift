// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// A value as scenarios know it: what a cell of a table says, and what an answer is turned into
/// before the two are compared.
///
/// Two values are equal as results are: NaN is NaN, `0.0` is `-0.0`, but `1` is not `1.0`. Nodes
/// are equal by labels and properties, edges by type and properties, paths by both, step by step.
/// Dates, times and durations are their texts.
package indirect enum ScenarioValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(ScenarioFloat)
  case string(ScenarioText)
  case list([ScenarioValue])
  case map([ScenarioText: ScenarioValue])
  case node(ScenarioNode)
  case edge(ScenarioEdge)
  case path(ScenarioPath)
}

package struct ScenarioNode: Hashable, Sendable {
  package var labels: Set<String>
  package var properties: [ScenarioText: ScenarioValue]
}

package struct ScenarioEdge: Hashable, Sendable {
  package var type: String
  package var properties: [ScenarioText: ScenarioValue]
}

package struct ScenarioPath: Hashable, Sendable {
  /// An edge, whether it is walked in its direction, and the node where it leads.
  package struct Step: Hashable, Sendable {
    package var edge: ScenarioEdge
    package var isForward: Bool
    package var node: ScenarioNode
  }

  package var start: ScenarioNode
  package var steps: [Step]
}

/// A float that equals itself when it is NaN.
package struct ScenarioFloat: Hashable, Sendable {
  package var number: Double

  package init(_ number: Double) { self.number = number }

  package static func == (left: ScenarioFloat, right: ScenarioFloat) -> Bool {
    left.number == right.number || (left.number.isNaN && right.number.isNaN)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(number.isNaN ? Double.nan.bitPattern : (number + 0).bitPattern)
  }
}

/// A text that is compared scalar by scalar.
package struct ScenarioText: Hashable, Sendable, ExpressibleByStringLiteral {
  package var text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral text: String) { self.text = text }

  package static func == (left: ScenarioText, right: ScenarioText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ScalarString(text))
  }
}
