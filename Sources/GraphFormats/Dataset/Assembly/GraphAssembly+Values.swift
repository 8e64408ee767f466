// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Stated texts as values of the types that the graph type declares.
extension GraphAssembly {
  /// Reads statements about one subject into properties and claims.
  mutating func read(
    _ statements: [Statement], _ rules: PropertyTyping.Rules, _ subject: GraphViolation.Subject,
    byDefault: [Citation], into properties: inout [(name: String, value: Value)],
    _ claims: inout [Claim]
  ) {
    properties.reserveCapacity(statements.count)
    for statement in statements {
      let name = statement.property.text
      let rule = rules[name]
      let leading = statement.leading
      for (position, claim) in statement.claims.enumerated() {
        let sources = claim.support == nil ? byDefault : citations(claim.support)
        guard let value = value(of: claim.value, property: name, rule) else {
          if position == leading { unreadable.insert(.init(subject: subject, property: name)) }
          continue
        }
        if position == leading { properties.append((name, value)) }
        if let rule, !isAllowed(value, written: claim.value, property: name, rule) {
          unreadable.insert(.init(subject: subject, property: name))
        }
        if !sources.isEmpty || claim.note != nil || statement.claims.count > 1 {
          claims.append(
            Claim(
              property: name, value: value, citations: sources, isPreferred: claim.isPreferred,
              note: claim.note))
        }
      }
    }
  }

  /// The value of a text, nil when it has none; that is reported.
  private mutating func value(
    of stated: StatedValue, property: String, _ rule: PropertyTyping.Rule?
  ) -> Value? {
    let type = rule?.declaration.type
    switch (stated, type) {
    case (.text(let text), .list(let item)):
      // A cell of a table holds the items of a list as one text.
      guard text.place.row > 0 else {
        findings.report(DatasetMessages.expectedListValue(property, text.text), at: text.place)
        return nil
      }
      let items = CSVList.items(of: text.text).map { PlacedText($0, text.place) }
      return list(items, of: item)
    case (.text(let text), _):
      return value(of: text, as: type ?? .string)
    case (.list(let items, _), .list(let item)):
      return list(items, of: item)
    case (.list(let items, let place), let type):
      if type == nil || type == .any { return .list(items.map { .string($0.text) }) }
      findings.report(DatasetMessages.expectedOneValue(property), at: place)
      return nil
    }
  }

  private mutating func list(_ items: [PlacedText], of type: PropertyType) -> Value? {
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for item in items {
      if let value = value(of: item, as: type) { values.append(value) }
    }
    return values.count == items.count ? .list(values) : nil
  }

  private mutating func value(of text: PlacedText, as type: PropertyType) -> Value? {
    if type == .string { return .string(text.text) }
    switch type.parse(text.text) {
    case .success(let value): return value
    case .failure(let problem):
      findings.report(DatasetMessages.badValue(problem), at: text.place)
      return nil
    }
  }

  /// Holds every claim to the pattern and enumeration of its property, also those that no column
  /// will contain, and each item of a list.
  private mutating func isAllowed(
    _ value: Value, written: StatedValue, property: String, _ rule: PropertyTyping.Rule
  ) -> Bool {
    let declaration = rule.declaration
    guard rule.pattern != nil || !declaration.enumeration.isEmpty else { return true }
    var isAllowed = true
    let items: [Value]
    if case .list(let values) = value { items = values } else { items = [value] }
    for (position, item) in items.enumerated() {
      let place: TextPlace
      if case .list(let texts, _) = written, position < texts.count {
        place = texts[position].place
      } else {
        place = written.place
      }
      if let pattern = rule.pattern, case .string(let text) = item, !pattern.matches(text) {
        isAllowed = false
        findings.report(
          DatasetMessages.patternMismatch(
            text, property: property, pattern: pattern.source, example: pattern.example),
          at: place)
      }
      if !declaration.enumeration.isEmpty, !declaration.enumeration.contains(item) {
        isAllowed = false
        let allowed = declaration.enumeration.map(Self.text)
        let help = findings.suggestion(for: Self.text(of: item), among: allowed)
        findings.report(
          DatasetMessages.notInEnumeration(
            Self.text(of: item), property: property, allowed: allowed, help: help),
          at: place)
      }
    }
    return isAllowed
  }

  /// The value as somebody would write it.
  static func text(of value: Value) -> String {
    if case .string(let text) = value { return text }
    return value.description
  }
}
