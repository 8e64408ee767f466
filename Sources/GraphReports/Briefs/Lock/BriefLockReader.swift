// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats

/// Why a file is no lock of a brief.
public struct BriefLockFault: Error, Sendable, Hashable {
  /// One sentence without a final period.
  public let message: String

  /// Counted from 1; the column in bytes.
  public let line: Int
  public let column: Int
}

extension BriefLock {
  /// Reads a lock that ``json`` wrote, or somebody else: nothing in it is believed before it is
  /// looked at, and its size is bounded.
  ///
  /// - Throws: ``BriefLockFault`` with the place of the first fault.
  ///
  /// Complexity: linear in the number of bytes.
  public init(json bytes: [UInt8]) throws(BriefLockFault) {
    var limits = JSONLimits()
    limits.bytes = Self.sizeLimit
    limits.values = 4 << 20
    limits.depth = 16
    let syntax: JSONSyntax
    do throws(JSONFault) {
      syntax = try JSONSyntaxParser.parse(bytes, limits: limits)
    } catch {
      throw BriefLockFault(message: error.reason, line: error.line, column: error.column)
    }
    self = try BriefLockReader(json: syntax).lock()
  }

  /// More bytes than these are not read.
  public static let sizeLimit = 64 << 20
}

/// Takes the tree of a JSON text for a lock.
private struct BriefLockReader {
  let json: JSONSyntax

  typealias Node = JSONSyntax.Node

  /// The members of an object by name, so that each is found at once.
  struct Members {
    let node: Node
    let values: [String: Node]
  }

  func lock() throws(BriefLockFault) -> BriefLock {
    let root = try members(of: json.root)
    let schema = try text("schema", root)
    guard schema == BriefLock.schema else {
      throw fault(
        "the schema is '\(schema.prefix(60))', and \(BriefLock.schema) is read here",
        root.values["schema"] ?? json.root)
    }
    return BriefLock(
      program: try text("program", root), dataTitle: try optional("data", root),
      dataHash: try optional("hash", root), asOf: try optional("as-of", root),
      style: try optional("style", root), questions: try list("questions", root, question),
      sources: try list("sources", root) { (node) throws(BriefLockFault) in
        let source = try members(of: node)
        return BriefLock.Source(
          key: try text("key", source), text: try text("text", source),
          url: try optional("url", source))
      })
  }

  private func question(_ node: Node) throws(BriefLockFault) -> BriefLock.Question {
    let members = try members(of: node)
    let kindText = try text("kind", members)
    guard let kind = BriefLock.Question.Kind(rawValue: kindText) else {
      throw fault(
        "'\(kindText.prefix(60))' is no kind of question", members.values["kind"] ?? node)
    }
    return BriefLock.Question(
      kind: kind, line: try number("line", members, least: 1),
      label: try optional("label", members), command: try text("command", members),
      show: try texts("show", members), asOf: try optional("as-of", members),
      style: try optional("style", members), parts: try list("parts", members, part),
      sources: try list("sources", members) { (node) throws(BriefLockFault) in
        let source = try self.members(of: node)
        return BriefLock.Cited(
          key: try text("key", source), locators: try texts("places", source))
      })
  }

  private func part(_ node: Node) throws(BriefLockFault) -> BriefLock.Part {
    let members = try members(of: node)
    let kind = try text("part", members)
    switch kind {
    case "figure":
      return .figure(
        BriefLock.Drawing(
          title: try optional("title", members), subtitle: try optional("subtitle", members),
          nodes: try list("nodes", members, self.node), edges: try list("edges", members, edge),
          notes: try texts("notes", members)))
    case "table":
      let columns = try texts("columns", members)
      let rows = try list("rows", members) { (node) throws(BriefLockFault) in
        let row = try texts(in: node)
        guard row.count == columns.count else {
          throw fault("a row has \(row.count) cells, and the table \(columns.count) columns", node)
        }
        return row
      }
      return .table(columns: columns, rows: rows)
    case "text": return .text(try texts("lines", members))
    default: throw fault("'\(kind.prefix(60))' is no part of an answer", node)
    }
  }

