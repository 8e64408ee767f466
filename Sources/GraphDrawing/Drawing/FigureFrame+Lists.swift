// SPDX-License-Identifier: Apache-2.0

extension FigureFrame {
  mutating func placeSources(_ figure: Figure, _ room: Double, _ y: inout Double) {
    let metrics = typography.source
    let sources = figure.sources.enumerated().sorted {
      ($0.element.number, $0.offset) < ($1.element.number, $1.offset)
    }.map(\.element)
    let shown = sources.prefix(Measure.sourceLimit)
    placeList(
      shown.map {
        ListEntry(
          mark: "[\($0.number)]", text: $0.text, address: $0.url.flatMap { LinkAddress($0) })
      }, hidden: sources.count - shown.count, room, &y)
  }

  mutating func placeNumberedNotes(_ room: Double, _ y: inout Double) {
    guard !notes.notes.isEmpty else { return }
    y += 6
    footer.append(
      PlacedText(
        text: wording.notes, x: margin, y: hundredths(y + typography.heading.ascent),
        metrics: typography.heading))
    y += typography.heading.lineHeight + 2
    placeList(
      notes.notes.map { ListEntry(mark: String($0.number), text: $0.text, address: $0.address) },
      hidden: notes.hiddenCount, room, &y)
  }

  private struct ListEntry {
    var mark: String
    var text: String
    var address: LinkAddress?
  }

  /// Marks in a column of their own, beside each its text and below or behind that its address.
  private mutating func placeList(
    _ entries: [ListEntry], hidden: Int, _ room: Double, _ y: inout Double
  ) {
    let metrics = typography.source
    let widest = entries.map { metrics.width(of: $0.mark) }.max() ?? 0
    let indent = widest * Measure.fontAllowance + 5
    for entry in entries {
      func place(_ text: String, x: Double, line: Double, link: LinkAddress? = nil) {
        footer.append(
          PlacedText(
            text: text, x: hundredths(margin + x), y: hundredths(line + metrics.ascent),
            metrics: metrics, link: link))
      }
      place(entry.mark, x: 0, line: y)
      let lines = metrics.lines(
        of: entry.text, maximumWidth: room - indent, scalarLimit: Measure.sourceLength)
      for line in lines {
        place(line, x: indent, line: y)
        y += metrics.lineHeight
      }
      if let address = entry.address {
        let end = lines.last.map { metrics.width(of: $0) + 8 } ?? 0
        if end + metrics.width(of: address.text) <= room - indent, !lines.isEmpty {
          footer[footer.count - 1].following = address
        } else {
          for line in metrics.addressLines(of: address, maximumWidth: room - indent) {
            place(line, x: indent, line: y, link: address)
            y += metrics.lineHeight
          }
        }
      } else if lines.isEmpty {
        y += metrics.lineHeight
      }
      y += 2
    }
    guard hidden > 0 else { return }
    footer.append(
      PlacedText(
        text: "\(wording.andMore): \(hidden)", x: margin,
        y: hundredths(y + metrics.ascent), metrics: metrics))
    y += metrics.lineHeight
  }
}
