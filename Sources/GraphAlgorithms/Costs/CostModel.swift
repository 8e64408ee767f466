// SPDX-License-Identifier: Apache-2.0

/// What a path costs: one measure, or a sum of several, each with a weight.
///
/// ```swift
/// let steps = CostModel.instruments
/// let price = CostModel.property("weight", missing: 1) + 0.5 * .specificity
/// ```
///
/// Every measure is a sum over the edges of a path and over the nodes that it passes between its
/// ends. Each part is rounded to millionths once; the sums are exact. A path of one node costs
/// nothing.
public struct CostModel: Hashable, Sendable {
  /// One way to measure a path.
  public enum Measure: Hashable, Sendable {
    /// Each edge costs 1.
    case hops

    /// Each step of cooperation costs 1. Edges that follow each other belong to one step when they
    /// meet in a node of an instrument type (`GraphDescription.instrumentTypes`; a type's own name
    /// or a label of it). So a path costs 1, and 1 more for every node between its ends that is no
    /// instrument:
    ///
    /// ```
    ///   state ── agreement ── state                            1
    ///   state ── agreement ── protocol ── state                1   (both are instruments)
    ///   state ── agreement ── state ── programme ── area       2
    /// ```
    /// Without instrument types it is the same as hops.
    case instruments

    /// Each edge costs the number that this property of it holds. An edge that may be walked and
    /// has no such number is refused, unless `missing` says what it costs then. A number that is
    /// negative, not finite or too large is refused, with its edge named. Floating-point numbers
    /// are rounded to millionths.
    case property(String, missing: PathCost?)

    /// Each edge costs 1, and each node between the ends log₂ of the number of edges at it, of all
    /// types and at all times (a loop counts twice): a hub costs more the more it connects. A node
    /// with 2 edges adds 1, one with 1,024 adds 10.
    case specificity
  }

  /// A measure and what it weighs.
  public struct Term: Hashable, Sendable {
    public var measure: Measure
    public var weight: PathCost

    public init(_ measure: Measure, weight: PathCost = 1) {
      self.measure = measure
      self.weight = weight
    }
  }

  /// What is added up; a negative weight is refused when a question is asked.
  public let terms: [Term]

  public init(_ terms: [Term]) { self.terms = terms }

  public static let hops = CostModel([Term(.hops)])
  public static let instruments = CostModel([Term(.instruments)])
  public static let specificity = CostModel([Term(.specificity)])

  /// A numeric property of edges; see ``Measure/property(_:missing:)``.
  public static func property(_ name: String, missing: PathCost? = nil) -> CostModel {
    CostModel([Term(.property(name, missing: missing))])
  }

  public static func + (left: CostModel, right: CostModel) -> CostModel {
    CostModel(left.terms + right.terms)
  }

  /// A model of which every term weighs that much more.
  public static func * (weight: PathCost, model: CostModel) -> CostModel {
    CostModel(
      model.terms.map { term in
        let product = FixedPoint.product(weight.millionths, term.weight.millionths)
        return Term(term.measure, weight: PathCost(millionths: product ?? .max))
      })
  }

  /// Whether paths come in the same order as by hops, and the cheapest are those of fewest hops.
  var isByHops: Bool {
    !terms.isEmpty && terms.allSatisfy { $0.measure == .hops && $0.weight >= .zero }
      && terms.contains { $0.weight > .zero }
  }
}

/// Arithmetic on millionths.
enum FixedPoint {
  /// The product, rounded to the nearest millionth, halves away from zero; nil when too large.
  static func product(_ left: Int64, _ right: Int64) -> Int64? {
    let wide = left.magnitude.multipliedFullWidth(by: right.magnitude)
    let unit = UInt64(PathCost.one)
    let (low, carries) = wide.low.addingReportingOverflow(unit / 2)
    let high = wide.high + (carries ? 1 : 0)
    guard high < unit else { return nil }
    let quotient = unit.dividingFullWidth((high, low)).quotient
    guard quotient <= UInt64(Int64.max) else { return nil }
    return (left < 0) != (right < 0) ? -Int64(quotient) : Int64(quotient)
  }

  /// log₂ of a number in millionths, rounded to the nearest; 0 for 0.
  ///
  /// The fraction is found bit by bit, by squaring, in whole numbers alone. Source: the classic
  /// digit-by-digit method, D. E. Knuth, "The Art of Computer Programming" 1, exercise 1.2.2-25.
  static func binaryLogarithm(_ number: UInt64) -> UInt64 {
    guard number > 1 else { return 0 }
    let whole = UInt64(63 - number.leadingZeroBitCount)
    // The mantissa, from 1 up to 2, with 62 bits after the point.
    var mantissa = whole <= 62 ? number << (62 - whole) : number >> (whole - 62)
    var fraction: UInt64 = 0
    for _ in 0..<40 {
      let square = mantissa.multipliedFullWidth(by: mantissa)
      mantissa = square.high << 2 | square.low >> 62
      fraction <<= 1
      if mantissa >> 63 == 1 {
        fraction |= 1
        mantissa >>= 1
      }
    }
    let unit = UInt64(PathCost.one)
    return whole * unit + (fraction * unit + 1 << 39) >> 40
  }
}
