// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What the standards say of colours, worked out apart from the code under test.
struct TestColour: Hashable {
  /// Of linear light, from 0 to 1.
  var red: Double
  var green: Double
  var blue: Double

  /// From "#RRGGBB".
  init(_ text: String) throws {
    let value = try #require(Int(text.dropFirst(), radix: 16))
    try #require(text.hasPrefix("#") && text.count == 7)
    func linear(_ byte: Int) -> Double {
      let share = Double(byte & 255) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    self.init(red: linear(value >> 16), green: linear(value >> 8), blue: linear(value))
  }

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The Y of CIE XYZ for sRGB (IEC 61966-2-1), which WCAG calls relative luminance.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// WCAG 2.2, "contrast ratio".
  func contrast(with other: TestColour) -> Double {
    (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
  }

  /// CIE 1976 L*, a*, b* under the white of D65.
  var lab: (lightness: Double, a: Double, b: Double) {
    func root(_ share: Double) -> Double {
      share > 216.0 / 24_389 ? cbrt(share) : (24_389.0 / 27 * share + 16) / 116
    }
    let x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    let y = root(luminance)
    let z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  /// The difference of CIE 1976, ΔE*ab.
  func difference(from other: TestColour) -> Double {
    let (one, two) = (lab, other.lab)
    let squares =
      pow(one.lightness - two.lightness, 2) + pow(one.a - two.a, 2) + pow(one.b - two.b, 2)
    return squares.squareRoot()
  }

  /// Ways of seeing colours, by the matrices for severity 1.0 in G. M. Machado, M. M. Oliveira and
  /// L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
  /// IEEE Transactions on Visualization and Computer Graphics 15 (2009), table 1.
  enum Vision: String, CaseIterable {
    case protanopia, deuteranopia, tritanopia

    var matrix: [[Double]] {
      switch self {
      case .protanopia:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ]
      case .deuteranopia:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritanopia:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    }
  }

  func seen(with vision: Vision) -> TestColour {
    let rows = vision.matrix.map { row in
      min(max(row[0] * red + row[1] * green + row[2] * blue, 0), 1)
    }
    return TestColour(red: rows[0], green: rows[1], blue: rows[2])
  }
}
