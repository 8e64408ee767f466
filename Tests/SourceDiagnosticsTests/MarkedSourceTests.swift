// SPDX-License-Identifier: Apache-2.0

import GraphTestSupport
import SourceDiagnostics
import Testing

@Suite struct MarkedSourceTests {
  @Test func markersAreTakenOut() {
    let source = MarkedSource("é1️⃣ab2️⃣ 1 c")
    #expect(String(decoding: source.text.utf8, as: UTF8.self) == "éab 1 c")
    #expect(source.offsets == ["1": 2, "2": 4])
    #expect(source.span(from: "1", to: "2") == 2..<4)
    #expect(source.span(from: "2", to: "3") == nil)
  }

  @Test func findingsNameMarkersOrPlaces() {
    let source = MarkedSource("a 1️⃣bc2️⃣\nd")
    func finding(_ span: Range<Int>) -> Diagnostic {
      Diagnostic(code: "E1", severity: .error, message: "m", at: source.text.location(of: span))
    }
    var last = Diagnostic(code: "W1", severity: .warning, message: "n", at: nil)
    #expect(
      source.findings(of: [finding(2..<4), finding(2..<3), finding(5..<6), last]) == [
        "1️⃣-2️⃣ error[E1]: m", "1️⃣ error[E1]: m", "2:1 error[E1]: m", "no place warning[W1]: n",
      ])
    last.notes = [.init("x", at: source.text.location(of: 2..<4)), .init("y")]
    last.help = "z"
    #expect(source.advice(of: last) == ["1️⃣-2️⃣ note: x", "note: y", "help: z"])
  }
}
