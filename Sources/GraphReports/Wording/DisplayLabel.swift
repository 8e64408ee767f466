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

  /// The title of a node type: as the dataset words it, else its name in words.
  public static func title(ofType name: String, in description: GraphDescription) -> String {
    if let title = description.types[name]?.title { return title }
    let words = words(of: name)
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
