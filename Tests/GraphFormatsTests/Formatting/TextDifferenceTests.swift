// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import GraphTestSupport
import Testing

struct TextDifferenceTests {
  private func unified(_ old: String, _ new: String, context: Int = 1, limit: Int = 100) -> String {
    TextDifference(from: Array(old.utf8), to: Array(new.utf8))
      .unified(oldName: "old", newName: "new", context: context, limit: limit)
  }

  @Test func printsTheUnifiedForm() {
    let old = "a\nb\nc\nd\ne\nf\ng\nh\n"
    let new = "a\nB\nc\nd\ne\nf\ng\nx\nh\n"
    #expect(
      unified(old, new) == """
        --- old
        +++ new
        @@ -1,3 +1,3 @@
         a
        -b
        +B
         c
        @@ -7,2 +7,3 @@
         g
        +x
         h

        """)
    #expect(unified(old, old) == "")
    #expect(unified("", "") == "")
  }

  @Test func printsTextsWithoutLines() {
    #expect(unified("", "a\n") == "--- old\n+++ new\n@@ -0,0 +1 @@\n+a\n")
    #expect(unified("a\n", "") == "--- old\n+++ new\n@@ -1 +0,0 @@\n-a\n")
    #expect(
      unified("a", "a\n")
        == "--- old\n+++ new\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")
  }

  @Test func leavesOutWhatIsBeyondTheLimit() {
    #expect(
      unified("a\nb\nc\n", "", limit: 2)
        == "--- old\n+++ new\n@@ -1,3 +0,0 @@\n-a\n(2 more lines)\n")
  }

  /// Both texts can be read off, and no more lines change than a longest common subsequence,
  /// found by brute force, leaves over.
  @Test func isRightAndShort() {
    var random = SeededGenerator(seed: 3)
    var surplus = 0
    for _ in 0..<2_000 {
      func text() -> [String] {
        (0..<Int.random(in: 0...9, using: &random)).map { _ in
          ["a", "b", "c", "d", ""][Int.random(in: 0..<5, using: &random)]
        }
      }
      let (old, new) = (text(), text())
      let difference = TextDifference(
        from: Array(old.map { $0 + "\n" }.joined().utf8),
        to: Array(new.map { $0 + "\n" }.joined().utf8))
      #expect(difference.lines.filter { $0.change != .added }.map(\.text) == old)
      #expect(difference.lines.filter { $0.change != .removed }.map(\.text) == new)
      let kept = difference.lines.count { $0.change == .kept }
      surplus += longestCommon(old[...], new[...]) - kept
    }
    #expect(surplus == 0)
  }

  private func longestCommon(_ left: ArraySlice<String>, _ right: ArraySlice<String>) -> Int {
    guard let first = left.first else { return 0 }
    let without = longestCommon(left.dropFirst(), right)
    guard let match = right.firstIndex(of: first) else { return without }
    return max(without, 1 + longestCommon(left.dropFirst(), right[(match + 1)...]))
  }

  @Test func boundsItsWork() {
    var random = SeededGenerator(seed: 4)
    func text() -> [UInt8] {
      Array((0..<30_000).map { _ in "\(Int.random(in: 0..<50, using: &random))\n" }.joined().utf8)
    }
    let difference = TextDifference(from: text(), to: text())
    #expect(difference.lines.count { $0.change != .added } == 30_000)
    #expect(difference.lines.count { $0.change != .removed } == 30_000)
  }
}
