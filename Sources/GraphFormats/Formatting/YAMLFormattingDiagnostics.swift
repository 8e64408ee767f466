// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// The reasons for which a YAML file is not formatted.
public enum YAMLFormattingDiagnostics {
  /// Every code, in order.
  public static let catalogue = DiagnosticCatalogue([
    DiagnosticCatalogue.Entry(
      code: "E180", title: "YAML file too large",
      explanation: "Files of more than 64 MB are not formatted. Split it; all fact files of a "
        + "dataset are merged.",
      example: "a facts.yaml of 100 MB"),
    DiagnosticCatalogue.Entry(
      code: "E181", title: "Character that cannot stand in YAML",
      explanation: "The file is not UTF-8, or holds a control character or one of the characters "
        + "that some YAML readers take as a line end (U+0085, U+2028, U+2029). Where it is meant, "
        + "write it as an escape in double quotes: \"\\u2028\".",
      example: "name: caf\\xE9"),
    DiagnosticCatalogue.Entry(
      code: "E182", title: "Tab where YAML wants spaces",
      explanation: "YAML does not allow tabs as indentation, since nobody can see how wide they "
        + "are. Set the editor to insert two spaces.",
      example: "- State: kazakhstan\n\tname: Kazakhstan"),
    DiagnosticCatalogue.Entry(
      code: "E183", title: "Indentation does not fit",
      explanation: "Keys of one entry stand in one column, and so do the items of one list. What "
        + "belongs to a key stands deeper than it, on a line of its own.",
      example: "- State: kazakhstan\n  name: Kazakhstan\n    since: 1991"),
    DiagnosticCatalogue.Entry(
      code: "E184", title: "Quote never closed",
      explanation: "A text that begins with a quote ends with the same quote. A single quote "
        + "inside single quotes is doubled, a double quote inside double quotes is written \\\".",
      example: "name: \"Kazakhstan"),
    DiagnosticCatalogue.Entry(
      code: "E185", title: "Text behind a value that has ended",
      explanation: "Behind a closing quote or bracket only a comment may stand, with a space "
        + "before its '#'.",
      example: "name: \"Border\" Management"),
    DiagnosticCatalogue.Entry(
      code: "E186", title: "Unknown escape",
      explanation: "Double quotes know the escapes of YAML: \\n, \\t, \\\", \\\\, \\x41, \\u0416, "
        + "\\U0001F600 and a few more.",
      example: "name: \"C:\\data\""),
    DiagnosticCatalogue.Entry(
      code: "E187", title: "Part of YAML that datasets do without",
      explanation: "Anchors, aliases, tags, merge keys, directives and several documents make a "
        + "file mean something that its lines do not say. Write the facts out.",
      example: "base: &base {since: 2003}"),
    DiagnosticCatalogue.Entry(
      code: "E188", title: "Brackets do not fit",
      explanation: "Items in brackets are separated by commas; in braces each is 'key: value'. "
        + "Each bracket is closed by its own kind.",
      example: "COVERS: [kazakhstan, , tajikistan"),
    DiagnosticCatalogue.Entry(
      code: "E189", title: "Line that YAML cannot tell from a key",
      explanation: "': ' ends a key. In a text it needs quotes; and a line in a mapping needs it.",
      example: "name: BOMCA: phase 9"),
    DiagnosticCatalogue.Entry(
      code: "E190", title: "Key stands twice",
      explanation: "Of two equal keys in one mapping most readers silently take the last. Several "
        + "values of one property are a list of claims.",
      example: "name: BOMCA\nname: Border Management"),
    DiagnosticCatalogue.Entry(
      code: "E191", title: "Neither list nor mapping",
      explanation: "A fact file is a list of entries, graph.yaml a mapping.",
      example: "Kazakhstan"),
    DiagnosticCatalogue.Entry(
      code: "E192", title: "Text block that cannot be read",
      explanation: "Behind '|' or '>' stand at most '-' or '+' and a digit. The text below is "
        + "indented deeper than the key, and no blank line before it deeper than it.",
      example: "note: |2x\n  text"),
    DiagnosticCatalogue.Entry(
      code: "E193", title: "Nested too deeply",
      explanation: "Lists and mappings stand in each other at most 64 deep.",
      example: "[[[[…]]]]"),
    DiagnosticCatalogue.Entry(
      code: "E194", title: "Key too long",
      explanation: "YAML readers look for the colon of a key only so far. No key of a dataset is "
        + "longer than 160 characters.",
      example: "a key of 200 characters"),
    DiagnosticCatalogue.Entry(
      code: "E195", title: "Formatting would change what the file says",
      explanation: "After formatting, the text is read again and compared with the original: same "
        + "tree, same comments. They differ, so the file is left as it is. This is a fault of the "
        + "formatter.",
      example: "none is known"),
  ])
}
