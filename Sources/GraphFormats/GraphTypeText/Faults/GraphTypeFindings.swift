// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import SourceDiagnostics

/// Gathers what is wrong with a graph type text and makes diagnostics of it.
struct GraphTypeFindings {
  private let text: SourceText
  private var findings: [GraphTypeResolution.Finding]
  private let hasSyntaxErrors: Bool

  init(text: SourceText, syntaxFaults: [(fault: GraphTypeFault, span: Range<Int>)]) {
    self.text = text
    findings = syntaxFaults.map { GraphTypeResolution.Finding(fault: $0.fault, span: $0.span) }
    hasSyntaxErrors = syntaxFaults.contains { $0.fault.severity == .error }
  }

  /// Adds what the lookup of names found, and what is wrong with the type as a whole.
  mutating func add(_ resolution: GraphTypeResolution) {
    findings += resolution.findings.filter { isNews($0.fault) }
    if let (fault, span) = firstTypeWithTooManySupertypes(in: resolution) {
      findings.append(.init(fault: fault, span: span))
      return
    }
    // Looking for the nearest name takes long, so it is done for what will be shown.
    let problems = resolution.graphType.problems().filter { isNews($0.kind) }
    findings += problems.enumerated()
      .map { (span: resolution.places.span(of: $1.place) ?? 0..<0, position: $0, problem: $1) }
      .sorted { ($0.span.lowerBound, $0.position) < ($1.span.lowerBound, $1.position) }
      .prefix(GraphTypeLimits.faults + 1)
      .map { finding($0.problem, in: resolution) }
  }

  /// In order of place; of very many only the first, and a word that there are more.
  func diagnostics() -> [Diagnostic] {
    let first = findings.enumerated()
      .sorted {
        ($0.element.span.lowerBound, $0.offset) < ($1.element.span.lowerBound, $1.offset)
      }
      .prefix(GraphTypeLimits.faults + 1).map(\.element)
    var diagnostics = first.map { finding in
      var diagnostic = finding.fault.diagnostic(at: text.location(of: finding.span))
      if let (note, span) = finding.note {
        diagnostic.notes = [Diagnostic.Note(note, at: text.location(of: span))]
      }
      return diagnostic
    }.sorted()
    if diagnostics.count > GraphTypeLimits.faults {
      diagnostics.removeSubrange(GraphTypeLimits.faults...)
      let place = SourceLocation(file: text.name)
      diagnostics.append(GraphTypeFault.tooManyFaults.diagnostic(at: place))
    }
    return diagnostics
  }

  /// A type that could not be read is unknown to those that name it, which says nothing new.
  private func isNews(_ fault: GraphTypeFault) -> Bool {
    switch fault {
    case .unknownAlias, .unknownLabelSet: !hasSyntaxErrors
    default: true
    }
  }

  private func isNews(_ kind: GraphTypeProblem.Kind) -> Bool {
    switch kind {
    case .unknownSupertype, .unknownKeyProperty, .unknownEndLabel: !hasSyntaxErrors
    default: true
    }
  }

  /// Looking for problems takes a step for each type that a type extends, so those are bounded.
  private func firstTypeWithTooManySupertypes(
    in resolution: GraphTypeResolution
  ) -> (GraphTypeFault, Range<Int>)? {
    let types = resolution.graphType.nodeTypes
    let byName = Dictionary(types.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, type) in types.enumerated() where !type.supertypes.isEmpty {
      var seen: Set<String> = []
      var pending = type.supertypes
      while let name = pending.popLast() {
        guard seen.insert(name).inserted else { continue }
        if seen.count > GraphTypeLimits.ancestors {
          let span = resolution.places.span(of: .nodeType(index)) ?? 0..<0
          return (.tooManySupertypes(type.name), span)
        }
        pending += byName[name]?.supertypes ?? []
      }
    }
    return nil
  }

  // MARK: Problems of the type as a whole

