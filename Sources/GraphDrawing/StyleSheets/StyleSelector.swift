// SPDX-License-Identifier: Apache-2.0

/// Which nodes and edges of a figure a rule is about.
public struct StyleSelector: Sendable, Hashable {
  public enum Subject: Sendable, Hashable {
    /// `*`, or nothing before a condition or a state.
    case anything
    /// A key without a type.
    case anyNode
    case nodes(ofType: String)
    /// `-*->`
    case anyEdge
    case edges(ofType: String)
  }

  /// What an element is, apart from its type and properties.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Sources disagree about the edge.
    case disputed
    /// It has ended by the date of the figure, or, in a figure that compares two versions, in the
    /// newer one.
    case ended
    /// The question names the node.
    case asked
    /// In a figure that compares two versions: it is in the newer one only.
    case added
    /// It is in the older one only.
    case removed
    /// It says something else.
    case changed
    /// It says the same on other sources.
    case resourced
  }

  public var subject: Subject
  public var keys: [String]
  public var conditions: [StyleCondition]
  public var states: [State]

  public init(
    _ subject: Subject, keys: [String] = [], conditions: [StyleCondition] = [],
    states: [State] = []
  ) {
    self.subject = subject
    self.keys = keys
    self.conditions = conditions
    self.states = states
  }

  /// True for one that names states and nothing else, such as `:ended`.
  var isStateAlone: Bool {
    subject == .anything && keys.isEmpty && conditions.isEmpty && states.count == 1
  }

  /// - Complexity: linear in the parts of the selector.
  public func selects(_ node: Figure.Node) -> Bool {
    switch subject {
    case .anything, .anyNode: break
    case .nodes(let type):
      guard node.typeName == type || node.labels.contains(type) else { return false }
    case .anyEdge, .edges: return false
    }
    return keys.allSatisfy { $0 == node.id }
      && states.allSatisfy { state in
        switch state {
        case .disputed: false
        case .ended: node.isEnded || node.change == .ended
        case .asked: node.emphasis != .none
        case .added, .removed, .changed, .resourced: node.change == state.change
        }
      } && conditions.allSatisfy { $0.holds(in: node.properties) }
  }

  /// - Complexity: linear in the parts of the selector.
  public func selects(_ edge: Figure.Edge) -> Bool {
    switch subject {
    case .anything, .anyEdge: break
    case .edges(let type): guard edge.typeName == type else { return false }
    case .anyNode, .nodes: return false
    }
    return keys.isEmpty
      && states.allSatisfy { state in
        switch state {
        case .disputed: edge.isDisputed
        case .ended: edge.isEnded || edge.change == .ended
        case .asked: false
        case .added, .removed, .changed, .resourced: edge.change == state.change
        }
      } && conditions.allSatisfy { $0.holds(in: edge.properties) }
  }
}

/// A test of one property: `[until]`, `[since >= 2015]`, `[name = "BOMCA"]`.
public struct StyleCondition: Sendable, Hashable {
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
  }

  public var property: String
  /// Nil asks whether there is a value.
  public var comparison: Comparison?
  public var value: String

  public init(_ property: String, _ comparison: Comparison? = nil, _ value: String = "") {
    self.property = property
    self.comparison = comparison
    self.value = value
  }

  /// One value of a list is enough; for `!=`, none may be equal, and there must be one.
  ///
  /// Numbers compare as numbers, dates as far as both of them go (`2019` equals `2019-04`), all
  /// else by Unicode scalars.
  func holds(in properties: [String: [String]]) -> Bool {
    guard let values = properties[property], !values.isEmpty else { return false }
    guard let comparison else { return true }
    if comparison == .unequal { return values.allSatisfy { order(of: $0) != 0 } }
    return values.contains { text in
      let order = order(of: text)
      return switch comparison {
      case .equal: order == 0
      case .unequal: order != 0
      case .less: order < 0
      case .atMost: order <= 0
      case .greater: order > 0
      case .atLeast: order >= 0
      }
    }
  }

  /// Negative when a value comes before that of the condition.
  private func order(of text: String) -> Int {
    if let left = Int64(text), let right = Int64(value) {
      return left < right ? -1 : left > right ? 1 : 0
    }
    // Words such as "nan" and "infinity" are texts here.
    if let left = Double(text), let right = Double(value), left.isFinite, right.isFinite {
      return left < right ? -1 : left > right ? 1 : 0
    }
    var (left, right) = (Array(text.unicodeScalars), Array(value.unicodeScalars))
    if Self.isDate(text), Self.isDate(value) {
      let common = min(left.count, right.count)
      (left, right) = (Array(left.prefix(common)), Array(right.prefix(common)))
    }
    if left == right { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  /// A year, a month or a day, as `2019`, `2019-04` or `2019-04-30`.
  static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard [4, 7, 10].contains(bytes.count) else { return false }
    return bytes.indices.allSatisfy { index in
      index == 4 || index == 7
        ? bytes[index] == UInt8(ascii: "-") : (0x30...0x39).contains(bytes[index])
    }
  }
}
