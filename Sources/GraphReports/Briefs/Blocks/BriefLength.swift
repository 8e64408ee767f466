// SPDX-License-Identifier: Apache-2.0

/// The width of a figure: a share of the text's width, or a length.
public struct BriefLength: Sendable, Hashable {
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case percent = "%"
    case millimetres = "mm"
    case centimetres = "cm"
    case inches = "in"
    case pixels = "px"
    case points = "pt"
  }

  /// The number as written, such as `80` or `7.5`: digits, at most one point.
  public let number: String
  public let unit: Unit

  /// As style sheets and documents write it: `80%`, `7.5cm`.
  public var text: String { number + unit.rawValue }

  /// Nil when the text is not a number from 1 to 9999 with a unit (a share: to 100).
  public init?(_ text: String) {
    guard let unit = Unit.allCases.first(where: { text.hasSuffix($0.rawValue) }) else { return nil }
    let number = String(text.dropLast(unit.rawValue.count))
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, number.utf8.count <= 7,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let value = Double(number), value >= 1, value <= (unit == .percent ? 100 : 9_999)
    else { return nil }
    self.number = number
    self.unit = unit
  }
}
