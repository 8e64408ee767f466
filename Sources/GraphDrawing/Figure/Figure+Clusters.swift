// SPDX-License-Identifier: Apache-2.0

extension Figure {
  /// The clusters with only those members that the figure shows and no earlier cluster has, and
  /// without those that have none left: what can be drawn as frames that do not overlap.
  ///
  /// - Complexity: O(*n*) in nodes and members.
  func clustersApart() -> [Group] {
    guard !clusters.isEmpty else { return [] }
    var left = Set(nodes.map(\.id))
    return clusters.compactMap { cluster in
      let members = cluster.members.intersection(left)
      left.subtract(members)
      return members.isEmpty ? nil : Group(label: cluster.label, members: members)
    }
  }
}
