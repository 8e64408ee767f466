// SPDX-License-Identifier: Apache-2.0

/// The metadata of a document of pandoc, and the document around its blocks.
struct PandocMetadata {
  private var members: [[UInt8]] = []

  mutating func set(_ key: String, words: String) {
    set(key) { writer in writer.element("MetaInlines") { $0.list { $0.words(words) } } }
  }

  mutating func set(_ key: String, words: [String]) {
    set(key) { writer in
      writer.element("MetaList") { writer in
        writer.list { writer in
          for text in words { writer.element("MetaInlines") { $0.list { $0.words(text) } } }
        }
      }
    }
  }

  mutating func set(_ key: String, text: String) {
    set(key) { writer in writer.element("MetaString") { $0.text(text) } }
  }

  /// Figures stay where they are asked for, and have the numbers that references and marks name.
  mutating func setForTeX() {
    set("papersize", text: "a4")
    set("geometry", text: "margin=25mm")
    set("header-includes") { writer in
      writer.element("MetaBlocks") { writer in
        writer.list {
          $0.raw(
            "latex",
            """
            \\usepackage{float}
            \\floatplacement{figure}{H}
            \\usepackage{caption}
            \\captionsetup{labelformat=empty,labelsep=none,justification=raggedright,font=small}
            \\setlength{\\emergencystretch}{3em}
            """)
        }
      }
    }
  }

  /// - Parameter blocks: with commas between them.
  func document(version: PandocDocument.Version, blocks: [UInt8]) -> [UInt8] {
    let numbers = version.numbers.map(String.init).joined(separator: ",")
    return Array("{\"pandoc-api-version\":[\(numbers)],\"meta\":{".utf8)
      + members.joined(separator: [UInt8(ascii: ",")])
      + Array("},\"blocks\":[".utf8) + blocks + Array("]}\n".utf8)
  }

  private mutating func set(_ key: String, _ value: (inout PandocWriter) -> Void) {
    var writer = PandocWriter()
    value(&writer)
    members.append(Array("\"\(key)\":".utf8) + writer.elements)
  }
}
