// SPDX-License-Identifier: Apache-2.0

/// A value for each kind of line.
///
/// A dictionary would do as well, but asks the program at its first use whether its keys can be
/// hashed, which takes longer than drawing a line.
public struct LineKindTable<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  /// In the order of ``Figure/LineKind/allCases``.
  private var values: [Value]

  /// A table with the same value for all kinds.
  public init(repeating value: Value) {
    values = Array(repeating: value, count: Figure.LineKind.allCases.count)
  }

  /// A table with these values. Kinds without one have that of ``Figure/LineKind/other``.
  /// - Precondition: one of them is for ``Figure/LineKind/other``.
  public init(dictionaryLiteral pairs: (Figure.LineKind, Value)...) {
    guard let other = pairs.last(where: { $0.0 == .other }) else {
      preconditionFailure("A table of kinds of line needs a value for .other")
    }
    self.init(repeating: other.1)
    for (kind, value) in pairs { self[kind] = value }
  }

  public subscript(kind: Figure.LineKind) -> Value {
    get { values[kind.position] }
    set { values[kind.position] = newValue }
  }
}

extension LineKindTable: Equatable where Value: Equatable {}
extension LineKindTable: Hashable where Value: Hashable {}
