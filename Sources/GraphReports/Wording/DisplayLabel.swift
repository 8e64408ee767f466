// SPDX-License-Identifier: Apache-2.0

public import GraphModel

/// Names of types and properties as readers see them.
public enum DisplayLabel {
  /// A property name in words: `negotiationsLaunched` reads "negotiations launched".
  public static func words(of name: String) -> String {
    var words = ""
    var previous: Character?
    for character in name {
      if character == "_" || character == "-" {
        words += " "
      } else if character.isUppercase, previous?.isLowercase ?? false {
        words += " " + character.lowercased()
      } else {
        words.append(character)
      }
      previous = character
    }
    return words
  }

  /// A value as it stands in a sentence: the items of a list one after the other.
  public static func text(of value: Value) -> String {
    guard case .list(let items) = value else { return value.displayText }
    var all = ""
    for item in items { all += (all.isEmpty ? "" : ", ") + text(of: item) }
    return all
  }

  /// A node's acronym or short name where its official name is long, for lines that hold several.
  public static func shortName(of node: NodeID, in graph: PropertyGraph) -> String {
    let name = graph.displayName(of: node)
    guard name.count > 30 else { return name }
    let names = graph.names(of: node)
    return names.first { $0.kind == .acronym }?.text ?? names.first { $0.kind == .short }?.text
      ?? name
  }

  /// The title of a node type: as the dataset words it, else its name in words.
  public static func title(ofType name: String, in description: GraphDescription) -> String {
    if let title = description.types[name]?.title { return title }
    let words = words(of: name)
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
