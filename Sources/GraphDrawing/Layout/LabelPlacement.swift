// SPDX-License-Identifier: Apache-2.0

/// Finds room for the labels of edges beside routes that an engine laid without thinking of them.
struct LabelPlacement {
  /// How much room a label takes, and how much of its width is text.
  struct Size {
    var width: Double
    var height: Double
    var text: Double

    init(width: Double, height: Double, lines: [FigureLayout.TextLine]) {
      self.width = width
      self.height = height
      text = lines.reduce(0) { max($0, $1.width) }
    }
  }

  /// Nodes, the names of frames, and the labels that have their room.
  private var taken = FreePlaces()
  private(set) var lines: LineCrossings

  /// How far along its line a label stands, the middle first.
  private static let shares = [
    0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85, 0.1, 0.9,
  ]
  /// How far it stands from the line, in points, where there is room.
  private static let distances = [2.0, 6, 11, 18]

  /// The same in smaller steps, for where most places are taken.
  private static let fineShares = {
    let half = shares + shares.map { $0 > 0.5 ? $0 - 0.025 : $0 + 0.025 } + [0.05, 0.95]
    return half + half.map { $0 + 0.0125 }
  }()
  /// How many other lines may run through a label on its own line: with more nobody knows which it
  /// belongs to.
  private static let crossings = 3
  /// How much farther from its own line than from another a label may stand where it stands nowhere
  /// else, in points.
  private static let doubt = 2.0

  /// On a line, then beside it, near and far: where no other is nearer, farther away than usual.
  private static let nearLine: [(side: Double, distance: Double)] =
    [(0, 0)] + (distances + [26, 36]).flatMap { [(-1, $0), (1, $0)] }

  init(taken boxes: [FigureLayout.Box], lines: LineCrossings) {
    for box in boxes { taken.take(box) }
    self.lines = lines
  }

  /// Keeps others away from a box.
  ///
  /// - Returns: what ``leave(_:)`` knows the box by.
  mutating func take(_ box: FigureLayout.Box) -> Int { taken.take(box) }

  mutating func leave(_ place: Int) { taken.leave(place) }

  /// Makes a line known that has a new way.
  mutating func replace(_ index: Int, by edge: FigureLayout.Edge) {
    lines.replace(index, by: edge)
  }

  /// Room that no node, label or line has, beside the line of an edge and as near to its middle as
  /// there is, where no other line is nearly as near; nil when there is none.
  ///
  /// - Parameter bounds: the lower right corner of the figure, where it may not grow.
  func clearRoom(
    for size: Size, of edge: Int, along curve: FigureLayout.Curve,
    within bounds: FigureLayout.Point? = nil
  ) -> FigureLayout.Box? {
    for distance in Self.distances {
      for share in Self.shares {
        for side in [-1.0, 1] {
          let box = Self.box(size, beside: curve, at: share, distance, side: side)
          guard isFree(box, bounds), lines.isFree(box.words),
            lines.lead(of: edge, at: box.text(size.text), least: LineCrossings.clearLead) != nil
          else { continue }
          return box
        }
      }
    }
    return nil
  }

  /// Which places are good enough where none is clear.
  enum Demand {
    /// Beside the line, and nearer to it than to any other by more than so many points.
    case beside(lead: Double)
    /// The same, or on the line where no other runs.
    case own
    /// The same, or where a reader has to look closely: with others on the label too, or with
    /// another line about as near as its own.
    case any
  }

