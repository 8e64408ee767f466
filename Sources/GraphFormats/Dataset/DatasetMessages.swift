// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Every sentence about what a dataset states, by code.
///
/// One sentence without a final period: what is wrong, the user's own text in single quotes, then
/// what was expected.
enum DatasetMessages {
  private static let longest = 60

  private static func quoted(_ text: String) -> String {
    let shown = text.prefixed(longest).map { $0.isNewline ? " " : $0 }
    return "'\(String(shown))'"
  }

  private static func listed(_ names: [String], _ conjunction: String = "and") -> String {
    guard let last = names.last else { return "nothing" }
    let others = names.dropLast().map { "'\($0)'" }.joined(separator: ", ")
    return others.isEmpty ? "'\(last)'" : "\(others) \(conjunction) '\(last)'"
  }

  // MARK: - E104: unknown nodes

  static func unknownNode(_ key: String, nearest: String?, name: String?) -> Finding {
    let shown = nearest.map { key in name.map { "'\(key)' (\($0.prefixed(longest)))" } ?? "'\(key)'"
    }
    return Finding(
      "E104", "unknown node \(quoted(key))", caretText: "no entry has this key",
      help: shown.map { "did you mean \($0)?" })
  }

  // MARK: - E109: files

  static func unreadable(_ error: FileSystemError) -> Finding {
    Finding("E109", "the file cannot be read: \(error.description)")
  }

  static func unreadableFolder(_ error: FileSystemError) -> Finding {
    Finding("E109", "the dataset cannot be read: \(error.description)")
  }

  // MARK: - E110 to E112: keys

  static func malformedKey(_ key: String, noun: String, suggestion: String?) -> Finding {
    Finding(
      "E110", "\(quoted(key)) is not a key of a \(noun)",
      caretText: "lower-case letters, digits and hyphens only",
      help: suggestion.map { "write '\($0)'" })
  }

  static func duplicateKey(_ key: String, noun: String) -> Finding {
    Finding(
      "E111", "\(noun) \(quoted(key)) is defined twice",
      help: noun == "node" ? "put everything about a node into one entry" : nil)
  }

  static func lookalikeKeys(_ key: String, _ first: String, noun: String) -> Finding {
    Finding(
      "E112", "\(noun) keys \(quoted(key)) and \(quoted(first)) look the same",
      help: "use one spelling for both, or a key that differs in more than case or hyphens")
  }

  // MARK: - E113: unknown sources

  static func unknownSource(_ key: String, help: String?) -> Finding {
    Finding(
      "E113", "unknown source \(quoted(key))", caretText: "not in the source register", help: help)
  }

  // MARK: - E114, E115: shapes

  static func notAListOfEntries() -> Finding {
    Finding("E115", "a file of facts is a list of entries, each of which begins with '- '")
  }

  static func notAnEntry(_ shown: String) -> Finding {
    Finding(
      "E115", "expected an entry, found \(shown)",
      help: "an entry begins with its node type and key, as in '- State: poland'")
  }

  static func entryWithoutKey(_ type: String) -> Finding {
    Finding(
      "E115", "the first line of an entry names its node type and key, found only \(quoted(type))",
      help: "an entry begins as in '- State: poland'")
  }

  static func expectedText(_ key: String) -> Finding {
    Finding("E114", "\(quoted(key)) holds a text here, found a list or a mapping")
  }

  static func expectedList(_ key: String) -> Finding {
    Finding("E114", "\(quoted(key)) holds a list", help: "put it into brackets: [a, b]")
  }

  static func expectedMapping(_ key: String, shown: String) -> Finding {
    Finding("E114", "\(quoted(key)) holds keys and values, found \(shown)")
  }

  static func expectedName() -> Finding {
    Finding("E114", "expected a name, or a mapping with 'name', 'kind' and 'language'")
  }

  static func expectedCitation() -> Finding {
    Finding(
      "E114", "expected the key of a source",
      help: "write 'dg-home', '{dg-home: Article 3}' or '{source: dg-home, quote: …}'")
  }

