// SPDX-License-Identifier: Apache-2.0

/// The claims about the nodes, or the edges, of a graph: a row of claims for each.
struct ClaimTable: Sendable {
  /// Where each subject's claims begin; empty when there are none at all.
  let offsets: FrozenArray<UInt32>
  let claims: [Claim]

  /// Arrays that are known to agree with each other.
  init(offsets: FrozenArray<UInt32>, claims: [Claim]) {
    self.offsets = offsets
    self.claims = claims
  }

  /// Complexity: O(k log k) in the number of claims, plus the number of subjects.
  init(_ gathered: [(subject: UInt32, claim: Claim)], subjectCount: Int) {
    if gathered.isEmpty {
      claims = []
      offsets = FrozenArray([])
      return
    }
    let order = gathered.indices.sorted {
      (gathered[$0].subject, $0) < (gathered[$1].subject, $1)
    }
    claims = order.map { gathered[$0].claim }
    offsets = FrozenArray(count: subjectCount + 1) { memory in
      memory.initialize(repeating: 0)
      for (subject, _) in gathered { memory[Int(subject) + 1] &+= 1 }
      for row in 1...subjectCount { memory[row] &+= memory[row - 1] }
    }
  }

  func claims(on subject: UInt32) -> ArraySlice<Claim> {
    guard Int(subject) + 1 < offsets.count else { return [] }
    return claims[Int(offsets[Int(subject)])..<Int(offsets[Int(subject) + 1])]
  }

  var count: Int { claims.count }
  var all: [Claim] { claims }
}
