// SPDX-License-Identifier: Apache-2.0

/// The order of keys in an entry of a fact file.
enum YAMLEntryOrder {
  /// The type key first, then `name`, `aliases`, `since`, `until`, the properties, the edges, and
  /// `sources` last; within each the author's order. What stands around a key goes with it.
  static func sorted(_ entries: [YAMLSyntaxMapping.Entry]) -> [YAMLSyntaxMapping.Entry] {
    let typeKey = typeKey(of: entries)
    let ranks = entries.indices.map { $0 == typeKey ? -1 : rank(of: entries[$0].key.text) }
    let order = entries.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    return order.map { entries[$0] }
  }

  private static let builtIn: [String] = ["name", "aliases", "since", "until"]

  private static func rank(of key: [UInt8]) -> Int {
    let text = String(decoding: key, as: UTF8.self)
    if let index = builtIn.firstIndex(of: text) { return index }
    if text == "sources" { return builtIn.count + 2 }
    return isEdgeType(key) ? builtIn.count + 1 : builtIn.count
  }

  /// The first key is the node type. When it can be none, the type is what looks like one.
  private static func typeKey(of entries: [YAMLSyntaxMapping.Entry]) -> Int? {
    guard let first = entries.first?.key.text else { return nil }
    let candidates = entries.indices.filter { isTypeName(entries[$0].key.text) }
    let rank = rank(of: first)
    if rank == builtIn.count { return 0 }
    // An acronym such as NGO may be a type too.
    if rank == builtIn.count + 1 { return candidates.count == 1 ? candidates[0] : 0 }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// `COVERS`, `PART_OF`.
  private static func isEdgeType(_ key: [UInt8]) -> Bool {
    guard let first = key.first, (0x41...0x5A).contains(first) else { return false }
    return key.allSatisfy {
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  /// `Programme`, `PolicyArea`.
  private static func isTypeName(_ key: [UInt8]) -> Bool {
    guard let first = key.first, (0x41...0x5A).contains(first) else { return false }
    return !isEdgeType(key)
  }
}
