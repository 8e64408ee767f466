// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import QueryEngine

@Suite("Normal forms")
struct NormalFormTests {
  @Test("what differs in its looks only becomes plain")
  func plain() {
    #expect(NormalForm.plainComposed.of("\u{FB01}\u{2460}\u{FF21}\u{212B}") == "fi1A\u{C5}")
    #expect(NormalForm.plainComposed.of("\u{FF76}\u{FF9E}") == "\u{30AC}")
    #expect(NormalForm.plainDecomposed.of("\u{1E9B}\u{323}") == "s\u{323}\u{307}")
    #expect(NormalForm.plainDecomposed.of("\u{FDFA}").unicodeScalars.count == 18)
    #expect(NormalForm.composed.of("\u{FB01}") == "\u{FB01}")
  }

  @Test("every scalar has the forms that Foundation gives it")
  func everyScalar() {
    var different: [String] = []
    for value in UInt32(0x80)..<0x30000 {
      guard let scalar = Unicode.Scalar(value),
        scalar.properties.age.map({ $0.major <= 14 }) ?? false
      else { continue }
      let text = String(Character(scalar))
      let forms = [
        (NormalForm.plainComposed, text.precomposedStringWithCompatibilityMapping),
        (.plainDecomposed, text.decomposedStringWithCompatibilityMapping),
      ]
      for (form, expected) in forms
      where !form.of(text).unicodeScalars.elementsEqual(expected.unicodeScalars) {
        different.append("\(form) \(String(value, radix: 16))")
      }
    }
    #expect(different == [])
  }
}
