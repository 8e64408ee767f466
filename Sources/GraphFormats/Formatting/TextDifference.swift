// SPDX-License-Identifier: Apache-2.0

/// The lines in which two texts differ.
///
/// The shortest edit is sought (E. W. Myers, "An O(ND) difference algorithm and its variations",
/// Algorithmica 1, 1986) as far as a bound on its cost allows. Past the bound, lines that stand
/// once in either text tie the two together (B. Cohen's patience difference) and the stretches
/// between them are searched; one that is still past the bound is shown as replaced, which is
/// longer but right.
public struct TextDifference: Sendable, Hashable {
  public enum Change: Sendable, Hashable {
    /// In both texts.
    case kept
    /// Only in the first.
    case removed
    /// Only in the second.
    case added
  }

  /// One line of either text, without its line end.
  public struct Line: Sendable, Hashable {
    public let change: Change

    /// The number of the line in the first text, from 1; for an added line that of the next one.
    public let oldNumber: Int

    /// The number of the line in the second text; for a removed line that of the next one.
    public let newNumber: Int
    public let text: String

    /// Whether the text ends here without a newline.
    public let lacksNewline: Bool
  }

  /// All lines of both texts, in order.
  public let lines: [Line]

  /// Complexity: O(n log n) in the number of lines, and bounded work for stretches that differ.
  public init(from old: [UInt8], to new: [UInt8]) {
    let oldLines = Self.split(old)
    let newLines = Self.split(new)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let pairs = LineMatching.pairs(oldLines.map(number), newLines.map(number))
    var lines: [Line] = []
    var (oldIndex, newIndex) = (0, 0)
    func append(_ change: Change, _ bytes: ArraySlice<UInt8>) {
      let hasNewline = bytes.last == YAMLByte.lineFeed
      lines.append(
        Line(
          change: change, oldNumber: oldIndex + 1, newNumber: newIndex + 1,
          text: String(decoding: hasNewline ? bytes.dropLast() : bytes, as: UTF8.self),
          lacksNewline: !hasNewline))
    }
    for (oldMatch, newMatch) in pairs + [(oldLines.count, newLines.count)] {
      while oldIndex < oldMatch {
        append(.removed, oldLines[oldIndex])
        oldIndex += 1
      }
      while newIndex < newMatch {
        append(.added, newLines[newIndex])
        newIndex += 1
      }
      guard oldIndex < oldLines.count, newIndex < newLines.count else { break }
      append(.kept, oldLines[oldIndex])
      oldIndex += 1
      newIndex += 1
    }
    self.lines = lines
  }

  public var isEmpty: Bool { lines.allSatisfy { $0.change == .kept } }

  /// With their line ends, so that a difference of those shows.
  private static func split(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in text.indices where text[index] == YAMLByte.lineFeed {
      lines.append(text[start...index])
      start = index + 1
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }
}

extension TextDifference {
  /// The unified form that `diff -u` and `git diff` print; empty when nothing differs.
  ///
  /// - Parameters:
  ///   - oldName: the name of the first text, for the heading.
  ///   - newName: the name of the second.
  ///   - context: how many lines around a change to show.
  ///   - limit: after so many lines the rest is left out, with a line that says so.
  public func unified(
    oldName: String, newName: String, context: Int = 3, limit: Int = 1_000
  ) -> String {
    var output: [String] = []
    for hunk in hunks(context: max(0, context)) {
      output.append(heading(of: hunk))
      for line in lines[hunk] {
        let mark = line.change == .kept ? " " : line.change == .removed ? "-" : "+"
        output.append(mark + line.text)
        if line.lacksNewline { output.append("\\ No newline at end of file") }
      }
    }
    guard !output.isEmpty else { return "" }
    let rest = output.count - max(1, limit)
    if rest > 0 {
      output.removeLast(rest)
      output.append("(\(rest) more line\(rest == 1 ? "" : "s"))")
    }
    return (["--- \(oldName)", "+++ \(newName)"] + output).map { $0 + "\n" }.joined()
  }

  /// Stretches of lines that hold changes and what surrounds them; those that touch are one.
  private func hunks(context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].change != .kept {
      let range = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, range.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private func heading(of hunk: Range<Int>) -> String {
    let old = lines[hunk].count { $0.change != .added }
    let new = lines[hunk].count { $0.change != .removed }
    let first = lines[hunk.lowerBound]
    // A stretch of no lines is named by the line before it.
    func range(_ number: Int, _ count: Int) -> String {
      count == 1 ? "\(number)" : "\(count == 0 ? number - 1 : number),\(count)"
    }
    return "@@ -\(range(first.oldNumber, old)) +\(range(first.newNumber, new)) @@"
  }
}
