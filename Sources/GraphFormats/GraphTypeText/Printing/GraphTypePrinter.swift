// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Writes graph types as text, in one canonical form that ``GraphTypeParser`` reads back.
///
/// Node types come first, then edge types, each in order and in the visual form. An element type
/// stands on one line where that has at most 100 columns, else with a line for each property.
/// Reading the text gives an equal graph type for every one without ``GraphType/problems()`` whose
/// names are not empty and whose enumerations hold no lists, maps or null.
///
/// ```
/// CREATE GRAPH TYPE cooperation AS {
///   NODE TYPE State (:State {iso STRING NOT NULL}) KEY (iso),
///   DIRECTED EDGE TYPE BORDERS (:State)-[:BORDERS]->(:State)
/// }
/// ```
public enum GraphTypePrinter {
  private static let lineWidth = 100

  /// The text, with a line end at its end.
  ///
  /// Linear in the size of the graph type.
  public static func print(_ graphType: GraphType) -> String {
    var elements = graphType.nodeTypes.map(element)
    elements += graphType.edgeTypes.map(element)
    let head = "CREATE GRAPH TYPE \(PrintedName.ofType(graphType.name)) AS {"
    let foot = graphType.isClosed ? "}\n" : "} OPEN\n"
    if elements.isEmpty { return head + foot }
    return head + "\n" + elements.joined(separator: ",\n") + "\n" + foot
  }

  // MARK: Element types

  private static func element(_ type: NodeType) -> String {
    // Without `=>` a node type without labels would get its name for one.
    let labels =
      type.labels.isEmpty ? "=>" : ":" + type.labels.map(PrintedName.ofType).joined(separator: "&")
    var tail = ")"
    if !type.supertypes.isEmpty {
      tail += " EXTENDS " + type.supertypes.map(PrintedName.ofType).joined(separator: ", ")
    }
    if !type.key.isEmpty {
      tail += " KEY (" + type.key.map(PrintedName.ofProperty).joined(separator: ", ") + ")"
    }
    let kind = type.isAbstract ? "ABSTRACT NODE TYPE" : "NODE TYPE"
    return laidOut(
      head: "\(kind) \(PrintedName.ofType(type.name)) (\(labels)", type.properties, tail: tail)
  }

  private static func element(_ type: EdgeType) -> String {
    let kind = type.isDirected ? "DIRECTED EDGE TYPE" : "UNDIRECTED EDGE TYPE"
    let (open, close) = type.isDirected ? ("-[", "]->") : ("~[", "]~")
    var tail = close + end(type.targetLabels)
    if type.outgoing != .any { tail += " OUT \(type.outgoing)" }
    if type.incoming != .any { tail += " IN \(type.incoming)" }
    let head =
      "\(kind) \(PrintedName.ofType(type.name)) \(end(type.sourceLabels))\(open)"
      + ":\(PrintedName.ofType(type.label))"
    return laidOut(head: head, type.properties, tail: tail)
  }

  private static func end(_ labels: [String]) -> String {
    labels.isEmpty ? "()" : "(:" + labels.map(PrintedName.ofType).joined(separator: "|") + ")"
  }

  private static func laidOut(
    head: String, _ properties: [PropertyDeclaration], tail: String
  ) -> String {
    if properties.isEmpty { return "  \(head)\(tail)" }
    let printed = properties.map(property)
    let line = "  \(head) {\(printed.joined(separator: ", "))}\(tail)"
    // The comma between elements belongs to the line.
    if line.unicodeScalars.count < lineWidth { return line }
    return "  \(head) {\n    " + printed.joined(separator: ",\n    ") + "\n  }\(tail)"
  }

  // MARK: Properties

  private static func property(_ property: PropertyDeclaration) -> String {
    var text = "\(PrintedName.ofProperty(property.name)) \(property.type.name)"
    if property.isRequired { text += " NOT NULL" }
    if property.isUnique { text += " UNIQUE" }
    if let pattern = property.pattern {
      text += " MATCHES " + QuotedLiteral.encodeVerbatim(pattern)
    }
    if !property.enumeration.isEmpty {
      let values = property.enumeration.map { literal($0, of: property.type.itemType) }
      text += " IN [" + values.joined(separator: ", ") + "]"
    }
    return text
  }

  private static func literal(_ value: Value, of type: PropertyType) -> String {
    switch value {
    case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
    case .string(let text): QuotedLiteral.encode(text)
    case .date: temporal(value, .date, of: type)
    case .partialDate: temporal(value, .partialDate, of: type)
    case .localTime: temporal(value, .localTime, of: type)
    case .time: temporal(value, .time, of: type)
    case .localDateTime: temporal(value, .localDateTime, of: type)
    case .dateTime: temporal(value, .dateTime, of: type)
    case .duration: temporal(value, .duration, of: type)
    default: value.displayText
    }
  }

  /// A date or time in quotes, with the name of its type where the property does not give it.
  private static func temporal(
    _ value: Value, _ own: PropertyType, of type: PropertyType
  ) -> String {
    let text = QuotedLiteral.encode(value.displayText)
    return own == type ? text : "\(own.name) \(text)"
  }
}