  private func node(_ node: Node) throws(BriefLockFault) -> BriefLock.Node {
    let members = try members(of: node)
    return BriefLock.Node(
      id: try text("id", members), type: try text("type", members),
      label: try text("label", members), sublabel: try optional("sublabel", members),
      since: try optional("since", members), until: try optional("until", members),
      hasEnded: try truth("ended", members, otherwise: false),
      hiddenNeighbours: members.values["hidden"] == nil
        ? nil : try number("hidden", members, least: 0),
      members: try texts("members", members), details: try texts("details", members))
  }

  private func edge(_ node: Node) throws(BriefLockFault) -> BriefLock.Edge {
    let members = try members(of: node)
    return BriefLock.Edge(
      from: try text("from", members), to: try text("to", members),
      type: try text("type", members), verb: try text("verb", members),
      dates: try optional("dates", members), since: try optional("since", members),
      until: try optional("until", members),
      hasEnded: try truth("ended", members, otherwise: false),
      isDisputed: try truth("disputed", members, otherwise: false),
      isDirected: try truth("directed", members, otherwise: true),
      count: members.values["count"] == nil ? 1 : try number("count", members, least: 1),
      pathRanks: try list("paths", members) { (node) throws(BriefLockFault) in
        try number(in: node, least: 1)
      },
      sources: try texts("sources", members))
  }

  // MARK: Values

  private func members(of node: Node) throws(BriefLockFault) -> Members {
    guard json.kind(of: node) == .object else { throw fault("expected an object", node) }
    var values: [String: Node] = [:]
    for member in json.members(of: node) { values[json.string(member.name) ?? ""] = member.value }
    return Members(node: node, values: values)
  }

  private func optional(_ name: String, _ members: Members) throws(BriefLockFault) -> String? {
    guard let node = members.values[name] else { return nil }
    return try text(in: node)
  }

  private func text(_ name: String, _ members: Members) throws(BriefLockFault) -> String {
    guard let node = members.values[name] else {
      throw fault("the member '\(name)' is missing", members.node)
    }
    return try text(in: node)
  }

  private func text(in node: Node) throws(BriefLockFault) -> String {
    guard let text = json.string(node) else { throw fault("expected a text", node) }
    return text
  }

  private func number(
    _ name: String, _ members: Members, least: Int
  ) throws(BriefLockFault) -> Int {
    guard let node = members.values[name] else {
      throw fault("the member '\(name)' is missing", members.node)
    }
    return try number(in: node, least: least)
  }

  private func number(in node: Node, least: Int) throws(BriefLockFault) -> Int {
    guard let number = json.integer(node), (least...Int(Int32.max)).contains(number) else {
      throw fault("expected a whole number from \(least)", node)
    }
    return number
  }

  private func truth(
    _ name: String, _ members: Members, otherwise: Bool
  ) throws(BriefLockFault) -> Bool {
    guard let node = members.values[name] else { return otherwise }
    guard json.kind(of: node) == .boolean else { throw fault("expected true or false", node) }
    return json.bytes[json.range(of: node).lowerBound] == UInt8(ascii: "t")
  }

  private func texts(_ name: String, _ members: Members) throws(BriefLockFault) -> [String] {
    guard let node = members.values[name] else { return [] }
    return try texts(in: node)
  }

  private func texts(in node: Node) throws(BriefLockFault) -> [String] {
    guard json.kind(of: node) == .array else { throw fault("expected an array", node) }
    var texts: [String] = []
    for item in json.items(of: node) { texts.append(try text(in: item)) }
    return texts
  }

  /// The items of an array; none where the member is missing.
  private func list<Item>(
    _ name: String, _ members: Members, _ read: (Node) throws(BriefLockFault) -> Item
  ) throws(BriefLockFault) -> [Item] {
    guard let node = members.values[name] else { return [] }
    guard json.kind(of: node) == .array else { throw fault("expected an array", node) }
    var items: [Item] = []
    for item in json.items(of: node) { items.append(try read(item)) }
    return items
  }

  private func fault(_ message: String, _ node: Node) -> BriefLockFault {
    let before = json.bytes[..<json.range(of: node).lowerBound]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return BriefLockFault(
      message: message, line: 1 + before.count { $0 == 0x0A }, column: before.count - start + 1)
  }
}
