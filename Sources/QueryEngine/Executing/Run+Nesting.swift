// SPDX-License-Identifier: Apache-2.0

import CypherSyntax
import GraphModel

extension Run {
  /// A list or map that was just made of other values.
  ///
  /// Where it holds lists or maps it is looked at as a whole: they may lie too deep in each other
  /// for whoever walks them, and one list held many times over may be more than memory holds once
  /// it is written out. The memory is given back; whoever keeps the value charges what it keeps.
  func bounded(_ value: Value, _ span: SourceSpan) throws(QueryFault) -> Value {
    guard value.holdsCollections else { return value }
    giveBack(try reserve(value, span))
    return value
  }

  /// Counts the memory of a value that is kept for now, and says how much it is.
  func reserve(_ value: Value, _ span: SourceSpan) throws(QueryFault) -> Int {
    do {
      let bytes = try value.footprint(meter)
      try meter.reserve(bytes)
      return bytes
    } catch {
      throw error.fault(at: span)
    }
  }
}

extension Value {
  /// Whether a list or map has a list or map among its members.
  fileprivate var holdsCollections: Bool {
    switch self {
    case .list(let members): members.contains { $0.isCollection }
    case .map(let map): map.entries.contains { $0.value.isCollection }
    default: false
    }
  }

  private var isCollection: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }
}
