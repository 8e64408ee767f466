// SPDX-License-Identifier: Apache-2.0

/// Boxes that have their places, and places that are free between them.
///
/// Boxes lie in square fields, so that only those near a place are looked at.
struct FreePlaces {
  private static let side = 128.0
  /// Rings around a wish that are searched before a box goes to the end of the figure.
  private static let rings = 160

  private static let chainCount = 1024

  private var boxes: [FigureLayout.Box] = []
  /// The last entry of each chain, or -1. A chain holds the boxes in some fields; which those are
  /// does not matter, as every box is compared.
  private var lastEntries: [Int32] = []
  private var entries: [(box: Int32, previous: Int32)] = []
  /// Where the search for a place for boxes with the same wish begins.
  private var firstRings: [FigureLayout.Point: Int] = [:]
  private var farRight = 0.0
  private var top = Double.infinity

  /// True when the box shares room with none of the others, and has `gap` points around it.
  func isFree(_ box: FigureLayout.Box, gap: Double = 0) -> Bool {
    var wide = box
    wide.width += 2 * gap
    wide.height += 2 * gap
    guard !boxes.isEmpty else { return true }
    return FreePlaces.allChains(of: wide) { chain in
      var entry = lastEntries[chain]
      while entry >= 0 {
        let (box, previous) = entries[Int(entry)]
        if boxes[Int(box)].overlaps(wide) { return false }
        entry = previous
      }
      return true
    }
  }

  /// - Returns: what ``leave(_:)`` knows the box by.
  @discardableResult mutating func take(_ box: FigureLayout.Box) -> Int {
    if lastEntries.isEmpty {
      lastEntries = Array(repeating: -1, count: FreePlaces.chainCount)
    }
    _ = FreePlaces.allChains(of: box) { chain in
      entries.append((Int32(boxes.count), lastEntries[chain]))
      lastEntries[chain] = Int32(entries.count - 1)
      return true
    }
    boxes.append(box)
    farRight = max(farRight, box.right)
    top = min(top, box.top)
    return boxes.count - 1
  }

  /// Gives the room of a box back.
  mutating func leave(_ place: Int) {
    // Nothing overlaps a box that begins after it ends.
    boxes[place].width = -.infinity
  }

  /// The free place nearest to the wish, roughly: it is looked for in rings around it.
  ///
  /// - Parameter isFromOrigin: True keeps the box where no coordinate is negative.
  /// - Complexity: O(1) where there is room, and bounded where there is none.
  mutating func nearest(
    to wish: FigureLayout.Box, gapX: Double, gapY: Double, isFromOrigin: Bool
  ) -> FigureLayout.Box {
    func isFit(_ box: FigureLayout.Box) -> Bool {
      if isFromOrigin, box.left < 0 || box.top < 0 { return false }
      var wide = box
      wide.width += 2 * gapX
      wide.height += 2 * gapY
      return isFree(wide)
    }
    var start = wish
    if isFromOrigin {
      start.centre.x = max(start.centre.x, start.width / 2)
      start.centre.y = max(start.centre.y, start.height / 2)
    }
    if isFit(start) { return start }
    let stepX = max(wish.width / 2, 12)
    let stepY = max(wish.height / 2, 12)
    for ring in (firstRings[start.centre] ?? 1)...FreePlaces.rings {
      var best: (distance: Double, box: FigureLayout.Box)?
      for (column, row) in FreePlaces.ring(ring) {
        var box = start
        box.centre.x = hundredths(start.centre.x + Double(column) * stepX)
        box.centre.y = hundredths(start.centre.y + Double(row) * stepY)
        let (dx, dy) = (box.centre.x - start.centre.x, box.centre.y - start.centre.y)
        let distance = dx * dx + dy * dy
        if let best, best.distance <= distance { continue }
        if isFit(box) { best = (distance, box) }
      }
      if let best {
        firstRings[start.centre] = ring
        return best.box
      }
    }
    firstRings[start.centre] = FreePlaces.rings
    start.centre.x = hundredths(farRight + gapX + start.width / 2 + 1)
    start.centre.y = hundredths(max(top.isFinite ? top : 0, 0) + start.height / 2)
    return start
  }

  /// The steps of a square ring: first the nearest.
  private static func ring(_ ring: Int) -> [(Int, Int)] {
    var steps: [(Int, Int)] = []
    for other in 0...ring {
      for (column, row) in [(other, ring), (ring, other)] {
        for x in column == 0 ? [0] : [column, -column] {
          for y in row == 0 ? [0] : [row, -row] { steps.append((x, y)) }
        }
        if other == ring { break }
      }
    }
    return steps
  }

  /// Goes through the chains of the fields that a box lies in, until one has had enough.
  private static func allChains(
    of box: FigureLayout.Box, _ body: (Int) -> Bool
  ) -> Bool {
    func place(_ value: Double) -> Int { Int((value / side).rounded(.down)) }
    for column in place(box.left)...max(place(box.right), place(box.left)) {
      for row in place(box.top)...max(place(box.bottom), place(box.top)) {
        // Neighbouring fields have chains of their own.
        guard body((column &* 37 &+ row) & (chainCount - 1)) else { return false }
      }
    }
    return true
  }
}

extension FreePlaces {
  /// The same boxes, moved as little as needed so that none shares room with another; nil when
  /// that is so already.
  static func separated(_ boxes: [FigureLayout.Box], gap: Double) -> [FigureLayout.Box]? {
    var places = FreePlaces()
    var late: [Int] = []
    var result = boxes
    for (index, box) in boxes.enumerated() {
      if places.isFree(box) { places.take(box) } else { late.append(index) }
    }
    guard !late.isEmpty else { return nil }
    for index in late {
      result[index] = places.nearest(to: boxes[index], gapX: gap, gapY: gap, isFromOrigin: false)
      places.take(result[index])
    }
    return result
  }
}
