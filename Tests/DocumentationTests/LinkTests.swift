// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramTestSupport
import Testing

/// Links between the files of the project lead somewhere.
@Suite struct LinkTests {
  private static func links(of text: String) -> [String] {
    var isCode = false
    var links: [String] = []
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode { continue }
      links += line.matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.1) }
    }
    return links
  }

  /// The anchors of a page, as GitHub makes them from its headings.
  private static func anchors(of text: String) -> Set<String> {
    var anchors: Set<String> = []
    for line in text.components(separatedBy: "\n") where line.hasPrefix("#") {
      let heading = line.drop { $0 == "#" }.dropFirst().lowercased()
      anchors.insert(
        String(heading.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" })
          .replacing(" ", with: "-"))
    }
    return anchors
  }

  @Test(arguments: Pages.all)
  func relativeLinksResolve(_ page: String) throws {
    let text = try Repository.text(of: page)
    let folder = Repository.file(page).deletingLastPathComponent()
    for link in Self.links(of: text) where !link.contains("://") {
      let parts = link.components(separatedBy: "#")
      let target =
        parts[0].isEmpty
        ? Repository.file(page) : folder.appendingPathComponent(parts[0])
      #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(link)")
      if parts.count > 1 {
        let linked = try String(contentsOf: target, encoding: .utf8)
        #expect(Self.anchors(of: linked).contains(parts[1]), "\(page): \(link)")
      }
    }
  }

  @Test func everyPageOfTheGuideIsLinkedFromTheReadme() throws {
    let links = Self.links(of: try Repository.text(of: "README.md"))
    for page in Pages.guide.dropFirst() { #expect(links.contains(page), "\(page)") }
  }
}