  static func expectedEdge(_ type: String) -> Finding {
    Finding("E114", "\(quoted(type)) leads to the key of a node, or to a mapping with 'to'")
  }

  static func nothingWritten(_ key: String) -> Finding {
    Finding(
      "E114", "nothing is written after \(quoted(key))",
      help: "remove the line, or write \"\" for an empty text")
  }

  static func emptyListItem() -> Finding {
    Finding("E114", "an item of the list is empty")
  }

  static func notAFlag(_ key: String, _ text: String) -> Finding {
    Finding("E114", "\(quoted(key)) is true or false, found \(quoted(text))")
  }

  static func unknownDirection(_ text: String) -> Finding {
    Finding("E114", "a direction is 'in' or 'out', found \(quoted(text))")
  }

  // MARK: - E116, E117: keys of mappings

  static func unknownKey(
    _ key: String, of thing: String, known: [String], help: String?
  ) -> Finding {
    Finding(
      "E116", "\(quoted(key)) is not a key of \(thing)",
      help: help ?? "keys: \(known.joined(separator: ", "))")
  }

  static func missingKey(_ key: String, of thing: String) -> Finding {
    Finding("E117", "the \(thing) has no '\(key)'")
  }

  static func claimWithoutValue(_ property: String) -> Finding {
    Finding(
      "E117", "the claim about \(quoted(property)) has no 'value'",
      help: "write '{value: …, sources: […]}'; an edge type is written in capitals")
  }

  static func edgeWithoutTarget(_ type: String, help: String?) -> Finding {
    Finding(
      "E117", "the \(quoted(type)) edge has no 'to'", help: help ?? "write '{to: KEY, …}'")
  }

  // MARK: - E118 to E120: claims and edges

  static func severalPreferred(_ property: String) -> Finding {
    Finding("E118", "two claims about \(quoted(property)) are preferred")
  }

  static func claimsAndValues(_ property: String) -> Finding {
    Finding(
      "E119", "\(quoted(property)) mixes claims and plain values",
      help: "write each as '{value: …, sources: […]}'")
  }

  static func duplicateEdgeIdentifier(_ identifier: String) -> Finding {
    Finding("E120", "two parallel edges have the id \(quoted(identifier))")
  }

  // MARK: - E121 to E125: description, sources, names

  static func missingGraphType(_ path: String, _ error: FileSystemError) -> Finding {
    Finding("E121", "the graph type \(quoted(path)) cannot be read: \(error.description)")
  }

  static func graphTypeOutside(_ path: String) -> Finding {
    Finding("E121", "the graph type \(quoted(path)) does not lie in the folder of the dataset")
  }

  static func sentenceWithoutEnd(_ sentence: String, _ end: String) -> Finding {
    Finding(
      "E122", "the sentence \(quoted(sentence)) does not say '\(end)'",
      help: "'{from}' and '{to}' stand for the names of the ends")
  }

  static func badAddress(_ text: String) -> Finding {
    Finding("E123", "\(quoted(text)) is not a web address: it begins with 'https://' or 'http://'")
  }

  static func unknownNameKind(_ kind: String, kinds: [String], help: String?) -> Finding {
    Finding(
      "E124", "\(quoted(kind)) is not a kind of name",
      help: help ?? "kinds: \(kinds.joined(separator: ", "))")
  }

  // MARK: - E129: bounds

  static func moreFindings(_ count: Int) -> Finding {
    Finding("I129", "\(count) more findings are not shown")
  }

  static func notBuilt(_ error: GraphBuildingError) -> Finding {
    Finding("E129", "the graph cannot be built: \(error.description)")
  }

  // MARK: - E201 to E216: what the graph type forbids

  static func unknownNodeType(_ name: String, known: [String], help: String?) -> Finding {
    Finding(
      "E201", "unknown node type \(quoted(name))",
      help: help ?? "node types: \(known.prefix(20).joined(separator: ", "))")
  }

  static func abstractNodeType(_ name: String, concrete: [String]) -> Finding {
    Finding(
      "E202", "node type \(quoted(name)) is abstract",
      help: concrete.isEmpty ? nil : "use \(listed(concrete, "or"))")
  }

