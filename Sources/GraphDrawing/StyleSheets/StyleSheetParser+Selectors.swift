// SPDX-License-Identifier: Apache-2.0

internal import SourceDiagnostics

extension StyleSheetParser {
  /// A selector and where it stands.
  struct PlacedSelector {
    var value: StyleSelector
    var span: Range<Int>
  }

  /// What has been read where something was expected.
  private enum Reading<Value> {
    /// Something else.
    case other
    /// It, with an unknown name.
    case unknown
    case known(Value)
  }

  /// The selectors of a list that were understood.
  mutating func readSelectors() -> [PlacedSelector] {
    var selectors: [PlacedSelector] = []
    repeat {
      let start = token.span
      switch readSelector() {
      case .other:
        isRecovering = true
        return selectors
      case .unknown: break
      case .known(let selector):
        selectors.append(PlacedSelector(value: selector, span: start))
      }
    } while hasRoom && take(",")
    return selectors
  }

  private mutating func readSelector() -> Reading<StyleSelector> {
    let findingsBefore = findings.count
    let start = token
    var selector = StyleSelector(.anything)
    var isEmpty = true
    switch token.kind {
    case .mark("*"):
      advance()
      isEmpty = false
    case .word(let name), .quoted(let name):
      check(nodeType: name)
      selector.subject = .nodes(ofType: name)
      advance()
      isEmpty = false
    case .mark("-"), .mark("->"):
      guard let subject = readEdgeSubject() else { return .other }
      selector.subject = subject
      isEmpty = false
    default: break
    }
    while hasRoom {
      switch token.kind {
      case .hash(let key): add(key, to: &selector)
      case .mark("["):
        guard let condition = readCondition() else { return .other }
        selector.conditions.append(condition)
      case .mark(":"):
        switch readState() {
        case .other: return .other
        case .unknown: break
        case .known(let state): selector.states.append(state)
        }
      default:
        guard !isEmpty else {
          reportUnexpected(expected: "a selector")
          return .other
        }
        checkStates(of: selector, at: start.span)
        // A finding may have been left out for their number, so that the limit counts as one.
        let isSound = findings.count == findingsBefore && hasRoom
        return isSound ? .known(selector) : .unknown
      }
      isEmpty = false
    }
    return .unknown
  }

  private mutating func readEdgeSubject() -> StyleSelector.Subject? {
    guard take("-") else {
      reportUnexpected(expected: "'-' and an edge type, as in -COVERS->")
      return nil
    }
    let subject: StyleSelector.Subject
    switch token.kind {
    case .mark("*"): subject = .anyEdge
    case .word(let name), .quoted(let name):
      if let known = vocabulary.edgeTypes, !known.contains(name) {
        report(StyleSheetMessages.unknownEdgeType(name, vocabulary, at: location(token.span)))
      }
      subject = .edges(ofType: name)
    default:
      reportUnexpected(expected: "an edge type, as in -COVERS->")
      return nil
    }
    advance()
    guard take("->") else {
      reportUnexpected(expected: "'->' after the edge type")
      return nil
    }
    return subject
  }

  private mutating func check(nodeType name: String) {
    if let known = vocabulary.nodeTypes, !known.contains(name) {
      report(StyleSheetMessages.unknownNodeType(name, vocabulary, at: location(token.span)))
    }
  }

  private mutating func add(_ key: String, to selector: inout StyleSelector) {
    if key.isEmpty {
      reportUnexpected(expected: "a key after '#'")
    } else if let keys = vocabulary.keys, !keys.contains(key) {
      report(StyleSheetMessages.unknownKey(key, among: keys.all(), at: location(token.span)))
    }
    if selector.subject == .anything { selector.subject = .anyNode }
    if case .edges = selector.subject {
      report(StyleSheetMessages.keyOfEdge(at: location(token.span)))
    } else if selector.subject == .anyEdge {
      report(StyleSheetMessages.keyOfEdge(at: location(token.span)))
    }
    selector.keys.append(key)
    advance()
  }

  private mutating func readCondition() -> StyleCondition? {
    advance()
    guard let property = readName() else {
      reportUnexpected(expected: "the name of a property")
      return nil
    }
    if let known = vocabulary.properties, !known.contains(property.text) {
      report(
        StyleSheetMessages.unknownTestedProperty(
          property.text, among: known, at: location(property.span)))
    }
    if take("]") { return StyleCondition(property.text) }
    guard case .mark(let sign) = token.kind,
      let comparison = StyleCondition.Comparison(rawValue: sign)
    else {
      reportUnexpected(expected: "']' or one of = != < <= > >=")
      return nil
    }
    advance()
    let isNegative = take("-")
    guard let value = readName() else {
      reportUnexpected(expected: "a value; a text with spaces stands in quotes")
      return nil
    }
    guard take("]") else {
      reportUnexpected(expected: "']' after the value; a text with spaces stands in quotes")
      return nil
    }
    let text = (isNegative ? "-" : "") + value.text
    if let kind = vocabulary.kinds[property.text], !kind.admits(text) {
      report(
        StyleSheetMessages.incomparable(
          text, with: kind, property.text, at: location(value.span)))
    }
    return StyleCondition(property.text, comparison, text)
  }

  private mutating func readState() -> Reading<StyleSelector.State> {
    advance()
    guard case .word(let name) = token.kind else {
      reportUnexpected(expected: "a state, such as ended")
      return .other
    }
    defer { advance() }
    if let state = StyleSelector.State(rawValue: name) { return .known(state) }
    report(StyleSheetMessages.unknownState(name, at: location(token.span)))
    return .unknown
  }

  /// A state that the subject cannot be in selects nothing.
  private mutating func checkStates(of selector: StyleSelector, at span: Range<Int>) {
    let isEdge: Bool
    switch selector.subject {
    case .anything: return
    case .anyNode, .nodes: isEdge = false
    case .anyEdge, .edges: isEdge = true
    }
    if isEdge, selector.states.contains(.asked) {
      report(StyleSheetMessages.stateOfOther("asked", "nodes", "edges", at: location(span)))
    }
    if !isEdge, selector.states.contains(.disputed) {
      report(StyleSheetMessages.stateOfOther("disputed", "edges", "nodes", at: location(span)))
    }
  }

  private mutating func readName() -> (text: String, span: Range<Int>)? {
    switch token.kind {
    case .word(let text), .quoted(let text):
      defer { advance() }
      return (text, token.span)
    default: return nil
    }
  }
}
