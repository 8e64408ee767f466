// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Sources that nothing cites, and those that were looked at too long ago.
extension DatasetLints {
  mutating func checkSources() {
    for (position, source) in facts.sources.enumerated() {
      if !assembly.citedSources[position] {
        findings.report(CheckMessages.unusedSource(source.key.text), at: source.key.place)
      }
      guard let limit = options.staleBefore, let retrieved = source.retrieved,
        let date = PartialDate(retrieved.text), date.latest < limit.earliest
      else { continue }
      findings.report(
        CheckMessages.staleSource(source.key.text, retrieved: retrieved.text), at: retrieved.place)
    }
  }
}
