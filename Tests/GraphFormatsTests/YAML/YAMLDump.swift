// SPDX-License-Identifier: Apache-2.0

import GraphFormats
import Yams

/// Writes a tree on one line, so that a test can say what it expects: texts in `«»`, lists in
/// `[]`, mappings in `{}`.
enum YAMLDump {
  static func text(of node: YAMLNode?) -> String {
    guard let node else { return "nothing" }
    switch node.content {
    case .scalar(let text, _): return quoted(text)
    case .sequence(let items):
      return "[" + items.map { Self.text(of: $0) }.joined(separator: ", ") + "]"
    case .mapping(let pairs):
      let parts = pairs.map { quoted($0.name) + ": " + Self.text(of: $0.value) }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  /// The same of the tree that libyaml composes; nil when it refuses the text.
  static func textByPeer(_ source: String) -> String? {
    // A resolver without rules: every scalar stays text, as in datasets.
    guard let root = try? Yams.compose(yaml: source, .basic, .default, .utf8) else {
      return nil
    }
    return text(ofPeer: root)
  }

  private static func text(ofPeer node: Node) -> String {
    switch node {
    case .scalar(let scalar): return quoted(scalar.string)
    case .sequence(let items): return "[" + items.map(text(ofPeer:)).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      let parts = pairs.map { text(ofPeer: $0.key) + ": " + text(ofPeer: $0.value) }
      return "{" + parts.joined(separator: ", ") + "}"
    case .alias: return "alias"
    }
  }

  private static func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\t": "\\t"
      case "\r": "\\r"
      default: String(scalar)
      }
    }
    return "«" + shown.joined() + "»"
  }
}
