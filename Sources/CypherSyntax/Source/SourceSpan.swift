// SPDX-License-Identifier: Apache-2.0

/// A stretch of a query's text, as offsets in UTF-8 code units from its start.
public struct SourceSpan: Hashable, Sendable {
  public var lower: UInt32
  public var upper: UInt32

  public init(_ lower: Int, _ upper: Int) {
    self.lower = UInt32(clamping: lower)
    self.upper = UInt32(clamping: max(lower, upper))
  }

  public var range: Range<Int> { Int(lower)..<Int(upper) }

  /// The stretch from the start of this one to the end of another that does not begin before it.
  public func joined(to other: SourceSpan) -> SourceSpan {
    SourceSpan(Int(lower), Int(max(upper, other.upper)))
  }
}
