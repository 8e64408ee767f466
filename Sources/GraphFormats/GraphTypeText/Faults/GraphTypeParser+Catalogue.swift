// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

extension GraphTypeParser {
  /// What the codes of ``parse(_:)`` mean: E301 to E353 and W325.
  public static let catalogue = DiagnosticCatalogue(
    characterEntries + statementEntries + elementEntries + propertyEntries + wholeEntries)

  private static func entry(
    _ code: String, _ title: String, _ explanation: String, _ example: String,
    _ correction: String? = nil
  ) -> DiagnosticCatalogue.Entry {
    DiagnosticCatalogue.Entry(
      code: code, title: title, severity: code.hasPrefix("W") ? .warning : .error,
      explanation: explanation, example: example, correction: correction)
  }

  private static let characterEntries = [
    entry(
      "E301", "a character that does not belong in a graph type",
      "Outside quotes and comments a graph type consists of words, numbers and a few signs.",
      "(:State {iso $STRING})", "(:State {iso STRING})"),
    entry(
      "E302", "bytes that are not UTF-8",
      "Graph types are UTF-8 text. An editor that saves in another encoding breaks letters "
        + "beyond ASCII.", "a file saved as Latin-1"),
    entry(
      "E303", "a quote or comment that is not closed",
      "A text or name in quotes ends on its line; a comment that begins with /* ends with */. "
        + "A quote inside a text is written twice.",
      "status STRING IN ['in force, 'ended']", "status STRING IN ['in force', 'ended']"),
    entry(
      "E304", "a backslash that begins no escape",
      "In texts and quoted names a backslash begins an escape. A pattern after MATCHES is taken as "
        + "it stands, so there a backslash needs no other.",
      "path STRING IN ['a\\c']", "path STRING IN ['a\\\\c']"),
    entry(
      "E305", "an empty name", "A name in quotes has at least one character.",
      "NODE TYPE `` (:State)", "NODE TYPE State (:State)"),
    entry(
      "E306", "a number that cannot be read",
      "Numbers are decimal: digits, with a point or an exponent where the type has fractions. "
        + "Counts fit into 64 bits.", "level INTEGER IN [0x1F]", "level INTEGER IN [31]"),
    entry(
      "E307", "a graph type beyond the limits",
      "A graph type has at most \(GraphTypeLimits.bytes) bytes, \(GraphTypeLimits.elements) node "
        + "and edge types, \(GraphTypeLimits.properties) properties and "
        + "\(GraphTypeLimits.names) names in lists; a node type extends at most "
        + "\(GraphTypeLimits.ancestors) others, and types nest at most "
        + "\(GraphTypeLimits.nesting) deep.", "a file that is not a graph type at all"),
    entry(
      "E308", "more faults than are shown",
      "After \(GraphTypeLimits.faults) findings the rest is left out. Mend those that are shown "
        + "and look again.", "a file that is not a graph type at all"),
  ]

  private static let statementEntries = [
    entry(
      "E310", "something else was expected",
      "The text does not follow the grammar of graph types here. The message says what could "
        + "stand in this place.", "(:State iso STRING})", "(:State {iso STRING})"),
    entry(
      "E311", "a clause that needs a catalog",
      "ISO GQL can copy a graph type from a catalog (COPY OF) or take that of a graph (LIKE). "
        + "Datasets have no catalog, so the types are written out.",
      "CREATE GRAPH TYPE new COPY OF old", "CREATE GRAPH TYPE new AS { (:State) }"),
    entry(
      "E312", "another statement than CREATE GRAPH TYPE",
      "The file of a graph type holds one CREATE GRAPH TYPE statement. A graph without a graph "
        + "type takes everything and needs no file.",
      "CREATE GRAPH cooperation ANY", "CREATE GRAPH TYPE cooperation AS { (:State) }"),
    entry(
      "E313", "text after the graph type",
      "One file holds one graph type; after its closing brace only OPEN, CLOSED, a semicolon and "
        + "comments may stand.", "CREATE GRAPH TYPE a AS { (:State) } (:Programme)",
      "CREATE GRAPH TYPE a AS { (:State), (:Programme) }"),
    entry(
      "E314", "a clause that is given twice or contradicts another",
      "Each clause of a statement, an element type or a property may be given once.",
      "(:State {iso STRING}) KEY (iso) KEY (name)", "(:State {iso STRING}) KEY (iso, name)"),
  ]

  private static let elementEntries = [
    entry(
      "E315", "a clause of another kind of element type",
      "ABSTRACT, EXTENDS and KEY belong to node types, OUT and IN to edge types.",
      "(:State) OUT 0..1", "(:State)-[:PART_OF]->(:Group) OUT 0..1"),
    entry(
      "E316", "an element type without name and label",
      "Every node and edge type needs something to be called by: a name or a label.",
      "({iso STRING})", "(:State {iso STRING})"),
    entry(
      "E317", "labels that cannot be joined like this",
      "A node type has a set of labels, joined with &. An edge type has one label. Only an end may "
        + "offer several labels, joined with |.", "(:State|Group)", "(:State&Group)"),
    entry(
      "E318", "an edge type whose direction is unclear",
      "An arc is -[…]->, <-[…]- or ~[…]~; DIRECTED goes with the first two, UNDIRECTED with the "
        + "last. The form with CONNECTING says which it is.",
      "(:State)-[:BORDERS]-(:State)", "(:State)~[:BORDERS]~(:State)"),
    entry(
      "E319", "an end that names no node type",
      "An end is (), the alias or name of a node type, (:A) for nodes with a label, (:A|B) for "
        + "nodes with either, or (:A&B) for the node type with just these labels.",
      "(s:State)-[:BORDERS]->(s)", "(:State)-[:BORDERS]->(:State)"),
    entry(
      "E320", "a name or value that is listed twice",
      "Lists of labels, types, key properties and values hold each item once.",
      "status STRING IN ['open', 'open']", "status STRING IN ['open', 'closed']"),
  ]

