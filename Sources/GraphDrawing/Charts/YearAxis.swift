// SPDX-License-Identifier: Apache-2.0

/// A scale from years to points, with its ticks at round years.
struct YearAxis {
  /// In years.
  let first: Double
  let last: Double
  let ticks: [Int]

  /// In points.
  let left: Double
  let width: Double

  /// Years that no axis goes beyond: what is further away is cut there.
  static let bounds = -9999.0...9999.0

  /// Room of one tick's text, in points.
  private static let tickRoom = 34.0

  /// An axis around all years that are given; the present century's first decade without any.
  init(around years: [Double], left: Double, width: Double) {
    let known = years.filter(\.isFinite).map {
      min(max($0, Self.bounds.lowerBound), Self.bounds.upperBound)
    }
    let least = known.min() ?? 2000
    let greatest = max(known.max() ?? 2010, least)
    let span = max(greatest - least, 1)
    // Open bars need room to show that they go on.
    let from = (least - span * 0.03).rounded(.down)
    let to = (greatest + span * 0.05).rounded(.up)
    let most = max(width / Self.tickRoom, 2)
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
    let step = steps.first { (to - from) / Double($0) <= most } ?? 20_000
    first = from
    last = to
    self.left = left
    self.width = width
    let lowest = Int((from / Double(step)).rounded(.up)) * step
    ticks = Array(stride(from: lowest, through: Int(to), by: step))
  }

  /// Where a year lies, in points; years off the axis lie at its ends.
  /// - Precondition: the year is a number.
  func position(of year: Double) -> Double {
    let share = (min(max(year, first), last) - first) / (last - first)
    return hundredths(left + share * width)
  }
}
