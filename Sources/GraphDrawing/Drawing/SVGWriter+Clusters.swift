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
      markup.close("g")
      markup.newline()
    }
    markup.close("g")
    markup.newline()
  }

  /// The names of the frames, over all lines, so that none runs through them.
  func writeClusterNames(_ markup: inout Markup) {
    let lines = layout.clusters.flatMap(\.labelLines)
    guard !lines.isEmpty else { return }
    let metrics = typography.heading
    markup.open("g", ["class": "cluster-names"])
    markup.newline()
    for line in lines {
      let width = hundredths(line.width + 4)
      markup.empty(
        "rect",
        [
          "x": .number(hundredths(line.anchor.x - width / 2)),
          "y": .number(hundredths(line.anchor.y - metrics.ascent)), "width": .number(width),
          "height": .number(metrics.lineHeight), "rx": 2, "fill": .string(colours.paper),
          "fill-opacity": 0.85,
        ])
      write(
        line.text, x: line.anchor.x, y: line.anchor.y, metrics: metrics,
        fill: colours.quiet, anchor: "middle", isFixedWidth: true, to: &markup)
      markup.newline()
    }
    markup.close("g")
    markup.newline()
  }
}
