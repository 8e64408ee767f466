// SPDX-License-Identifier: Apache-2.0

/// A number with at most two decimals, a point whatever the locale, and no negative zero.
///
/// A number that is not finite, or too large for a drawing, becomes 0.
func decimal(_ value: Double) -> String {
  // Nearly all are short enough to need no memory of their own.
  String(unsafeUninitializedCapacity: 20) { bytes in
    var count = 0
    forEachByte(ofDecimal: value) { byte in
      bytes[count] = byte
      count += 1
    }
    return count
  }
}

/// The bytes of ``decimal(_:)``, at most 20 of them, for writers that gather bytes.
func forEachByte(ofDecimal value: Double, _ body: (UInt8) -> Void) {
  guard value.isFinite, abs(value) < 1e12 else { return body(UInt8(ascii: "0")) }
  let hundredths = Int((abs(value) * 100).rounded())
  if value < 0, hundredths > 0 { body(UInt8(ascii: "-")) }
  let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
  var power = 1
  while whole / power >= 10 { power *= 10 }
  var left = whole
  while power > 0 {
    body(0x30 + UInt8(left / power))
    left %= power
    power /= 10
  }
  guard rest > 0 else { return }
  body(UInt8(ascii: "."))
  body(0x30 + UInt8(rest / 10))
  if rest % 10 > 0 { body(0x30 + UInt8(rest % 10)) }
}
