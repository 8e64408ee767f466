// SPDX-License-Identifier: Apache-2.0

/// The lines of a figure, to ask which of them run through a box.
struct LineCrossings {
  /// A line with the rectangle that it does not leave.
  struct Line {
    var points: [FigureLayout.Point]
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    init(_ edge: FigureLayout.Edge) {
      points = edge.curve.points
      if let tip = edge.tip, let last = points.last { points += [last, tip, tip] }
      (left, right, top, bottom) = (.infinity, -.infinity, .infinity, -.infinity)
      for point in points {
        left = min(left, point.x)
        right = max(right, point.x)
        top = min(top, point.y)
        bottom = max(bottom, point.y)
      }
    }
  }

  private(set) var lines: [Line]

  init(_ edges: [FigureLayout.Edge]) { lines = edges.map(Line.init) }

  /// Makes a line known that has a new way.
  mutating func replace(_ index: Int, by edge: FigureLayout.Edge) { lines[index] = Line(edge) }

  /// How many lines run through a box, the line of `edge` aside; counting ends at `limit`.
  ///
  /// - Complexity: O(*e*) in the lines, and O(log) of the length of those that come near.
  func count(through box: FigureLayout.Box, except edge: Int? = nil, limit: Int = 1) -> Int {
    var count = 0
    for (index, line) in lines.enumerated() where index != edge {
      guard line.left < box.right, line.right > box.left, line.top < box.bottom,
        line.bottom > box.top
      else { continue }
      if Self.runs(line.points, through: box) { count += 1 }
      if count >= limit { return count }
    }
    return count
  }

  func isFree(_ box: FigureLayout.Box, except edge: Int? = nil) -> Bool {
    count(through: box, except: edge) == 0
  }

  /// Whether the line of an edge runs through a box.
  func runs(_ edge: Int, through box: FigureLayout.Box) -> Bool {
    Self.runs(lines[edge].points, through: box)
  }

  private static func runs(_ points: [FigureLayout.Point], through box: FigureLayout.Box) -> Bool {
    for start in stride(from: 0, to: points.count - 3, by: 3)
    where runs((points[start], points[start + 1], points[start + 2], points[start + 3]), box, 0) {
      return true
    }
    return false
  }

  typealias Piece = (
    FigureLayout.Point, FigureLayout.Point, FigureLayout.Point, FigureLayout.Point
  )

  /// Halves a piece as long as its four points do not tell: it lies in their hull.
  private static func runs(_ piece: Piece, _ box: FigureLayout.Box, _ depth: Int) -> Bool {
    let (a, b, c, d) = piece
    let (left, right) = (min(min(a.x, b.x), min(c.x, d.x)), max(max(a.x, b.x), max(c.x, d.x)))
    let (top, bottom) = (min(min(a.y, b.y), min(c.y, d.y)), max(max(a.y, b.y), max(c.y, d.y)))
    guard left < box.right, right > box.left, top < box.bottom, bottom > box.top else {
      return false
    }
    if box.contains(a) || box.contains(d) { return true }
    // Within a tenth of a point of the box, which is thinner than any line.
    if depth == 10 || (right - left < 0.1 && bottom - top < 0.1) { return true }
    let (ab, bc, cd) = (middle(a, b), middle(b, c), middle(c, d))
    let (abc, bcd) = (middle(ab, bc), middle(bc, cd))
    let centre = middle(abc, bcd)
    return runs((a, ab, abc, centre), box, depth + 1) || runs((centre, bcd, cd, d), box, depth + 1)
  }

  static func middle(
    _ one: FigureLayout.Point, _ other: FigureLayout.Point
  ) -> FigureLayout.Point {
    FigureLayout.Point(x: (one.x + other.x) / 2, y: (one.y + other.y) / 2)
  }
}

extension FigureLayout.Box {
  /// True for points inside, not on the rim.
  func contains(_ point: FigureLayout.Point) -> Bool {
    point.x > left && point.x < right && point.y > top && point.y < bottom
  }

  /// The same box, smaller on all sides.
  func inset(x: Double, y: Double) -> FigureLayout.Box {
    FigureLayout.Box(
      centre: centre, width: max(width - 2 * x, 0), height: max(height - 2 * y, 0))
  }
}
