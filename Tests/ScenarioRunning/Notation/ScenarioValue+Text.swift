// SPDX-License-Identifier: Apache-2.0

extension ScenarioValue: CustomStringConvertible {
  /// The value in the notation of scenarios, labels and keys sorted.
  package var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): String(value)
    case .integer(let value): String(value)
    case .float(let value): value.description
    case .string(let text):
      "'\(text.text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
    case .list(let values): "[\(values.map(\.description).joined(separator: ", "))]"
    case .map(let entries): Self.description(of: entries)
    case .node(let node): node.description
    case .edge(let edge): edge.description
    case .path(let path): path.description
    }
  }

  fileprivate static func description(of entries: [ScenarioText: ScenarioValue]) -> String {
    let texts = entries.sorted { $0.key.text < $1.key.text }.map { "\($0.key.text): \($0.value)" }
    return "{\(texts.joined(separator: ", "))}"
  }
}

extension ScenarioFloat: CustomStringConvertible {
  package var description: String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Inf" : "Inf" }
    // Adding zero takes the sign from zero: equal numbers have one text.
    return (number + 0).description
  }
}

extension ScenarioNode: CustomStringConvertible {
  package var description: String {
    let parts = [
      labels.sorted().map { ":\($0)" }.joined(),
      properties.isEmpty ? "" : ScenarioValue.description(of: properties),
    ]
    return "(\(parts.filter { !$0.isEmpty }.joined(separator: " ")))"
  }
}

extension ScenarioEdge: CustomStringConvertible {
  package var description: String {
    properties.isEmpty
      ? "[:\(type)]" : "[:\(type) \(ScenarioValue.description(of: properties))]"
  }
}

extension ScenarioPath: CustomStringConvertible {
  package var description: String {
    let steps = steps.map { $0.isForward ? "-\($0.edge)->\($0.node)" : "<-\($0.edge)-\($0.node)" }
    return "<\(start)\(steps.joined())>"
  }
}
