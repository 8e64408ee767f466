// SPDX-License-Identifier: Apache-2.0
import GraphDrawing
import Testing

@Suite struct LinkAddressTests {
  @Test(
    arguments: [
      "https://example.org/a?b=c&d#e", "HTTP://example.org", "mailto:desk@example.org", "#node-1",
      "page.html", "../up/page.html", "/rooted/page", "?q=1", "dir/a:b", "https://пример.рф/путь",
    ])
  func allowed(address: String) {
    #expect(LinkAddress(address)?.text == address)
  }

  @Test(
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
      "\u{1}javascript:alert(1)", "java\nscript:alert(1)", "java\u{ad}script:x",
      "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "//evil.example", "/\\evil",
      "\\\\evil", "https:", "https://", "https:evil", "mailto:", "", "ftp://example.org",
      "https://example.org/\u{202e}x", "https://example.org/\u{0}", "x y", "\u{feff}javascript:x",
      "a\"b", "a<b", "javascript&colon;alert(1):x", "blob:https://example.org/1",
    ])
  func refused(address: String) {
    #expect(LinkAddress(address) == nil)
  }

  @Test func overlong() {
    #expect(LinkAddress("https://" + String(repeating: "a", count: 2_000)) == nil)
  }
}
