// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// A source as bibliographies see it.
struct BibliographyEntry {
  /// What kinds of publication the register can tell apart.
  enum Kind {
    /// A page of the web.
    case page

    /// A document of an institution that lies on the web as a file.
    case report

    /// Anything else.
    case document
  }

  let key: String
  let source: Source

  /// The address, if it is one of the web.
  let url: String?
  let kind: Kind

  init(_ source: Source, key: String) {
    self.key = key
    self.source = source
    url = NumberedSource(number: 0, source: source, locators: []).url
    kind =
      if let url {
        source.publisher != nil && Self.path(of: url).lowercased().hasSuffix(".pdf")
          ? .report : .page
      } else {
        .document
      }
  }

  /// The address without query and fragment.
  private static func path(of url: String) -> Substring { url.prefix { $0 != "?" && $0 != "#" } }
}
