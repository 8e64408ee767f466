// SPDX-License-Identifier: Apache-2.0

public import GraphModel
internal import SourceDiagnostics

/// Sources as CSL JSON 1.0.2, which pandoc, Quarto and reference managers read.
///
/// The publisher is the author, as institutions are in bibliographies; dates keep their precision;
/// a remark of the editors is an `annote`, which no style prints.
public struct CSLBibliography: Sendable {
  private let graph: PropertyGraph
  private let keys: CitationKeys

  public init(_ graph: PropertyGraph) {
    self.graph = graph
    keys = CitationKeys(graph)
  }

  /// The document, an array with an item for each source in the order given.
  public func text(of sources: [SourceID]) -> String {
    var json = JSONWriter()
    json.array { json in
      for id in sources {
        Self.write(BibliographyEntry(graph.source(id), key: keys.key(of: id)), to: &json)
      }
    }
    return json.finish()
  }

  private static func write(_ entry: BibliographyEntry, to json: inout JSONWriter) {
    let source = entry.source
    json.object { json in
      json.member("id", entry.key)
      json.member("type", type(of: entry.kind))
      json.member("title", plain(source.title))
      if let publisher = source.publisher {
        json.member("author") { json in
          json.array { json in
            json.object { json in json.member("literal", plain(publisher)) }
          }
        }
      }
      write(source.published, as: "issued", to: &json)
      write(source.retrieved, as: "accessed", to: &json)
      if let url = entry.url { json.member("URL", url.withoutControls) }
      if let language = source.language { json.member("language", language.withoutControls) }
      if let note = source.note { json.member("annote", plain(note)) }
    }
  }

  private static func type(of kind: BibliographyEntry.Kind) -> String {
    switch kind {
    case .page: "webpage"
    case .report: "report"
    case .document: "document"
    }
  }

  private static func write(_ date: PartialDate?, as name: String, to json: inout JSONWriter) {
    guard let date else { return }
    json.member(name) { json in
      json.object { json in
        json.member("date-parts") { json in
          json.array { json in
            json.array { json in
              for part in [date.year, date.month, date.day] {
                if let part { json.value(part) }
              }
            }
          }
        }
      }
    }
  }

  /// Text in which nothing is read as a tag: CSL JSON knows a few of HTML, and no way to escape
  /// one. A word joiner, which is not seen, keeps `<` from beginning it.
  private static func plain(_ text: String) -> String {
    text.withoutControls.replacing("<", with: "<\u{2060}")
  }
}
