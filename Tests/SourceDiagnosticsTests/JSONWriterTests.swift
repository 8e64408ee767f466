// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics
import Testing

@Suite struct JSONWriterTests {
  private func compact(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(indentation: nil)
    body(&json)
    return json.finish()
  }

  @Test func membersKeepTheirOrder() {
    var json = JSONWriter()
    json.object { json in
      json.member("z", 1)
      json.member("a", ["x", "y"])
      json.member("empty") { $0.object { _ in } }
      json.member("none", [])
      json.member("absent", nil as String?)
    }
    #expect(
      json.finish() == """
        {
          "z": 1,
          "a": [
            "x",
            "y"
          ],
          "empty": {},
          "none": [],
          "absent": null
        }

        """)
  }

  @Test func compactFormHasNoSpaces() {
    let text = compact { json in
      json.array { json in
        json.value(true)
        json.null()
        json.object { $0.member("a", false) }
      }
    }
    #expect(text == #"[true,null,{"a":false}]"# + "\n")
  }

  @Test(arguments: [
    (0.1, "0.1"), (1.0, "1.0"), (-0.0, "-0.0"), (1e300, "1e+300"),
    (.leastNonzeroMagnitude, "5e-324"),
    (0.1 + 0.2, "0.30000000000000004"), (.infinity, "null"), (.nan, "null"),
  ])
  func floatsAreShortestOrNull(number: Double, text: String) {
    #expect(compact { $0.value(number) } == text + "\n")
  }

  @Test func integersAreWhole() {
    #expect(compact { $0.value(Int64.min) } == "-9223372036854775808\n")
    #expect(compact { $0.value(Int.max) } == "9223372036854775807\n")
  }

  @Test func textIsEscaped() {
    #expect(
      compact { $0.value("\"\\/\n\r\t\u{0}\u{1F}\u{7F}é\u{2028}\u{2029}\u{2027}<&>") }
        == #""\"\\/\n\r\t\u0000\u001f\u007fé\u2028\u2029"# + "\u{2027}" + #"<&>""# + "\n")
  }

  @Test func markupIsEscapedOnRequest() {
    var json = JSONWriter(indentation: nil, isSafeInMarkup: true)
    json.value("</script>&")
    #expect(json.finish() == #""\u003c/script\u003e\u0026""# + "\n")
  }

  @Test func outputCanBeTakenInParts() {
    var json = JSONWriter(indentation: nil)
    var text = ""
    json.beginArray()
    for number in 1...3 {
      json.value(number)
      text += String(decoding: json.takeOutput(), as: UTF8.self)
    }
    json.endArray()
    text += json.finish()
    #expect(text == "[1,2,3]\n")
  }

  @Test func errorsPassThrough() {
    struct Stop: Error {}
    var json = JSONWriter()
    #expect(throws: Stop.self) {
      try json.array { _ throws(Stop) in throw Stop() }
    }
  }
}