  private func finding(
    _ problem: GraphTypeProblem, in resolution: GraphTypeResolution
  ) -> GraphTypeResolution.Finding {
    let type = resolution.graphType
    let places = resolution.places
    let span = places.span(of: problem.place) ?? places.name
    func finding(
      _ fault: GraphTypeFault, at precise: Range<Int>? = nil, first: GraphTypeProblem.Place? = nil
    ) -> GraphTypeResolution.Finding {
      GraphTypeResolution.Finding(
        fault: fault, span: precise ?? span,
        note: first.flatMap { places.span(of: $0) }.map { ("first declared here", $0) })
    }
    switch problem.kind {
    case .duplicateNodeType(let name):
      let first = type.nodeTypes.firstIndex { $0.name == name }
      return finding(.duplicateNodeType(name), first: first.map { .nodeType($0) })
    case .unknownSupertype(let name):
      let known = type.nodeTypes.map(\.name)
      return finding(
        .unknownSupertype(name, suggestion: Suggestion.didYouMean(name, among: known)))
    case .inheritanceCycle(let names):
      return finding(.inheritanceCycle(names))
    case .duplicateProperty(let name):
      let first = type.properties(beside: problem.place).firstIndex { $0.name == name }
      return finding(
        .duplicateProperty(name), first: first.flatMap { problem.place.property($0) })
    case .conflictingProperty(let name, let ancestor):
      return finding(
        .conflictingProperty(name, ancestor: ancestor),
        at: places.property(at: problem.place)?.type)
    case .unknownKeyProperty(let name):
      return finding(
        .unknownKeyProperty(
          name, suggestion: Suggestion.didYouMean(name, among: type.names(beside: problem.place))))
    case .unknownEndLabel(let name):
      return finding(.unknownEndLabel(name, suggestion: type.suggestion(forLabel: name)))
    case .duplicateEdgeType(let name):
      return finding(.duplicateEdgeType(name), first: type.firstTwin(of: problem.place))
    case .badPattern(let name, let reason):
      return finding(
        .badPattern(name, reason: reason), at: patternFault(at: problem.place, in: resolution))
    case .patternOnNonText(let name):
      let declared = type.property(at: problem.place)
      return finding(
        .patternOnNonText(name, type: declared?.type.name ?? "another type"),
        at: places.property(at: problem.place)?.pattern)
    case .enumerationMismatch(let name, let value):
      let declared = type.property(at: problem.place)
      let position = declared?.enumeration.firstIndex { $0.description == value }
      let spans = places.property(at: problem.place)?.enumeration ?? []
      return finding(
        .enumerationMismatch(
          property: name, value: value, type: declared?.type.itemType.name ?? "another type"),
        at: position.flatMap { spans.indices.contains($0) ? spans[$0] : nil })
    case .emptyCardinality(let text):
      guard case .edgeType(let index) = problem.place else {
        return finding(.emptyCardinality(text))
      }
      let isOutgoing = type.edgeTypes[index].outgoing.description == text
      let edge = places.edge(index)
      return finding(.emptyCardinality(text), at: isOutgoing ? edge?.outgoing : edge?.incoming)
    }
  }
}

extension GraphTypeFindings {
  /// The character of a pattern at which it is wrong; all of it when that is unknown.
  private func patternFault(
    at place: GraphTypeProblem.Place, in resolution: GraphTypeResolution
  ) -> Range<Int>? {
    guard let span = resolution.places.property(at: place)?.pattern else { return nil }
    let pattern = resolution.graphType.property(at: place)?.pattern ?? ""
    do {
      _ = try TextPattern(pattern)
      return span
    } catch {
      return QuotedLiteral.range(ofCharacter: error.position, in: text.utf8[span]) ?? span
    }
  }
}

extension GraphTypeFault {
  func diagnostic(at location: SourceLocation) -> Diagnostic {
    Diagnostic(code: code, severity: severity, message: message, at: location, help: help)
  }
}

extension GraphType {
  /// The properties among which a property stands.
  fileprivate func properties(beside place: GraphTypeProblem.Place) -> [PropertyDeclaration] {
    switch place {
    case .nodeProperty(let index, _): nodeTypes[index].properties
    case .edgeProperty(let index, _): edgeTypes[index].properties
    default: []
    }
  }

  fileprivate func property(at place: GraphTypeProblem.Place) -> PropertyDeclaration? {
    switch place {
    case .nodeProperty(_, let position), .edgeProperty(_, let position):
      properties(beside: place)[position]
    default: nil
    }
  }

  /// The names that a key of the node type can use.
  fileprivate func names(beside place: GraphTypeProblem.Place) -> [String] {
    guard case .key(let index, _) = place else { return [] }
    return allProperties(of: nodeTypes[index]).map(\.name)
  }

  /// The edge type that an edge type repeats.
  fileprivate func firstTwin(of place: GraphTypeProblem.Place) -> GraphTypeProblem.Place? {
    guard case .edgeType(let index) = place else { return nil }
    let type = edgeTypes[index]
    let first = edgeTypes[..<index].firstIndex {
      $0.label == type.label && $0.sourceLabels == type.sourceLabels
        && $0.targetLabels == type.targetLabels
    }
    return first.map { .edgeType($0) }
  }

  /// What a label that no node type carries may stand for: the label of the type of that name, or
  /// the nearest label.
  fileprivate func suggestion(forLabel name: String) -> String? {
    if let label = nodeType(named: name)?.labels.first {
      return "node type '\(name)' has the label '\(label)'"
    }
    return Suggestion.didYouMean(name, among: Set(nodeTypes.flatMap(\.labels)).sorted())
  }
}

extension GraphTypeProblem.Place {
  /// Another property of the same type.
  fileprivate func property(_ position: Int) -> GraphTypeProblem.Place? {
    switch self {
    case .nodeProperty(let index, _): .nodeProperty(nodeType: index, property: position)
    case .edgeProperty(let index, _): .edgeProperty(edgeType: index, property: position)
    default: nil
    }
  }
}