  private static let propertyEntries = [
    entry(
      "E321", "a type of the standard that is not supported",
      "Properties hold BOOL, INTEGER, FLOAT, STRING, DATE, PARTIAL DATE, LOCAL TIME, ZONED TIME, "
        + "LOCAL DATETIME, ZONED DATETIME, DURATION, MAP, ANY and LIST of these. A restriction "
        + "that could not be enforced is refused, not ignored.",
      "population INT32", "population INTEGER"),
    entry(
      "E322", "an unknown type", "No type has this name.", "iso STRNG", "iso STRING"),
    entry(
      "E323", "an empty enumeration",
      "IN lists the values that a property may have, so it lists at least one.",
      "status STRING IN []", "status STRING IN ['open', 'closed']"),
    entry(
      "E324", "a value that its type does not have",
      "Values in an enumeration are written as the type of the property asks.",
      "signed DATE IN ['2019-02-30']", "signed DATE IN ['2019-02-28']"),
    entry(
      "W325", "NOT NULL inside LIST",
      "The items of a list are not checked for null. Datasets cannot hold such items; queries that "
        + "write can make them.", "tags LIST<STRING NOT NULL>", "tags LIST<STRING>"),
  ]

  private static let wholeEntries = [
    entry(
      "E340", "a node type that is declared twice", "Names of node types are unique.",
      "(:State), (:State)", "(:State), NODE TYPE Neighbour (:State)"),
    entry(
      "E341", "an unknown supertype",
      "EXTENDS names other node types of the same graph type.",
      "NODE TYPE Programme (:Programme) EXTENDS Instrumnet",
      "NODE TYPE Programme (:Programme) EXTENDS Instrument"),
    entry(
      "E342", "a node type that extends itself",
      "Following EXTENDS from a node type must not lead back to it.",
      "NODE TYPE A (:A) EXTENDS B, NODE TYPE B (:B) EXTENDS A",
      "NODE TYPE A (:A) EXTENDS B, NODE TYPE B (:B)"),
    entry(
      "E343", "a property that is declared twice",
      "Names of properties are unique within a type.", "(:State {iso STRING, iso STRING})",
      "(:State {iso STRING})"),
    entry(
      "E344", "a property that changes an inherited type",
      "A node type may repeat an inherited property, to require it or narrow its values, but with "
        + "the same type.",
      "NODE TYPE A (:A {x STRING}), NODE TYPE B (:B {x INTEGER}) EXTENDS A",
      "NODE TYPE A (:A {x STRING}), NODE TYPE B (:B {x STRING NOT NULL}) EXTENDS A"),
    entry(
      "E345", "a key of undeclared properties",
      "KEY names properties of the node type or of what it extends.",
      "(:State {iso STRING}) KEY (code)", "(:State {iso STRING}) KEY (iso)"),
    entry(
      "E346", "an end with an unknown label",
      "The labels of an end are carried by node types of the same graph type. Labels are "
        + "case-sensitive.", "(:State)-[:COVERS]->(:Aera)", "(:State)-[:COVERS]->(:Area)"),
    entry(
      "E347", "an edge type that is declared twice",
      "Several edge types may share a label when their ends differ.",
      "(:State)-[:BORDERS]->(:State), (:State)-[:BORDERS {km FLOAT}]->(:State)",
      "(:State)-[:BORDERS {km FLOAT}]->(:State)"),
    entry(
      "E348", "a pattern that does not compile",
      "MATCHES takes a regular expression that the whole text must match: characters, ., classes, "
        + "\\d \\w \\s, groups, |, and the repetitions * + ? {m,n}.",
      "iso STRING MATCHES '[A-Z'", "iso STRING MATCHES '[A-Z]{2}'"),
    entry(
      "E349", "a pattern for what is not text",
      "MATCHES applies to STRING and to LIST<STRING>.",
      "year INTEGER MATCHES '\\d{4}'", "year STRING MATCHES '\\d{4}'"),
    entry(
      "E350", "an enumeration with a value of another type",
      "IN lists values of the property's type, or of its items' type for a list.",
      "status STRING IN [1, 2]", "status STRING IN ['1', '2']"),
    entry(
      "E351", "a cardinality that allows nothing",
      "The greatest count is not below the least.",
      "(:A)-[:X]->(:A) OUT 2..1", "(:A)-[:X]->(:A) OUT 1..2"),
    entry(
      "E352", "an unknown alias",
      "A bare name at an end is the alias of a node type, as in (s:State), or the name of one. A "
        + "label stands behind a colon.",
      "(s:State), (x)-[:BORDERS]->(s)", "(s:State), (s)-[:BORDERS]->(s)"),
    entry(
      "E353", "an alias that is given twice", "Aliases are unique within a graph type.",
      "(a:State), (a:Programme)", "(a:State), (b:Programme)"),
  ]
}
