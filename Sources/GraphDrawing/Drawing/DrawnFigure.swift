// SPDX-License-Identifier: Apache-2.0

/// What a figure that was written before says about itself: how it was made, and where its nodes
/// stand.
///
/// Read from an SVG of ``SVGWriter``, or from GraphML whose nodes have places, of ``GraphMLWriter``
/// or of a program with which somebody moved them.
public struct DrawnFigure: Sendable, Hashable {
  /// The command that makes the figure again.
  public private(set) var command: String?
  /// A hash of the data that it shows.
  public private(set) var dataHash: String?
  /// In a figure that compares two, a hash of the earlier data.
  public private(set) var earlierDataHash: String?
  /// A hash of the theme and style sheets.
  public private(set) var styleHash: String?
  /// The program and its version.
  public private(set) var program: String?
  /// The middles of nodes in the diagram, by ``Figure/Node/id``.
  public private(set) var positions: [String: FigureLayout.Point] = [:]

  /// Why a file says nothing of a figure.
  public enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
    case otherFormat
    case withoutMetadata
    case withoutPositions

    public var description: String {
      switch self {
      case .otherFormat: "it is neither SVG nor GraphML"
      case .withoutMetadata: "it is an SVG, but not of a figure that entente has drawn"
      case .withoutPositions: "its nodes have no places x and y"
      }
    }
  }

  /// Nodes whose places are read.
  private static let positionLimit = 100_000

  /// - Complexity: linear in the number of bytes.
  public init(reading bytes: [UInt8]) throws(Problem) {
    var scanner = MarkupScanner(bytes)
    while let token = scanner.next() {
      guard case .start(let name, _) = token else { continue }
      switch name {
      case "svg":
        try readDrawing(&scanner)
        return
      case "graphml":
        try readGraph(&scanner)
        return
      default: throw .otherFormat
      }
    }
    throw .otherFormat
  }

  /// Width and height of an SVG, in its own units; nil where it states none.
  public static func size(of svg: String) -> (width: Double, height: Double)? {
    var scanner = MarkupScanner(Array(svg.utf8.prefix(4_000)))
    guard case .start("svg", let attributes) = scanner.next(),
      let width = attributes["width"].flatMap({ Double($0) }),
      let height = attributes["height"].flatMap({ Double($0) }), width > 0, height > 0
    else { return nil }
    return (width, height)
  }

  private mutating func readDrawing(_ scanner: inout MarkupScanner) throws(Problem) {
    var element = ""
    var isOurs = false
    var text = ""
    reading: while let token = scanner.next() {
      switch token {
      case .start("entente:figure", let attributes):
        isOurs = attributes["xmlns:entente"] == Drawing.metadataNamespace
        program = attributes["program"]
      case .start(let name, let attributes):
        element = name
        text = ""
        guard isOurs, name == "entente:node", positions.count < Self.positionLimit,
          let key = attributes["key"],
          let point = Self.point(attributes["x"], attributes["y"])
        else { continue }
        positions[key] = point
      case .text(let part): text = part
      case .end("metadata"): break reading
      case .end(let name):
        guard isOurs, name == element else { continue }
        switch name {
        case "entente:command": command = text
        case "entente:data-hash": dataHash = text
        case "entente:earlier-data-hash": earlierDataHash = text
        case "entente:style-hash": styleHash = text
        default: break
        }
      }
    }
    guard isOurs else { throw .withoutMetadata }
  }

  private mutating func readGraph(_ scanner: inout MarkupScanner) throws(Problem) {
    // What the program calls its columns: by id, the name.
    var columns: [String: String] = [:]
    var values: [String: String] = [:]
    var column: String?
    var node: String?
    while let token = scanner.next() {
      switch token {
      case .start("key", let attributes):
        if attributes["for"] != "edge", let id = attributes["id"], columns.count < 10_000 {
          columns[id] = attributes["attr.name"]
        }
      case .start("node", let attributes):
        node = attributes["id"]
        values = [:]
      case .start("data", let attributes): column = attributes["key"].flatMap { columns[$0] }
      case .start: break
      case .text(let text):
        if node != nil, let column { values[column] = text }
      case .end("data"): column = nil
      case .end("node"):
        if let node, positions.count < Self.positionLimit,
          let point = Self.point(values["x"], values["y"])
        {
          positions[values["key"] ?? node] = point
        }
        node = nil
      case .end: break
      }
    }
    if positions.isEmpty { throw .withoutPositions }
  }

  private static func point(_ x: String?, _ y: String?) -> FigureLayout.Point? {
    guard let x = x.flatMap({ Double($0) }), let y = y.flatMap({ Double($0) }),
      abs(x) < 1e6, abs(y) < 1e6
    else { return nil }
    return FigureLayout.Point(x: x, y: y)
  }
}
