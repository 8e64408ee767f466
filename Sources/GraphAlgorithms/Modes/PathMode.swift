// SPDX-License-Identifier: Apache-2.0

/// What a path may repeat, as ISO/IEC 39075:2024 (GQL), "path mode", defines it.
///
/// ```
///         walk ⊇ trail ⊇ acyclic        walk ⊇ simple ⊇ acyclic
/// ```
/// Between two different nodes, simple and acyclic paths are the same, and the shortest walks are
/// acyclic unless waypoints make them turn back. A path from a node to itself has an edge only as a
/// walk, a trail or a simple path; the first of each is the node alone, unless waypoints are to be
/// passed.
///
/// A loop at a node is one edge. Where it may be walked both ways, it counts as walked along its
/// direction.
public enum PathMode: String, Hashable, Sendable, CaseIterable {
  /// Nodes and edges may repeat. Walks may be without number; how many are asked for bounds them.
  case walk

  /// No edge twice, in whichever direction. Nodes may repeat.
  case trail

  /// No node twice, but the first may be the last.
  case simple

  /// No node twice.
  case acyclic
}
