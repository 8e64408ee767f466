// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Sources as BibTeX entries for biblatex, which pandoc and Quarto read too.
///
/// Letters stay as they are, in UTF-8; what TeX or BibTeX would read as markup is escaped. Titles
/// keep their capitals. The publisher is the author, as institutions are in bibliographies. A
/// remark of the editors is an `annotation`, which the usual styles do not print.
public struct BibTeXBibliography: Sendable {
  private let graph: PropertyGraph
  private let keys: CitationKeys

  public init(_ graph: PropertyGraph) {
    self.graph = graph
    keys = CitationKeys(graph)
  }

  /// An entry for each source, in the order given, with an empty line between them.
  public func text(of sources: [SourceID]) -> String {
    sources.map { Self.text(of: BibliographyEntry(graph.source($0), key: keys.key(of: $0))) }
      .joined(separator: "\n")
  }

  private static func text(of entry: BibliographyEntry) -> String {
    let source = entry.source
    var fields: [(name: String, value: String)] = []
    if let publisher = source.publisher {
      // The inner braces keep "and" and commas from parting names.
      fields.append(("author", "{\(escaped(publisher))}"))
    }
    fields.append(("title", "{\(escaped(source.title))}"))
    if entry.kind == .report {
      // biblatex wants both of every report.
      fields.append(("type", "report"))
      fields.append(("institution", "{\(escaped(source.publisher ?? ""))}"))
    }
    if let published = source.published { fields.append(("date", published.description)) }
    if let url = entry.url { fields.append(("url", address(url))) }
    if let retrieved = source.retrieved { fields.append(("urldate", retrieved.description)) }
    if let note = source.note { fields.append(("annotation", escaped(note))) }
    let lines = fields.map { "  \($0.name) = {\($0.value)},\n" }.joined()
    return "@\(type(of: entry.kind)){\(entry.key),\n\(lines)}\n"
  }

  private static func type(of kind: BibliographyEntry.Kind) -> String {
    switch kind {
    case .page: "online"
    case .report: "report"
    case .document: "misc"
    }
  }

  /// Text in which neither TeX nor BibTeX finds markup, ligatures included.
  static func escaped(_ text: String) -> String {
    var result = ""
    var last: Character?
    for character in text.withoutControls {
      switch character {
      case "\\": result += "\\textbackslash{}"
      // BibTeX counts braces, escaped ones too; these come without any.
      case "{": result += "$\\lbrace$"
      case "}": result += "$\\rbrace$"
      case "&", "%", "$", "#", "_": result += "\\\(character)"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "`": result += "\\`{}"
      case "'", "-", ",", "?", "!", "<", ">":
        // Two of a kind would be a dash or a quotation mark.
        if last == character { result += "{}" }
        result.append(character)
      default: result.append(character)
      }
      last = character
    }
    return result
  }

  /// An address, which biblatex takes as it is: only what would end the field is encoded.
  private static func address(_ url: String) -> String {
    var result = ""
    for scalar in url.withoutControls.unicodeScalars {
      switch scalar {
      case "{", "}", "\\", " ", "\"":
        result += "%" + String(scalar.value, radix: 16, uppercase: true)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
