// SPDX-License-Identifier: Apache-2.0

/// A number with at most two decimals, a point whatever the locale, and no negative zero.
///
/// A number that is not finite, or too large for a drawing, becomes 0.
func decimal(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "0" }
  let hundredths = Int((abs(value) * 100).rounded())
  let sign = value < 0 && hundredths > 0 ? "-" : ""
  let whole = hundredths / 100
  let rest = hundredths % 100
  if rest == 0 { return "\(sign)\(whole)" }
  if rest.isMultiple(of: 10) { return "\(sign)\(whole).\(rest / 10)" }
  return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
