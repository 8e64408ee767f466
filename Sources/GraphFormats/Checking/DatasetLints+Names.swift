// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Names that are missing, and names that readers would take for those of another node.
extension DatasetLints {
  mutating func checkNames() {
    var known: [TypedName: (entry: Int, name: PlacedText)] = [:]
    var reported: Set<[Int]> = []
    for (entry, node) in facts.nodes.enumerated() {
      if node.statement(of: "name") == nil {
        findings.report(CheckMessages.missingName(node.key.text), at: node.key.place)
      }
      for name in [node.officialName].compactMap({ $0 }) + node.names.map(\.name) {
        let folded = NameFolding.folded(name.text)
        guard !folded.isEmpty else { continue }
        let key = TypedName(type: node.type.text, folded: folded)
        guard let first = known[key] else {
          known[key] = (entry, name)
          continue
        }
        guard first.entry != entry, reported.insert([first.entry, entry]).inserted else { continue }
        findings.report(
          CheckMessages.similarNames(
            name.text, of: node.key.text, first.name.text, ofOther: label(of: first.entry)),
          at: name.place, notes: [("the other name is here", first.name.place)])
      }
    }
  }

  private struct TypedName: Hashable {
    var type: String
    var folded: String
  }
}
