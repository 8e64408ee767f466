// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// A name as it stands in the text.
struct SpannedName {
  let text: String
  let span: Range<Int>
}

/// A graph type as written, before aliases and names are looked up.
struct GraphTypeSyntax {
  var name: SpannedName
  var isClosed = true
  var nodeTypes: [NodeTypeSyntax] = []
  var edgeTypes: [EdgeTypeSyntax] = []
}

struct NodeTypeSyntax {
  var span: Range<Int>
  var name: SpannedName?
  var isAbstract = false
  var contents = ElementContents()
  var supertypes: [SpannedName] = []
  var key: [SpannedName] = []
}

struct EdgeTypeSyntax {
  /// What ends may say about the nodes that they take.
  enum End {
    /// `(s)`: an alias, or the name of a node type.
    case reference(SpannedName)
    /// `(:A|B)`: any of these labels; none for `()`.
    case labels([SpannedName])
    /// `(:A&B)`: the node type with just these labels.
    case labelSet([SpannedName], span: Range<Int>)
  }

  var span: Range<Int>
  var name: SpannedName?
  var label: SpannedName?
  var isDirected = true
  var source = End.labels([])
  var target = End.labels([])
  var properties: [PropertySyntax] = []
  var outgoing: CardinalitySyntax?
  var incoming: CardinalitySyntax?
}

/// What may stand inside the brackets of a node or edge type.
struct ElementContents {
  var alias: SpannedName?
  /// The labels before `=>`.
  var keyLabels: [SpannedName] = []
  var labels: [SpannedName] = []
  /// Whether `=>` was written: then no label comes from the name.
  var hasKey = false
  /// Whether `|` joins the labels.
  var hasAlternatives = false
  var labelSpan: Range<Int>?
  var properties: [PropertySyntax] = []
  var propertySpan: Range<Int>?

  var allLabels: [SpannedName] { keyLabels + labels }
}

struct PropertySyntax {
  var declaration: PropertyDeclaration
  var places: PropertyPlaces
}

/// Where the parts of a property stand.
struct PropertyPlaces {
  var name: Range<Int>
  var type: Range<Int>
  var pattern: Range<Int>?
  var enumeration: [Range<Int>] = []
}

struct CardinalitySyntax {
  let cardinality: Cardinality
  let span: Range<Int>
}
