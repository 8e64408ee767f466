// SPDX-License-Identifier: Apache-2.0

internal import GraphDrawing

/// A drawing as it may stand in a page beside others: its identifiers begin with a prefix of its
/// own, it has an alternative text, and it holds nothing but shapes, text and allowed links.
///
/// Reads the SVG that ``SVGWriter`` writes. Elements and attributes that no drawing needs make it
/// refuse the whole, since a drawing that has them does not come from here.
struct EmbeddedSVG {
  /// The element, ready for the page.
  private(set) var markup = ""

  private let bytes: [UInt8]
  private var index = 0
  private let prefix: String
  private let alternative: String

  private static let elements: Set<String> = [
    "svg", "g", "a", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
    "tspan", "title", "desc", "defs", "marker", "pattern", "linearGradient", "radialGradient",
    "stop", "clipPath", "mask", "symbol", "use",
  ]

  /// - Returns: nil when the text is not a drawing of ours.
  init?(_ svg: String, prefix: String, alternative: String) {
    bytes = Array(svg.utf8)
    self.prefix = prefix
    self.alternative = alternative
    var depth = 0
    var output: [UInt8] = []
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        if depth > 0 { output.append(bytes[index]) }
        index += 1
        continue
      }
      if starts(with: "<?") || starts(with: "<!") {
        // A declaration before the element; comments and the like are not kept.
        guard depth == 0, let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
          return nil
        }
        index = end + 1
      } else if starts(with: "<metadata") {
        // What only programs read has elements of its own, which HTML does not know.
        guard depth > 0, skip(to: "</metadata>") else { return nil }
      } else if starts(with: "</") {
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        output += bytes[index...end]
        index = end + 1
        depth -= 1
        if depth == 0 { break }
      } else {
        guard let isClosed = copyTag(to: &output, isRoot: depth == 0) else { return nil }
        if !isClosed { depth += 1 }
        if depth == 0 { break }
      }
    }
    guard depth == 0, !output.isEmpty else { return nil }
    markup = String(decoding: output, as: UTF8.self)
  }

  /// Goes on behind the next place of a text; returns whether there is one.
  private mutating func skip(to text: String) -> Bool {
    while let found = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = found
      if starts(with: text) {
        index += text.utf8.count
        return true
      }
      index += 1
    }
    return false
  }

  private func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  /// Copies a start tag; nil for one that is refused, else whether it ends itself.
  private mutating func copyTag(to output: inout [UInt8], isRoot: Bool) -> Bool? {
    index += 1
    let name = word()
    guard Self.elements.contains(name), !isRoot || name == "svg" else { return nil }
    output += "<\(name)".utf8
    if isRoot { output += HTMLText.attribute("aria-label", alternative).utf8 }
    while true {
      skipSpace()
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        output.append(UInt8(ascii: ">"))
        return false
      }
      if starts(with: "/>") {
        index += 2
        output += "/>".utf8
        return true
      }
      let key = word()
      guard !key.isEmpty, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "="),
        bytes[index + 1] == UInt8(ascii: "\"")
      else { return nil }
      let start = index + 2
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
      index = end + 1
      guard let value = value(of: key, String(decoding: bytes[start..<end], as: UTF8.self), isRoot)
      else { continue }
      output += " \(key)=\"\(value)\"".utf8
    }
  }

  /// The value that an attribute has in the page, still escaped; nil to leave it away.
  private func value(of key: String, _ value: String, _ isRoot: Bool) -> String? {
    let lowercased = key.lowercased()
    if lowercased.hasPrefix("on") || lowercased == "style" { return nil }
    if key.hasPrefix("xmlns:") { return nil }
    switch key {
    case "id": return prefix + value
    case "aria-labelledby", "aria-describedby":
      // The alternative text takes the place of the label of the drawing as a whole.
      if isRoot { return nil }
      return value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
    case "href", "xlink:href":
      if value.hasPrefix("#") { return "#\(prefix)\(value.dropFirst())" }
      // Character references could hide a scheme; our own writer uses none but for the ampersand.
      let address = value.replacing("&amp;", with: "&")
      return value.contains("&#") || LinkAddress(address) == nil ? nil : value
    case "xml:lang": return value
    case "aria-label": return isRoot ? nil : value
    default:
      // Most values name nothing, and searching each of them would take longer than all the rest.
      guard value.utf8.contains(UInt8(ascii: "(")) else { return value }
      let local = value.replacing("url(#", with: "")
      return local.contains("url(") ? nil : value.replacing("url(#", with: "url(#\(prefix)")
    }
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"),
        UInt8(ascii: "_"):
        index += 1
      default: return String(decoding: bytes[start..<index], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while index < bytes.count, BriefPassage.isSpace(bytes[index]) { index += 1 }
  }
}
