// SPDX-License-Identifier: Apache-2.0

/// A way to place nodes and route edges.
public enum LayoutEngine: String, Sendable, Hashable, CaseIterable {
  /// In layers along the edges; the default.
  case dot
  /// Force-directed, for large figures.
  case sfdp
  /// Force-directed by stress, for middling undirected figures.
  case neato
  /// Nodes stand where an earlier figure had them, new ones beside them; only edges are routed.
  case pinned

  /// What Graphviz calls it.
  var graphvizName: String { self == .pinned ? "nop" : rawValue }
}

/// How much work a layout may put into a good picture.
public enum LayoutEffort: String, Sendable, Hashable, CaseIterable {
  /// Curved edges with room for their labels.
  case full
  /// Straight edges, no labels, fewer rounds of improvement.
  case reduced
}
