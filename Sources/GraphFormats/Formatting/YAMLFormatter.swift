// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// Brings the YAML files of a dataset into one form, losing nothing.
///
/// - Two spaces a level, LF, one newline at the end, no byte order mark, no `---`.
/// - One blank line between entries; elsewhere the author's blank lines, one at a time.
/// - In an entry the type comes first, then `name`, `aliases`, `since`, `until`, the properties,
///   the edges (`UPPER_SNAKE`) and `sources`; otherwise the author's order. Lists are never sorted.
/// - Lists and mappings in brackets stay so while they fit into 100 columns without a comment;
///   else they get a line for each item.
/// - Quotes stand where some reader of YAML needs them, and are double. Texts written without
///   quotes never get any. Long texts are not wrapped; the author's line ends stay where the text
///   does not fit on one line.
/// - Comments keep their text and travel with what they stand above or beside.
///
/// The result is read again and compared with the original before it is given out: same tree,
/// same comments. A file that uses more of YAML than datasets do is left alone.
public enum YAMLFormatter {
  /// Formats one file. Formatting the result again changes nothing.
  ///
  /// Complexity: linear in the length of the text, O(n log n) in the number of comments.
  public static func format(_ text: SourceText) -> FormattingResult {
    do {
      let document = try YAMLSyntaxParser.parse(text)
      let formatted = YAMLSyntaxPrinter.print(document.canonical())
      let again = try? YAMLSyntaxParser.parse(SourceText(name: text.name, utf8: formatted))
      guard let again, YAMLSyntaxEquality.isEqual(document, again) else {
        let finding = YAMLFormattingFinding.inconsistent
        let place = SourceLocation(file: text.name)
        return FormattingResult(source: text, refusal: finding.diagnostic(at: place))
      }
      return FormattingResult(source: text, formatted: formatted)
    } catch {
      return FormattingResult(source: text, refusal: error.diagnostic)
    }
  }
}
