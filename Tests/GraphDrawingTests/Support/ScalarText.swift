// SPDX-License-Identifier: Apache-2.0

/// Text of scalars by number, for those that a literal may not name.
func text(_ values: [UInt32]) -> String {
  var view = String.UnicodeScalarView()
  for value in values {
    if let scalar = Unicode.Scalar(value) { view.append(scalar) }
  }
  return String(view)
}
