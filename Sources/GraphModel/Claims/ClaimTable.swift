// SPDX-License-Identifier: Apache-2.0

/// The claims about the nodes, or the edges, of a graph: a row of claims for each.
package struct ClaimTable: Sendable {
  /// Where each subject's claims begin; empty when there are none at all.
  package let offsets: FrozenArray<UInt32>
  package let records: RecordTable

  /// Arrays that are known to agree with each other.
  package init(offsets: FrozenArray<UInt32>, records: RecordTable) {
    self.offsets = offsets
    self.records = records
  }

  /// Complexity: O(k log k) in the number of claims, plus the number of subjects.
  init(_ gathered: [(subject: UInt32, claim: Claim)], subjectCount: Int) {
    let order = gathered.indices.sorted {
      (gathered[$0].subject, $0) < (gathered[$1].subject, $1)
    }
    records = RecordTable(order) { $0.write(gathered[$1].claim) }
    if gathered.isEmpty {
      offsets = FrozenArray([])
      return
    }
    offsets = FrozenArray(count: subjectCount + 1) { memory in
      memory.initialize(repeating: 0)
      for (subject, _) in gathered { memory[Int(subject) + 1] &+= 1 }
      for row in 1...subjectCount { memory[row] &+= memory[row - 1] }
    }
  }

  /// Complexity: linear in the size of the subject's claims, which are decoded.
  func claims(on subject: UInt32) -> [Claim] {
    guard Int(subject) + 1 < offsets.count else { return [] }
    return (Int(offsets[Int(subject)])..<Int(offsets[Int(subject) + 1])).compactMap(claim)
  }

  private func claim(at position: Int) -> Claim? {
    records.record(position) { (reader: inout RecordReader) throws(DamagedRecord) in
      try reader.claim()
    }
  }

  var count: Int { records.count }
}