  /// The place for a label where it is nearer to its own line than to any other by most; nil where
  /// there is none as demanded.
  ///
  /// A label on its own line interrupts it, which readers of maps know.
  func room(
    for size: Size, of edge: Int, along curve: FigureLayout.Curve, _ demand: Demand,
    within bounds: FigureLayout.Point? = nil
  ) -> FigureLayout.Box? {
    var (isOnLine, isAny, least) = (true, false, 0.0)
    switch demand {
    case .beside(let lead): (isOnLine, least) = (false, lead)
    case .own: break
    case .any: isAny = true
    }
    var best: (lead: Double, box: FigureLayout.Box)?
    var doubtful: (lead: Double, box: FigureLayout.Box)?
    var crossed: (count: Int, box: FigureLayout.Box)?
    // A place that is its own already is not worth looking everywhere for a better one.
    let steps = least > 0 ? Self.shares : Self.fineShares
    for (side, distance) in Self.nearLine where isOnLine || side != 0 {
      for share in steps {
        let box = Self.box(size, beside: curve, at: share, distance, side: side)
        guard isFree(box, bounds) else { continue }
        let text = box.text(size.text)
        let count = lines.count(
          through: text, except: isOnLine ? edge : nil, limit: crossed?.count ?? Self.crossings + 1)
        guard count == 0 else {
          if side == 0, count < crossed?.count ?? Self.crossings + 1 { crossed = (count, box) }
          continue
        }
        let floor = best?.lead ?? doubtful?.lead ?? (isAny ? -Self.doubt : least)
        guard let lead = lines.lead(of: edge, at: text, least: floor) else { continue }
        if lead >= LineCrossings.clearLead { return box }
        if lead > least { best = (lead, box) } else { doubtful = (lead, box) }
      }
    }
    if let best { return best.box }
    guard isAny else { return nil }
    // One line more on a label says less wrong than another nearer than its own.
    if let crossed, crossed.count == 1 || doubtful == nil { return crossed.box }
    return doubtful?.box
  }

  private func isFree(_ box: FigureLayout.Box, _ bounds: FigureLayout.Point?) -> Bool {
    if let bounds, box.right > bounds.x || box.bottom > bounds.y { return false }
    return box.left >= 0 && box.top >= 0 && taken.isFree(box, gap: 1)
  }

  /// A box beside a line, or with `side` 0 on it.
  private static func box(
    _ size: Size, beside curve: FigureLayout.Curve, at share: Double,
    _ distance: Double, side: Double
  ) -> FigureLayout.Box {
    let (point, way) = Self.point(of: curve, at: share)
    // As far from the line as the box reaches across it.
    let aside = (abs(way.y) * size.width / 2 + abs(way.x) * size.height / 2 + distance) * side
    let centre = FigureLayout.Point(
      x: hundredths(point.x - way.y * aside), y: hundredths(point.y + way.x * aside))
    return FigureLayout.Box(centre: centre, width: size.width, height: size.height)
  }

  /// A point by its share of the pieces of a curve, and which way the curve runs there.
  private static func point(
    of curve: FigureLayout.Curve, at share: Double
  ) -> (point: FigureLayout.Point, way: FigureLayout.Point) {
    let pieces = curve.pieceCount
    guard pieces > 0 else {
      return (curve.points.first ?? FigureLayout.Point(x: 0, y: 0), FigureLayout.Point(x: 1, y: 0))
    }
    let place = share * Double(pieces)
    let piece = min(Int(place), pieces - 1)
    let part = place - Double(piece)
    let start = curve.point(ofPiece: piece, at: max(part - 0.05, 0))
    let end = curve.point(ofPiece: piece, at: min(part + 0.05, 1))
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let way =
      length > 0.01
      ? FigureLayout.Point(x: dx / length, y: dy / length) : FigureLayout.Point(x: 1, y: 0)
    return (curve.point(ofPiece: piece, at: part), way)
  }
}

extension FigureLayout.Box {
  /// What of the room of a label its words fill: the rest keeps lines off them.
  var words: FigureLayout.Box { inset(x: 1.5, y: 0.5) }

  /// What words of a width fill in the room of a label, in the font that they are measured in.
  func text(_ width: Double) -> FigureLayout.Box {
    FigureLayout.Box(centre: centre, width: width, height: max(height - 2, 0))
  }
}
