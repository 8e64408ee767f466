// SPDX-License-Identifier: Apache-2.0

extension LineCrossings {
  /// How much nearer words are to their own line than to any other, in points, where nobody wonders
  /// whose they are.
  static let clearLead = 3.0

  /// The same where a label stands already, which is not moved for less.
  static let enoughLead = 2.0

  /// Distances are told apart by so much, in points.
  private static let precision = 0.25

  /// How much nearer a box is to the line of an edge than to any other, in points, up to
  /// ``clearLead``; nil unless it is more than `least` or clear.
  ///
  /// - Complexity: O(*e*) in the lines, and O(log) of the length of those that come near.
  func lead(of edge: Int, at box: FigureLayout.Box, least: Double = -.infinity) -> Double? {
    let own = Self.distance(of: lines[edge], to: box, within: .infinity)
    var limit = own + Self.clearLead
    let (left, right) = (box.left - limit, box.right + limit)
    let (top, bottom) = (box.top - limit, box.bottom + limit)
    for index in lines.indices where index != edge {
      guard lines[index].left < right, lines[index].right > left, lines[index].top < bottom,
        lines[index].bottom > top
      else { continue }
      limit = Self.distance(of: lines[index], to: box, within: limit)
      if limit - own <= least, limit - own < Self.clearLead { return nil }
    }
    return limit - own
  }

  /// From the nearest point of a line to the nearest of a box, or the limit where that is less.
  private static func distance(
    of line: Line, to box: FigureLayout.Box, within limit: Double
  ) -> Double {
    var shortest = limit
    line.points.withUnsafeBufferPointer { points in
      guard let first = points.first else { return }
      shortest = min(shortest, distance(first, box))
      for start in stride(from: 0, to: points.count - 3, by: 3) where shortest > 0 {
        let end = distance(points[start + 3], box)
        shortest = min(shortest, end)
        shorten(
          &shortest, (points[start], points[start + 1], points[start + 2], points[start + 3]),
          ends: (distance(points[start], box), end), box, 0)
      }
    }
    return shortest
  }

  /// Halves a piece as long as some of it may be nearer than what is known: it lies in the hull of
  /// its four points.
  private static func shorten(
    _ shortest: inout Double, _ piece: Piece, ends: (Double, Double), _ box: FigureLayout.Box,
    _ depth: Int
  ) {
    let (a, b, c, d) = piece
    let x = max(
      min(min(a.x, b.x), min(c.x, d.x)) - box.right, box.left - max(max(a.x, b.x), max(c.x, d.x)), 0
    )
    let y = max(
      min(min(a.y, b.y), min(c.y, d.y)) - box.bottom, box.top - max(max(a.y, b.y), max(c.y, d.y)), 0
    )
    guard x + precision < shortest, y + precision < shortest, depth < 12,
      (x * x + y * y).squareRoot() + precision < shortest
    else { return }
    let (ab, bc, cd) = (middle(a, b), middle(b, c), middle(c, d))
    let (abc, bcd) = (middle(ab, bc), middle(bc, cd))
    let centre = middle(abc, bcd)
    let half = distance(centre, box)
    shortest = min(shortest, half)
    // What the nearer half shows saves steps in the other.
    if ends.0 <= ends.1 {
      shorten(&shortest, (a, ab, abc, centre), ends: (ends.0, half), box, depth + 1)
      shorten(&shortest, (centre, bcd, cd, d), ends: (half, ends.1), box, depth + 1)
    } else {
      shorten(&shortest, (centre, bcd, cd, d), ends: (half, ends.1), box, depth + 1)
      shorten(&shortest, (a, ab, abc, centre), ends: (ends.0, half), box, depth + 1)
    }
  }

  private static func distance(_ point: FigureLayout.Point, _ box: FigureLayout.Box) -> Double {
    let x = max(abs(point.x - box.centre.x) - box.width / 2, 0)
    let y = max(abs(point.y - box.centre.y) - box.height / 2, 0)
    return (x * x + y * y).squareRoot()
  }
}
