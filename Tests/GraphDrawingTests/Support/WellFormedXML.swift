// SPDX-License-Identifier: Apache-2.0

/// A strict reader of XML without a prolog: what the product writes, and nothing more lenient.
struct WellFormedXML {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    var path: [String]
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private(set) var elements: [Element] = []

  /// Throws at the first thing that XML 1.0 does not allow, and at an id used twice.
  init(_ text: String) throws {
    scalars = Array(text.unicodeScalars)
    for (offset, scalar) in scalars.enumerated() where !WellFormedXML.isCharacter(scalar) {
      throw Failure(description: "U+\(String(scalar.value, radix: 16)) at \(offset)")
    }
    try readContent()
    var ids = Set<String>()
    for element in elements {
      guard let id = element.attributes["id"] else { continue }
      guard ids.insert(id).inserted else { throw Failure(description: "id \(id) used twice") }
    }
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xa, 0xd, 0x20...0xd7ff, 0xe000...0xfffd, 0x10000...0x10ffff: true
    default: false
    }
  }

  private mutating func readContent() throws {
    var open: [Int] = []
    var hasRoot = false
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar != "<" {
        let text = try readText()
        if let current = open.last {
          elements[current].text += text
        } else if text.unicodeScalars.contains(where: { $0 != "\n" && $0 != " " }) {
          throw Failure(description: "text outside the root: \(text)")
        }
        continue
      }
      position += 1
      if take("/") {
        let name = try readName()
        guard take(">"), let last = open.popLast(), elements[last].name == name else {
          throw Failure(description: "end tag \(name) does not match")
        }
        continue
      }
      let name = try readName()
      if open.isEmpty {
        guard !hasRoot else { throw Failure(description: "two roots") }
        hasRoot = true
      }
      let attributes = try readAttributes()
      elements.append(
        Element(
          name: name, attributes: attributes, path: open.map { elements[$0].name }))
      if take("/") {
        guard take(">") else { throw Failure(description: "'/>' expected in \(name)") }
      } else if take(">") {
        open.append(elements.count - 1)
      } else {
        throw Failure(description: "'>' expected in \(name)")
      }
    }
    guard open.isEmpty, hasRoot else { throw Failure(description: "not closed") }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < scalars.count, scalars[position] == scalar else { return false }
    position += 1
    return true
  }

  private mutating func readName() throws -> String {
    var name = ""
    while position < scalars.count {
      let scalar = scalars[position]
      let isOther = "-_:.0123456789".unicodeScalars.contains(scalar)
      guard scalar.properties.isAlphabetic || isOther else { break }
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic else {
      throw Failure(description: "a name expected at \(position)")
    }
    return name
  }

  private mutating func readAttributes() throws -> [String: String] {
    var attributes: [String: String] = [:]
    while take(" ") {
      let name = try readName()
      guard take("="), take("\"") else { throw Failure(description: "'=\"' after \(name)") }
      var value = ""
      while position < scalars.count, scalars[position] != "\"" {
        guard scalars[position] != "<" else { throw Failure(description: "'<' in \(name)") }
        value.unicodeScalars.append(try readCharacter())
      }
      guard take("\"") else { throw Failure(description: "\(name) does not end") }
      guard attributes.updateValue(value, forKey: name) == nil else {
        throw Failure(description: "\(name) given twice")
      }
    }
    return attributes
  }

  private mutating func readText() throws -> String {
    var text = ""
    while position < scalars.count, scalars[position] != "<" {
      if scalars[position] == ">", position >= 2, scalars[position - 1] == "]",
        scalars[position - 2] == "]"
      {
        throw Failure(description: "']]>' in text")
      }
      text.unicodeScalars.append(try readCharacter())
    }
    return text
  }

  private mutating func readCharacter() throws -> Unicode.Scalar {
    let scalar = scalars[position]
    position += 1
    guard scalar == "&" else { return scalar }
    var name = ""
    while position < scalars.count, scalars[position] != ";", name.count < 8 {
      name.unicodeScalars.append(scalars[position])
      position += 1
    }
    guard take(";") else { throw Failure(description: "an entity does not end") }
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "#39": return "'"
    default: throw Failure(description: "unknown entity \(name)")
    }
  }
}
