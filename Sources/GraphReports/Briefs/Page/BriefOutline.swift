// SPDX-License-Identifier: Apache-2.0

/// The headings of a page: their levels, their identifiers, and the list of contents.
///
/// The title is the only heading of the first level. The highest level that the author uses becomes
/// the second, and no heading is more than one level below the one before it.
struct BriefOutline {
  struct Heading {
    /// From 2 to 6.
    let level: Int
    let identifier: String
    let text: String
  }

  /// In the order of the text.
  private(set) var headings: [Heading] = []

  /// The first heading where it stands for the title: the only one of level 1, before all others,
  /// of a brief without a title in its front matter. It is not among ``headings``.
  private(set) var title: String?

  init(_ answered: AnsweredBrief) {
    let nodes = Self.headings(in: answered.brief.root)
    var levels = nodes.map(\.level)
    var texts = nodes.map(\.text)
    if answered.brief.frontMatter.title == nil, levels.first == 1,
      !levels.dropFirst().contains(1)
    {
      title = texts.removeFirst()
      levels.removeFirst()
    }
    let highest = levels.min() ?? 1
    var identifiers = HeadingIdentifiers()
    var last = 1
    for (level, text) in zip(levels, texts) {
      last = min(level - highest + 2, last + 1, 6)
      headings.append(
        Heading(level: last, identifier: identifiers.identifier(for: text), text: text))
    }
  }

  private static func headings(in node: MarkdownNode) -> [(level: Int, text: String)] {
    if case .heading(let level) = node.kind { return [(level, node.plainText)] }
    return node.children.flatMap(headings)
  }

  /// The list of contents; empty where there is little to list.
  func contents(hasSources: Bool, _ wording: BriefWording) -> String {
    guard headings.count > 1 else { return "" }
    var text =
      "<nav aria-labelledby=\"contents\">\n"
      + "<h2 id=\"contents\">\(wording.contents)</h2>\n"
    let sources = Heading(level: 2, identifier: "sources", text: wording.sources)
    var depth = 1
    for heading in headings + (hasSources ? [sources] : []) {
      if heading.level > depth {
        text += "\n<ul>\n"
        depth += 1
      } else {
        text += "</li>\n"
        while depth > heading.level {
          text += "</ul>\n</li>\n"
          depth -= 1
        }
      }
      text +=
        "<li><a href=\"#\(heading.identifier)\">\(HTMLText.escaped(heading.text))</a>"
    }
    while depth > 1 {
      text += "</li>\n</ul>\n"
      depth -= 1
    }
    return text.replacing("</h2>\n\n<ul>", with: "</h2>\n<ul>") + "</nav>\n"
  }

}

/// Gives headings identifiers that stay the same while the words stay the same.
struct HeadingIdentifiers {
  /// What the page uses itself; other parts of it begin as ``taken`` do.
  private var used: Set<String> = ["contents", "sources", "notes", "brief-text"]
  private static let taken = [
    "fig-", "fig:", "tbl-", "tbl:", "figure-", "table-", "source-", "note-", "svg-", "block-",
  ]
  private static let limit = 60
  private var counts: [String: Int] = [:]

  /// The words in lower case with hyphens between them; a number where they stand twice.
  mutating func identifier(for text: String) -> String {
    var word = ""
    for character in text.lowercased().prefix(Self.limit) {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if !word.isEmpty, !word.hasSuffix("-"), character == " " || character == "-" {
        word.append("-")
      }
    }
    while word.hasSuffix("-") { word.removeLast() }
    if word.isEmpty || Self.taken.contains(where: word.hasPrefix) {
      word = word.isEmpty ? "section" : "section-\(word)"
    }
    var identifier = word
    while !used.insert(identifier).inserted {
      counts[word, default: 1] += 1
      identifier = "\(word)-\(counts[word] ?? 2)"
    }
    return identifier
  }
}
