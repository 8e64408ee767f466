// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats

/// Why a text is no document of pandoc that can be filtered.
public enum PandocFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// Not JSON; the text says where and why.
  case notJSON(String)

  /// JSON, but not the document of pandoc.
  case notPandoc(missing: String)

  /// A document of a pandoc that this program does not know.
  case unknownVersion(String)

  init(_ fault: JSONFault) { self = .notJSON(fault.description) }

  public var description: String {
    switch self {
    case .notJSON(let reason): "the document is not the JSON of pandoc: \(reason)"
    case .notPandoc(let missing): "the document is not one of pandoc: it has no \(missing)"
    case .unknownVersion(let version):
      "the document is of version \(version) of pandoc's types, and 1.21 to 1.23 are read; "
        + "use pandoc 2.10 or later"
    }
  }
}
