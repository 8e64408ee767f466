// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// A text in which keycap digits mark places that a test expects something at.
///
/// ```swift
/// let source = MarkedSource("MATCH (a:1️⃣Persn2️⃣) RETURN a")
/// let diagnostics = parse(source.text).diagnostics
/// #expect(source.findings(of: diagnostics) == ["1️⃣-2️⃣ error[E201]: unknown label 'Persn'"])
/// ```
///
/// The markers are taken out of the text. A mark is a digit, U+FE0F and U+20E3.
public struct MarkedSource: Sendable {
  /// The text without its markers.
  public let text: SourceText

  /// The byte offset at which each marker stood, by its digit.
  public let offsets: [Character: Int]

  public init(_ marked: String, name: String = "test") {
    var scalars = String.UnicodeScalarView()
    var offsets: [Character: Int] = [:]
    var offset = 0
    var pending = Array(marked.unicodeScalars)[...]
    while let scalar = pending.popFirst() {
      if ("0"..."9").contains(scalar), pending.starts(with: ["\u{FE0F}", "\u{20E3}"]) {
        pending.removeFirst(2)
        offsets[Character(scalar)] = offset
      } else {
        scalars.append(scalar)
        offset += UTF8.width(scalar)
      }
    }
    text = SourceText(name: name, String(scalars))
    self.offsets = offsets
  }

  /// The span between two markers; nil when one is missing.
  public func span(from start: Character, to end: Character) -> Range<Int>? {
    guard let lower = offsets[start], let upper = offsets[end], lower <= upper else { return nil }
    return lower..<upper
  }

  /// One line a diagnostic: its place, severity, code and message.
  ///
  /// The place is `1️⃣` when it starts at a marker, `1️⃣-2️⃣` when it ends at one too, and else its
  /// line and column.
  public func findings(of diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
      let place = diagnostic.location.map(place) ?? "no place"
      return "\(place) \(diagnostic.severity.word)[\(diagnostic.code)]: \(diagnostic.message)"
    }
  }

  /// The notes and the help of a diagnostic, a line each, with the places of the notes.
  public func advice(of diagnostic: Diagnostic) -> [String] {
    diagnostic.notes.map { ($0.location.map { place($0) + " " } ?? "") + "note: " + $0.text }
      + (diagnostic.help.map { ["help: " + $0] } ?? [])
  }

  private func place(_ location: SourceLocation) -> String {
    let start = text.offset(line: location.line, column: location.column)
    let end = text.offset(line: location.line, column: location.column + location.length)
    guard let first = marker(at: start) else { return "\(location.line):\(location.column)" }
    guard end > start, let last = marker(at: end) else { return first }
    return "\(first)-\(last)"
  }

  private func marker(at offset: Int) -> String? {
    offsets.filter { $0.value == offset }.keys.min().map { "\($0)\u{FE0F}\u{20E3}" }
  }
}
