// SPDX-License-Identifier: Apache-2.0

extension NameIndex {
  /// Names and keys that begin with a text, as the data write them, each once and sorted. Case,
  /// diacritics and punctuation do not matter.
  ///
  /// Complexity: linear in the total length of the names that are looked at, of which there are at
  /// most `bound`; in a graph without a table of names, it is made first.
  public func names(beginning text: String, limit: Int, lookingAt bound: Int) -> [String] {
    let folded = Array(NameFolding.folded(text).utf8)
    let table = table
    var found: Set<String> = []
    for number in 0..<min(table.names.count, bound) where found.count < limit {
      guard table.names.utf8(UInt32(number)).starts(with: folded) else { continue }
      guard let holder = table.holders(of: number).first(where: { _ in true }) else { continue }
      let whole = table.names[UInt32(number)]
      graph.forEachName(of: holder.node) { name, _ in
        if NameFolding.folded(name) == whole { found.insert(name) }
      }
    }
    return found.sorted()
  }
}
