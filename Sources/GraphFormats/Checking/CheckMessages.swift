// SPDX-License-Identifier: Apache-2.0

/// Every sentence of the lints, by code.
enum CheckMessages {
  private static func quoted(_ text: String) -> String { "'\(text.prefixed(60))'" }

  // MARK: - E501: graph files

  static func unusableGraphFile(_ error: GraphFileError) -> Finding {
    Finding("E501", "the graph file cannot be used: \(error.description)")
  }

  static func damagedGraphFile(_ fault: String) -> Finding {
    Finding("E501", "the graph file contradicts itself: \(fault)")
  }

  // MARK: - W201, I202: disagreement

  static func disagreement(_ property: String, of subject: String, isDecided: Bool) -> Finding {
    isDecided
      ? Finding(
        "I202", "sources disagree about \(quoted(property)) of \(subject), one is preferred")
      : Finding(
        "W201", "sources disagree about \(quoted(property)) of \(subject)",
        help: "add 'preferred: true' to one claim, or leave them all: answers show every value")
  }

  static func claim(_ value: String, sources: [String]) -> String {
    let said = quoted(value)
    return sources.isEmpty
      ? "\(said), without a source" : "\(said), by \(sources.joined(separator: ", "))"
  }

  // MARK: - W202: support

  static func noSources() -> Finding {
    Finding(
      "W202", "no source is registered, so no answer can be cited",
      help: "list sources in sources.yaml and name them with 'sources:' in the entries")
  }

  static func unsupportedProperty(_ property: String, of node: String) -> Finding {
    Finding("W202", "'\(property)' of '\(node)' has no source", help: supportHelp)
  }

  static func unsupportedEdge(_ type: String, from: String, to: String) -> Finding {
    Finding("W202", "\(quoted(from)) \(type) \(quoted(to)) has no source", help: supportHelp)
  }

  static func unsupported(properties: Int, edges: Int, of node: String) -> Finding {
    let parts = [(properties, "property", "properties"), (edges, "edge", "edges")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return Finding(
      "W202", "\(parts.joined(separator: " and ")) of '\(node)' have no source", help: supportHelp)
  }

  private static let supportHelp = "a line 'sources: […]' in the entry covers all that it states"

  // MARK: - W203: names

  static func similarNames(
    _ name: String, of node: String, _ other: String, ofOther otherNode: String
  ) -> Finding {
    Finding(
      "W203",
      "the name \(quoted(name)) of '\(node)' reads like \(quoted(other)) of '\(otherNode)'",
      help: "if they are one, merge the entries; else tell the names apart")
  }

  // MARK: - W204: staleness

  static func staleSource(_ key: String, retrieved: String) -> Finding {
    Finding("W204", "source '\(key)' was last looked at on \(retrieved)", help: "look again")
  }

  // MARK: - W205: dates of ends

  static func tooEarly(
    _ type: String, _ property: String, _ date: String, node: String, _ start: String
  ) -> Finding {
    Finding(
      "W205", "the '\(type)' edge holds \(property) \(date), before '\(node)' begins in \(start)")
  }

  static func tooLate(
    _ type: String, _ property: String, _ date: String, node: String, _ end: String
  ) -> Finding {
    Finding("W205", "the '\(type)' edge holds \(property) \(date), after '\(node)' ends in \(end)")
  }

  // MARK: - W206, W207: what is not used

  static func unusedSource(_ key: String) -> Finding {
    Finding("W206", "nothing cites source '\(key)'")
  }

  static func unusedNodeType(_ name: String) -> Finding {
    Finding("W207", "no node is of type '\(name)'")
  }

  static func unusedEdgeType(_ name: String) -> Finding {
    Finding("W207", "no edge is of type '\(name)'")
  }

  // MARK: - W208, W211, I201

  static func missingName(_ key: String) -> Finding {
    Finding("W208", "'\(key)' has no name", help: "add a line 'name: …'; the key is shown instead")
  }

  static func repeatedEdge(_ type: String, to: String) -> Finding {
    Finding(
      "W211", "the '\(type)' edge to \(quoted(to)) is stated twice",
      help: "remove one, or say with a property how they differ")
  }

  static func isolatedNode(_ key: String) -> Finding {
    Finding("I201", "no edge joins '\(key)' to anything")
  }
}
