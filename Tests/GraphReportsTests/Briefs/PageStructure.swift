// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What must hold of any page: tags are closed in order, identifiers are unique, references
/// resolve, headings are in order, drawings and controls have names.
struct PageStructure {
  private(set) var tags: [(name: String, attributes: [String: String])] = []
  private var problems: [String] = []
  private static let single: Set = ["meta", "hr", "br", "!doctype"]

  init(_ html: String) {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else {
        problems.append("a tag without an end")
        return
      }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        if open.popLast() != String(tag.dropFirst()) { problems.append("</\(tag.dropFirst())>") }
        continue
      }
      let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" })
      var attributes: [String: String] = [:]
      for match in tag.matches(of: /([\w:-]+)="([^"]*)"/) {
        let key = String(match.1)
        if attributes[key] != nil { problems.append("\(key) twice in <\(tag)>") }
        attributes[key] = String(match.2)
      }
      tags.append((name, attributes))
      if name == "style", let close = rest.range(of: "</style>") {
        rest = rest[close.upperBound...]
      } else if !Self.single.contains(name), !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    if !open.isEmpty { problems.append("never closed: \(open)") }
  }

  func check(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    var found = problems
    let identifiers = tags.compactMap { $0.attributes["id"] }
    let counts = Dictionary(identifiers.map { ($0, 1) }, uniquingKeysWith: +)
    found += counts.filter { $0.value > 1 }.keys.sorted().map { "id \($0) is not unique" }
    for tag in tags {
      for key in ["href", "aria-labelledby", "aria-describedby"] {
        guard let value = tag.attributes[key] else { continue }
        for part in value.split(separator: " ") where key != "href" || part.hasPrefix("#") {
          let name = key == "href" ? String(part.dropFirst()) : String(part)
          if counts[name] == nil { found.append("\(key)=\(value) leads nowhere") }
        }
      }
      if tag.name == "svg" || tag.attributes["role"] == "img",
        tag.attributes["aria-label", default: ""].isEmpty
      {
        found.append("<\(tag.name)> has no name")
      }
      if tag.name == "th", tag.attributes["scope"] == nil { found.append("<th> without scope") }
      if tag.attributes.keys.contains(where: { $0.hasPrefix("on") || $0 == "src" }) {
        found.append("<\(tag.name)> runs or fetches something")
      }
    }
    var last = 0
    for tag in tags {
      guard tag.name.count == 2, tag.name.hasPrefix("h"), let level = Int(tag.name.dropFirst())
      else { continue }
      if level > last + 1 { found.append("h\(level) after h\(last)") }
      last = level
    }
    #expect(found == [], sourceLocation: sourceLocation)
  }
}
