// SPDX-License-Identifier: Apache-2.0

/// A colour of the sRGB space as three bytes.
struct ColourValue: Hashable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  /// The least contrast of text and ground by WCAG 2.2, success criterion 1.4.3.
  static let textContrast = 4.5

  /// From "#RGB" or "#RRGGBB", in either case.
  init?(_ text: String) {
    var digits: [UInt8] = []
    for byte in text.utf8.dropFirst() {
      switch byte {
      case 0x30...0x39: digits.append(byte - 0x30)
      case 0x41...0x46: digits.append(byte - 0x41 + 10)
      case 0x61...0x66: digits.append(byte - 0x61 + 10)
      default: return nil
      }
      if digits.count > 6 { return nil }
    }
    guard text.hasPrefix("#") else { return nil }
    switch digits.count {
    case 3: (red, green, blue) = (digits[0] * 17, digits[1] * 17, digits[2] * 17)
    case 6:
      red = digits[0] * 16 + digits[1]
      green = digits[2] * 16 + digits[3]
      blue = digits[4] * 16 + digits[5]
    default: return nil
    }
  }

  /// By one of ``names``, in any case.
  init?(named name: String) {
    guard let text = Self.names[name.lowercased()] else { return nil }
    self.init(text)
  }

  /// A colour between two, the given share of the way to the second; the second where one of them
  /// is no colour.
  static func blend(_ first: String, _ second: String, share: Double) -> String {
    guard let from = ColourValue(first), var colour = ColourValue(second) else { return second }
    func between(_ first: UInt8, _ second: UInt8) -> UInt8 {
      UInt8((Double(first) + (Double(second) - Double(first)) * share).rounded())
    }
    colour.red = between(from.red, colour.red)
    colour.green = between(from.green, colour.green)
    colour.blue = between(from.blue, colour.blue)
    return colour.text
  }

  /// "#RRGGBB".
  var text: String {
    "#"
      + [red, green, blue].map { byte in
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// The colours that have names in style sheets, with their values in CSS.
  static let names: [String: String] = [
    "black": "#000000", "white": "#FFFFFF", "grey": "#808080", "gray": "#808080",
    "silver": "#C0C0C0", "red": "#FF0000", "maroon": "#800000", "orange": "#FFA500",
    "yellow": "#FFFF00", "olive": "#808000", "green": "#008000", "teal": "#008080",
    "blue": "#0000FF", "navy": "#000080", "purple": "#800080", "pink": "#FFC0CB",
    "brown": "#A52A2A",
  ]

  /// How far two colours are apart in lightness, from 1 to 21.
  ///
  /// Source: Web Content Accessibility Guidelines 2.2, "contrast ratio", "relative luminance".
  func contrast(with other: ColourValue) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ byte: UInt8) -> Double {
    let share = Double(byte) / 255
    guard share > 0.04045 else { return share / 12.92 }
    // x to the power of 2.4 as x² times the fifth root of x², by Newton's method: the mathematical
    // library of each system rounds powers its own way, and figures must not differ.
    let x = (share + 0.055) / 1.055
    let square = x * x
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      let next = root - (fourth * root - square) / (5 * fourth)
      if next == root { break }
      root = next
    }
    return square * root
  }
}
