// SPDX-License-Identifier: Apache-2.0

extension Drawing {
  /// The frames around sets of nodes, behind everything else.
  func writeClusters(_ markup: inout Markup) {
    guard !layout.clusters.isEmpty else { return }
    markup.open("g", ["class": "clusters"])
    markup.newline()
    for cluster in layout.clusters {
      let box = cluster.box
      markup.open("g", ["class": "cluster", "id": "\(prefix)-cluster\(cluster.index)"])
      markup.empty(
        "rect",
        [
          "x": .number(box.left), "y": .number(box.top), "width": .number(box.width),
          "height": .number(box.height), "rx": 6, "fill": "none",
          "stroke": .string(colours.quiet), "stroke-dasharray": "2 3",
        ])
      for line in cluster.labelLines {
        write(
          line.text, x: line.anchor.x, y: line.anchor.y, metrics: typography.heading,
          fill: colours.quiet, anchor: "middle", isFixedWidth: true, to: &markup)
      }
      markup.close("g")
      markup.newline()
    }
    markup.close("g")
    markup.newline()
  }
}