  static func unknownProperty(_ name: String, of type: String, help: String?) -> Finding {
    Finding("E203", "\(quoted(type)) has no property \(quoted(name))", help: help)
  }

  static func missingProperty(_ name: String, of type: String) -> Finding {
    Finding("E204", "\(quoted(type)) must have a property '\(name)'")
  }

  static func badValue(_ problem: ValueParsingProblem) -> Finding {
    Finding(isDate(problem) ? "E402" : "E205", problem.description)
  }

  static func wrongType(_ property: String, expected: String, value: String) -> Finding {
    Finding(
      "E205", "property \(quoted(property)) holds \(expected), found \(value.prefixed(longest))")
  }

  static func patternMismatch(
    _ text: String, property: String, pattern: String, example: String?
  ) -> Finding {
    Finding(
      "E206", "\(quoted(text)) does not have the form of '\(property)'",
      caretText: "must match \(pattern)", help: example.map { "as in '\($0)'" })
  }

  static func notInEnumeration(
    _ text: String, property: String, allowed: [String], help: String?
  ) -> Finding {
    Finding(
      "E207", "\(quoted(text)) is not a value of '\(property)'",
      help: help ?? "values: \(allowed.prefix(20).joined(separator: ", "))")
  }

  static func duplicateValue(_ value: String, property: String) -> Finding {
    Finding("E208", "'\(property)' must be unique, and \(value.prefixed(longest)) occurs twice")
  }

  static func duplicateTypeKey(
    _ properties: [String], values: [String], of type: String
  ) -> Finding {
    Finding(
      "E209",
      "two nodes of type '\(type)' have the same \(listed(properties)): "
        + values.joined(separator: ", ").prefixed(longest))
  }

  static func unknownEdgeType(_ name: String, help: String?) -> Finding {
    Finding("E210", "unknown edge type \(quoted(name))", help: help)
  }

  static func wrongEnds(
    _ type: String, from: String, to: String, allowed: [String]
  ) -> Finding {
    Finding(
      "E211", "'\(type)' cannot lead from '\(from)' to '\(to)'",
      help: "it leads from " + allowed.prefix(8).joined(separator: ", or from "))
  }

  static func edgeCount(
    _ type: String, isOutgoing: Bool, count: Int, allowed: String, isFew: Bool
  ) -> Finding {
    let direction = isOutgoing ? "outgoing" : "incoming"
    return Finding(
      isFew ? "E212" : "E213",
      "\(count) \(direction) '\(type)' where the graph type \(isFew ? "asks for" : "allows") "
        + allowed)
  }

  static func expectedListValue(_ property: String, _ text: String) -> Finding {
    Finding(
      "E214", "'\(property)' holds a list, found one value",
      help: "write [\(text.prefixed(longest))]"
    )
  }

  static func expectedOneValue(_ property: String) -> Finding {
    Finding(
      "E214", "'\(property)' holds one value, found a list",
      help: "write competing values as '- {value: …, sources: […]}'")
  }

  // MARK: - E401, E402: dates

  static func endsBeforeItStarts(since: String, until: String) -> Finding {
    Finding("E401", "ends \(until), before it starts \(since)")
  }

  private static func isDate(_ problem: ValueParsingProblem) -> Bool {
    switch problem {
    case .notTemporal, .incompleteDate, .noSuchDay, .noSuchMonth, .noSuchYear, .ambiguousDate,
      .spreadsheetMonth, .spreadsheetDayNumber:
      true
    default: false
    }
  }

  // MARK: - W209, W210: what is not read

  static func noDescription() -> Finding {
    Finding(
      "W209", "there is no graph.yaml: the graph is open, any node and edge may be in it",
      help: "add one with a title and a line 'graph-type: schema.gql'")
  }

  static func linkNotFollowed() -> Finding {
    Finding("W210", "symbolic links in a dataset are not followed")
  }

  static func otherEnding() -> Finding {
    Finding("W210", "the file is not read: facts lie in files that end in '.yaml' or '.csv'")
  }

  static func specialFile() -> Finding {
    Finding("W210", "not a regular file, so it is not read")
  }
}
