// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

/// The wording of all findings about style sheets.
enum StyleSheetMessages {
  private static func finding(
    _ code: StyleSheetCatalogue.Code, _ message: String, _ location: SourceLocation,
    help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: code.rawValue, severity: .error, message: message, at: location, help: help)
  }

  /// The user's text, cut where it is long; what cannot be seen by its code.
  private static func shown(_ text: String) -> String {
    let line = DisplayText.line(text, limit: 60)
    guard line.isEmpty else { return line }
    return text.unicodeScalars.prefix(8).map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: " ")
  }

  static func unexpectedCharacter(_ text: String, at location: SourceLocation) -> Diagnostic {
    finding(.syntax, "'\(shown(text))' means nothing in a style sheet", location)
  }

  /// - Parameter found: nil at the end of the text.
  static func unexpected(
    _ found: String?, expected: String, at location: SourceLocation
  ) -> Diagnostic {
    let subject = found.map { "'\(shown($0))'" } ?? "end of the text"
    return finding(.syntax, "unexpected \(subject), expected \(expected)", location)
  }

  static func unended(_ what: String, with end: String, at location: SourceLocation) -> Diagnostic {
    finding(.unended, "\(what) that begins here has no end", location, help: "end it with \(end)")
  }

  static func unclosed(at location: SourceLocation) -> Diagnostic {
    finding(.unended, "the block that begins here has no end", location, help: "end it with }")
  }

  static func tooLong(_ text: SourceText, limit: Int) -> Diagnostic {
    finding(
      .tooLong, "the style sheet has \(text.utf8.count) bytes, and at most \(limit) are read",
      text.location(of: limit..<limit), help: "what goes too far begins here")
  }

  static func notUTF8(_ text: SourceText) -> Diagnostic {
    finding(
      .syntax, "the style sheet is not UTF-8", SourceLocation(file: text.name),
      help: "save it as UTF-8 in the editor")
  }

  static func tooManyRules(at location: SourceLocation, limit: Int) -> Diagnostic {
    finding(.tooLong, "the style sheet has more than \(limit) rules", location)
  }

  static func unknownAtRule(_ name: String, at location: SourceLocation) -> Diagnostic {
    finding(
      .unknownAtRule, "unknown '@\(shown(name))'", location,
      help: Suggestion.didYouMean(name, among: ["media", "figure"])
        ?? "there are @media and @figure")
  }

  static func unknownMedium(_ name: String, at location: SourceLocation) -> Diagnostic {
    let known = StyleSheet.Medium.allCases.map(\.rawValue)
    return finding(
      .unknownMedium, "unknown medium '\(shown(name))'", location,
      help: Suggestion.didYouMean(name, among: known)
        ?? "media are: \(known.joined(separator: ", "))")
  }

  static func unknownNodeType(
    _ name: String, _ vocabulary: StyleVocabulary, at location: SourceLocation
  ) -> Diagnostic {
    let help =
      vocabulary.edgeTypes?.contains(name) == true
      ? "edges of this type are selected as -\(name)->"
      : Suggestion.didYouMean(name, among: vocabulary.nodeTypes ?? [])
    return finding(.unknownNodeType, "unknown node type '\(shown(name))'", location, help: help)
  }

  static func unknownEdgeType(
    _ name: String, _ vocabulary: StyleVocabulary, at location: SourceLocation
  ) -> Diagnostic {
    let help =
      vocabulary.nodeTypes?.contains(name) == true
      ? "nodes of this type are selected as \(name)"
      : Suggestion.didYouMean(name, among: vocabulary.edgeTypes ?? [])
    return finding(.unknownEdgeType, "unknown edge type '\(shown(name))'", location, help: help)
  }

  static func unknownKey(
    _ key: String, among keys: [String], at location: SourceLocation
  ) -> Diagnostic {
    finding(
      .unknownKey, "no node has the key '\(shown(key))'", location,
      help: Suggestion.didYouMean(key, among: keys))
  }

  static func unknownTestedProperty(
    _ name: String, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    finding(
      .unknownTestedProperty, "no node and no edge has a property '\(shown(name))'", location,
      help: Suggestion.didYouMean(name, among: known))
  }

  static func incomparable(
    _ value: String, with kind: StyleVocabulary.Kind, _ property: String,
    at location: SourceLocation
  ) -> Diagnostic {
    switch kind {
    case .date:
      finding(
        .incomparable, "'\(shown(value))' is no date, and '\(shown(property))' has dates",
        location, help: "dates are written 2019, 2019-06 or 2019-06-30")
    case .number:
      finding(
        .incomparable, "'\(shown(value))' is no number, and '\(shown(property))' has numbers",
        location, help: "numbers are written 12, -3 or 4.5")
    case .truth:
      finding(
        .incomparable, "'\(shown(value))' is neither true nor false, as '\(shown(property))' is",
        location, help: "write true or false")
    }
  }

  static func unknownState(_ name: String, at location: SourceLocation) -> Diagnostic {
    let known = StyleSelector.State.allCases.map(\.rawValue)
    return finding(
      .unknownState, "unknown state ':\(shown(name))'", location,
      help: Suggestion.didYouMean(name, among: known)
        ?? "states are: \(known.joined(separator: ", "))")
  }

  static func unknownProperty(
    _ name: String, among known: [String], synonyms: [String: String],
    at location: SourceLocation
  ) -> Diagnostic {
    let synonym = synonyms[name.lowercased()].flatMap { known.contains($0) ? $0 : nil }
    return finding(
      .unknownProperty, "unknown property '\(shown(name))'", location,
      help: synonym.map { "here it is called '\($0)'" }
        ?? Suggestion.didYouMean(name, among: known)
        ?? "properties are: \(known.joined(separator: ", "))")
  }

  /// - Parameter value: nil when there is none.
  static func badValue(
    _ value: String?, of property: String, expected: String, known: [String],
    at location: SourceLocation
  ) -> Diagnostic {
    guard let value else {
      return finding(
        .badValue, "'\(property)' has no value, expected \(expected)", location)
    }
    return finding(
      .badValue, "'\(shown(value))' is no value of '\(property)', expected \(expected)", location,
      help: Suggestion.didYouMean(value, among: known))
  }

  static func nodesOnly(_ property: StyleProperty, at location: SourceLocation) -> Diagnostic {
    finding(
      .notApplicable, "'\(property.rawValue)' is for nodes, and the rule selects edges", location,
      help: property == .fill ? "the colour of a line is its 'stroke'" : nil)
  }

  static func stateOfOther(
    _ state: String, _ bearers: String, _ others: String, at location: SourceLocation
  ) -> Diagnostic {
    finding(
      .notApplicable, "':\(state)' is for \(bearers), and this selects \(others)", location)
  }

  static func keyOfEdge(at location: SourceLocation) -> Diagnostic {
    finding(.notApplicable, "keys are of nodes, and this selects edges", location)
  }
}
