// SPDX-License-Identifier: Apache-2.0

// What the files of a dataset state, whatever their format, before anything has a type.

/// Everything that all files state.
struct StatedFacts: Sendable {
  var nodes: [StatedNode] = []

  /// Edges that are not written in the entry of the node they start from.
  var looseEdges: [(from: PlacedText, edge: StatedEdge)] = []
  var sources: [StatedSource] = []

  /// Keys of nodes and sources whose entries could not be read, so that nothing that refers to
  /// them is called unknown.
  var unreadKeys: Set<String> = []
}

struct StatedNode: Sendable {
  var type: PlacedText
  var key: PlacedText
  var names: [StatedName] = []

  /// The properties in the order written, `name`, `since` and `until` among them.
  var statements: [Statement] = []
  var edges: [StatedEdge] = []

  /// Who says that the node exists. The first stands behind every statement that names nobody.
  var supports: [Support] = []

  /// What is stated of a property, nil when nothing is.
  func statement(of property: String) -> Statement? {
    statements.first { $0.property.text == property }
  }

  /// The name that the entry gives, where it gives one.
  var officialName: PlacedText? {
    guard let statement = statement(of: "name"),
      case .text(let name) = statement.claims[statement.leading].value
    else { return nil }
    return name
  }
}

struct StatedEdge: Sendable {
  /// At the place of its key.
  var type: PlacedText
  var to: PlacedText
  var identifier: PlacedText?
  var statements: [Statement] = []

  /// Who says that the edge holds; nil where the entry's sources do.
  var supports: [Support]?
}

struct StatedName: Sendable {
  var name: PlacedText
  var kind: PlacedText?
  var language: PlacedText?
}

/// What is claimed of one property; more than one claim when sources differ.
struct Statement: Sendable {
  var property: PlacedText
  var claims: [StatedClaim]

  /// The claim that the column holds: the preferred one, else the first.
  var leading: Int { claims.firstIndex { $0.isPreferred } ?? 0 }
}

struct StatedClaim: Sendable {
  var value: StatedValue

  /// Who says so; nil where the default sources do.
  var support: Support?
  var isPreferred = false
  var note: String?
}

enum StatedValue: Sendable {
  case text(PlacedText)
  case list([PlacedText], TextPlace)

  var place: TextPlace {
    switch self {
    case .text(let text): text.place
    case .list(_, let place): place
    }
  }

  /// As it is shown in messages.
  var shown: String {
    switch self {
    case .text(let text): text.text
    case .list(let items, _): "[" + items.map(\.text).joined(separator: ", ") + "]"
    }
  }
}

/// Who says something, and a remark on it.
struct Support: Sendable {
  var citations: [StatedCitation] = []
  var note: String?
}

struct StatedCitation: Sendable {
  var source: PlacedText
  var locator: String?
  var quote: String?
}

struct StatedSource: Sendable {
  var key: PlacedText
  var title: PlacedText?
  var publisher: PlacedText?
  var url: PlacedText?
  var published: PlacedText?
  var retrieved: PlacedText?
  var language: PlacedText?
  var licence: PlacedText?
  var note: PlacedText?

  static let fields = [
    "title", "publisher", "url", "published", "retrieved", "language", "licence", "note",
  ]

  /// Sets one of the fields.
  mutating func set(_ field: String, to text: PlacedText?) {
    switch field {
    case "title": title = text
    case "publisher": publisher = text
    case "url": url = text
    case "published": published = text
    case "retrieved": retrieved = text
    case "language": language = text
    case "licence": licence = text
    default: note = text
    }
  }
}
