// SPDX-License-Identifier: Apache-2.0

extension Value {
  /// Whether lists and maps lie deeper in each other than a record of the value may hold.
  var isNestedTooDeeply: Bool { isNested(deeperThan: RecordReader.nestingLimit) }

  /// The limit also bounds the recursion.
  private func isNested(deeperThan limit: Int) -> Bool {
    if limit == 0 { return true }
    switch self {
    case .list(let values): return values.contains { $0.isNested(deeperThan: limit - 1) }
    case .map(let map): return map.entries.contains { $0.value.isNested(deeperThan: limit - 1) }
    default: return false
    }
  }
}
