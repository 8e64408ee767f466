// SPDX-License-Identifier: Apache-2.0

/// A JSON text (RFC 8259) as a tree of places in its bytes.
///
/// Nothing is decoded before it is asked for, and what is not asked for can be copied from the
/// bytes as it was written.
package struct JSONSyntax: Sendable {
  package enum Kind: UInt8, Sendable {
    case object, array, string, number, boolean, null
  }

  /// A value, or the name of a member, by its position in the order of beginnings.
  package struct Node: Sendable, Hashable {
    package let position: Int
  }

  struct Entry: Sendable {
    let kind: Kind
    let start: UInt32
    var end: UInt32

    /// The position of the first entry that is not inside this one.
    var next: UInt32
  }

  package let bytes: [UInt8]
  let entries: [Entry]

  init(bytes: [UInt8], entries: [Entry]) {
    self.bytes = bytes
    self.entries = entries
  }

  package var root: Node { Node(position: 0) }

  /// All values and names of members, in the order of their beginnings.
  package var nodes: some Sequence<Node> { entries.indices.lazy.map(Node.init) }

  package func kind(of node: Node) -> Kind { entries[node.position].kind }

  /// Where the value stands in ``bytes``.
  package func range(of node: Node) -> Range<Int> {
    let entry = entries[node.position]
    return Int(entry.start)..<Int(entry.end)
  }

  /// The items of an array, empty for anything else.
  package func items(of node: Node) -> [Node] {
    kind(of: node) == .array ? children(of: node) : []
  }

  /// The members of an object in their order, empty for anything else.
  package func members(of node: Node) -> [(name: Node, value: Node)] {
    guard kind(of: node) == .object else { return [] }
    let children = children(of: node)
    return stride(from: 0, to: children.count - 1, by: 2).map { (children[$0], children[$0 + 1]) }
  }

  /// The value of the member with this name.
  package func member(_ name: String, of node: Node) -> Node? {
    members(of: node).first { string($0.name) == name }?.value
  }

  private func children(of node: Node) -> [Node] {
    var children: [Node] = []
    var child = node.position + 1
    let end = Int(entries[node.position].next)
    while child < end {
      children.append(Node(position: child))
      child = Int(entries[child].next)
    }
    return children
  }

  /// The text of a string or of a name, without its escapes; nil for anything else.
  package func string(_ node: Node) -> String? {
    guard kind(of: node) == .string else { return nil }
    let range = range(of: node)
    let inner = bytes[range.lowerBound + 1..<range.upperBound - 1]
    guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
    var text: [UInt8] = []
    var high: UInt32 = 0
    var position = inner.startIndex
    while position < inner.endIndex {
      guard inner[position] == UInt8(ascii: "\\") else {
        text.append(inner[position])
        position += 1
        continue
      }
      let letter = inner[position + 1]
      position += 2
      switch letter {
      case UInt8(ascii: "b"): text.append(8)
      case UInt8(ascii: "f"): text.append(12)
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "r"): text.append(13)
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "u"):
        let unit = inner[position..<position + 4].reduce(UInt32(0)) {
          $0 << 4 | UInt32(JSONSyntaxParser.hexadecimal($1) ?? 0)
        }
        position += 4
        if (0xD800..<0xDC00).contains(unit) {
          high = unit
        } else {
          // The parser has seen that halves of pairs stand together.
          let value =
            (0xDC00..<0xE000).contains(unit)
            ? 0x10000 + (high & 0x3FF) << 10 + (unit & 0x3FF) : unit
          if let scalar = Unicode.Scalar(value) { text += String(Character(scalar)).utf8 }
        }
      default: text.append(letter)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The integer that a number is, nil for anything else.
  package func integer(_ node: Node) -> Int? {
    guard kind(of: node) == .number else { return nil }
    return Int(String(decoding: bytes[range(of: node)], as: UTF8.self))
  }
}
