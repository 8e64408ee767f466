// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// `round` in its three forms: to a whole number, to decimal places, and in a mode.
enum RoundingFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction("round", arity: 1...3, of: [.number, .integer, .string], gives: .float) {
      (arguments, _) throws(EvaluationProblem) in
      guard let number = arguments[0].number else {
        throw .argument("round", takes: "a number", not: arguments[0])
      }
      if arguments.count == 1 {
        // A tie goes up. Adding a half first would round away digits of numbers just below a tie.
        let below = number.rounded(.down)
        return .float(number - below >= 0.5 ? below + 1 : below)
      }
      guard case .integer(let places) = arguments[1] else {
        throw .argument("round", takes: "an integer as its precision", not: arguments[1])
      }
      if places < 0 { throw .negative("precision", of: "round", places) }
      var mode = DecimalRounding.halfUp
      if arguments.count == 3 {
        guard case .string(let name) = arguments[2] else {
          throw .argument("round", takes: "a string as its mode", not: arguments[2])
        }
        guard let named = DecimalRounding(rawValue: name.uppercased()) else {
          throw .roundingMode(name, expected: DecimalRounding.allCases.map(\.rawValue))
        }
        mode = named
      }
      return .float(mode.rounded(number, places: Int(clamping: places)))
    }
  ]
}

/// Rounds floats as the decimal numbers that they are written as: `1.005` to two places is `1.01`,
/// although the float next to it is a little less.
enum DecimalRounding: String, Sendable, CaseIterable {
  case up = "UP"
  case down = "DOWN"
  case ceiling = "CEILING"
  case floor = "FLOOR"
  case halfUp = "HALF_UP"
  case halfDown = "HALF_DOWN"
  case halfEven = "HALF_EVEN"

  /// The number with so many places behind its point.
  func rounded(_ number: Double, places: Int) -> Double {
    guard number.isFinite, number != 0 else { return number }
    let decimal = DecimalDigits(number.magnitude)
    // How many of the digits stay; a float has seventeen, and about 325 zeros before them.
    let places = min(places, 400)
    let kept = decimal.pointPosition + places
    if kept >= decimal.digits.count { return number }
    var digits = Array(decimal.digits.prefix(max(kept, 0)))
    let dropped = decimal.digits.dropFirst(max(kept, 0))
    if isAwayFromZero(
      dropped: dropped, isBelowHalf: kept < 0, last: digits.last ?? 0, isNegative: number < 0)
    {
      var index = digits.count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
    }
    let text = digits.isEmpty ? "0" : digits.map(String.init).joined()
    let magnitude = Double("\(text)e-\(places)") ?? number.magnitude
    return number < 0 ? -magnitude : magnitude
  }

  private func isAwayFromZero(
    dropped: ArraySlice<UInt8>, isBelowHalf: Bool, last: UInt8, isNegative: Bool
  ) -> Bool {
    let first = isBelowHalf ? 0 : dropped.first ?? 0
    let isTie = first == 5 && dropped.dropFirst().allSatisfy { $0 == 0 }
    switch self {
    case .up: return true
    case .down: return false
    case .ceiling: return !isNegative
    case .floor: return isNegative
    case .halfUp: return first >= 5
    case .halfDown: return isTie ? false : first >= 5
    case .halfEven: return isTie ? last % 2 == 1 : first >= 5
    }
  }
}

/// The shortest decimal digits that mean a float.
private struct DecimalDigits {
  /// Without zeros at either end.
  let digits: [UInt8]

  /// How many digits stand before the point; negative when zeros follow it.
  let pointPosition: Int

  /// - Parameter number: finite and above zero.
  init(_ number: Double) {
    let parts = number.description.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let sides = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = sides.flatMap { $0.utf8.map { $0 &- 0x30 } }
    var position = sides[0].utf8.count + exponent
    while digits.first == 0 {
      digits.removeFirst()
      position -= 1
    }
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    pointPosition = position
  }
}
