// SPDX-License-Identifier: Apache-2.0

/// What held when, as bars over an axis of years: the days of nodes and links, one row for each.
///
/// A plain value with no tie to a graph. The frame of the chart is that of a ``Figure``.
///
/// ```swift
/// let chart = TimelineChart(
///   frame: Figure(title: "Phases of a programme"),
///   rows: [
///     TimelineChart.Row(
///       label: "Phase 1", typeName: "Programme", start: 2003, end: 2004.5, dates: "2003 – 2004-06")
///   ])
/// ```
public struct TimelineChart: Sendable, Hashable {
  /// A bar, or a mark where the row is about a single day.
  public struct Row: Sendable, Hashable {
    public var label: String
    /// A longer label for readers who point at the row; nil where there is none.
    public var details: String?
    /// The type that gives the bar its colours; see ``FigureStyle/nodes``.
    public var typeName: String
    /// The type in words of the reader, for the legend.
    public var typeTitle: String
    /// In years: 2003.5 is the middle of 2003. Nil where no start is known: the bar is open there.
    public var start: Double?
    /// Where the bar ends, or nil where no end is known.
    public var end: Double?
    /// The dates as the data write them, shown beside the bar.
    public var dates: String
    public var sourceNumbers: [Int]
    /// True for something that happened on a day or in a month, drawn as a diamond.
    public var isMoment: Bool
    /// True where the row belongs to the one before it that does not, as a phase to a programme.
    public var isPart: Bool
    public var isDisputed: Bool
    /// From the earliest to the latest start that sources state, where they disagree: the bar is
    /// light there. Nil where they agree.
    public var startRange: ClosedRange<Double>?
    /// From the earliest to the latest end that sources state, where they disagree.
    public var endRange: ClosedRange<Double>?

    public init(
      label: String, details: String? = nil, typeName: String, typeTitle: String? = nil,
      start: Double?, end: Double?, dates: String, sourceNumbers: [Int] = [],
      isMoment: Bool = false, isPart: Bool = false,
      isDisputed: Bool = false, startRange: ClosedRange<Double>? = nil,
      endRange: ClosedRange<Double>? = nil
    ) {
      self.label = label
      self.details = details
      self.typeName = typeName
      self.typeTitle = typeTitle ?? typeName
      self.start = start
      self.end = end
      self.dates = dates
      self.sourceNumbers = sourceNumbers
      self.isMoment = isMoment
      self.isPart = isPart
      self.isDisputed = isDisputed
      self.startRange = startRange
      self.endRange = endRange
    }
  }

  /// Title, date, sources and notes. Its nodes and edges are not drawn.
  public var frame: Figure
  public var rows: [Row]
  /// The day asked about, in years: a line across all rows.
  public var day: Double?

  /// Most rows of a chart. What is more cannot be read, and is refused.
  public static let rowLimit = 200

  public init(frame: Figure, rows: [Row], day: Double? = nil) {
    self.frame = frame
    self.rows = rows
    self.day = day
  }

  /// The chart as SVG that stands alone or inside a page.
  ///
  /// - Parameter hints: whether the longer labels of rows are printed as numbered notes, at most 40
  ///   of them, because the medium the SVG is made for loses tooltips.
  /// - Complexity: O(rows + length of bounded texts).
  /// - Throws: ``ChartError`` when there are more than ``rowLimit`` rows.
  public func svg(
    style: FigureStyle = .default, hints: PrintedHints = .none
  ) throws(ChartError) -> String {
    guard rows.count <= Self.rowLimit else {
      throw ChartError(kind: "rows", count: rows.count, limit: Self.rowLimit)
    }
    return TimelineDrawing(self, style: style, hints: hints).text()
  }
}

/// A chart with more in it than can be read.
public struct ChartError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What there is too much of.
  public let kind: String
  public let count: Int
  public let limit: Int

  public var description: String {
    "\(count) \(kind) are more than a chart can show; the limit is \(limit)"
  }
}
