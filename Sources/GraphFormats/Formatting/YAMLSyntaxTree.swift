// SPDX-License-Identifier: Apache-2.0

/// A YAML text with everything in it that people care about: comments and blank lines too.
struct YAMLSyntaxDocument {
  /// A list or a mapping; nil when the text holds nothing but comments.
  var root: YAMLSyntaxNode?

  /// What stands before an empty root, or is all there is.
  var leading: [YAMLTrivia] = []

  /// Every comment in the order of the text, wherever the tree has put it.
  var comments: [[UInt8]] = []
}

/// A scalar, a list or a mapping.
struct YAMLSyntaxNode {
  enum Content {
    case scalar(YAMLSyntaxScalar)
    case blockScalar(YAMLBlockScalar)
    case sequence(YAMLSyntaxSequence)
    case mapping(YAMLSyntaxMapping)
  }

  var content: Content

  /// In UTF-8 offsets of the text; of a list or mapping only its beginning is sure.
  var span: Range<Int>
}

/// A plain or quoted scalar.
struct YAMLSyntaxScalar {
  enum Style {
    case plain, quoted
  }

  /// A line end inside the scalar that reading folds into a space or into newlines.
  struct Fold {
    /// Where the space or the newlines are in the text.
    var offset: Int

    /// How many newlines it stands for; 0 for a space.
    var newlines: Int
  }

  /// What the scalar says, escapes and folding done.
  var text: [UInt8]
  var style: Style
  var folds: [Fold] = []
}

/// A literal (`|`) or folded (`>`) scalar.
struct YAMLBlockScalar {
  var isFolded: Bool

  /// The lines without their indentation; the last one is not empty.
  var lines: [[UInt8]]

  /// How many newlines the text ends with.
  var trailingNewlines: Int
}

struct YAMLSyntaxSequence {
  struct Item {
    var leading: [YAMLTrivia] = []

    /// Nil when nothing was written.
    var value: YAMLSyntaxNode?

    /// The comment at the end of the item's line.
    var lineEnd: YAMLComment?
  }

  /// Whether it was written with brackets.
  var isFlow: Bool
  var items: [Item] = []

  /// Comments behind the opening bracket, until whoever holds the list takes them.
  var opening: [YAMLTrivia] = []

  /// Comments behind the last item.
  var trailing: [YAMLTrivia] = []
}

struct YAMLSyntaxMapping {
  struct Entry {
    var leading: [YAMLTrivia] = []
    var key: YAMLSyntaxScalar
    var keySpan: Range<Int>

    /// The comment behind the colon of a value that begins on a further line.
    var keyComment: YAMLComment?

    /// Nil when nothing was written.
    var value: YAMLSyntaxNode?

    /// The comment at the end of the value.
    var lineEnd: YAMLComment?
  }

  /// Whether it was written with braces.
  var isFlow: Bool
  var entries: [Entry] = []

  /// Comments behind the opening brace, until whoever holds the mapping takes them.
  var opening: [YAMLTrivia] = []

  /// Comments behind the last entry.
  var trailing: [YAMLTrivia] = []
}

/// What stands between the lines that say something.
enum YAMLTrivia {
  /// One or more blank lines.
  case blank
  case comment(YAMLComment)
}

struct YAMLComment {
  /// From `#`, without white space at its end.
  var text: [UInt8]

  /// Of the `#` in its line, from 0.
  var column: Int
}

extension YAMLSyntaxNode {
  /// Whether it was written with brackets or braces.
  var isFlow: Bool {
    switch content {
    case .sequence(let sequence): sequence.isFlow
    case .mapping(let mapping): mapping.isFlow
    default: false
    }
  }

  /// Whether it is a list or mapping that holds something.
  var isFilledCollection: Bool {
    switch content {
    case .sequence(let sequence): !sequence.items.isEmpty
    case .mapping(let mapping): !mapping.entries.isEmpty
    default: false
    }
  }

  /// Whether a comment stands somewhere inside the list or mapping.
  ///
  /// Complexity: linear in the size of the node.
  var holdsComments: Bool {
    func isComment(_ trivia: YAMLTrivia) -> Bool {
      if case .comment = trivia { return true }
      return false
    }
    switch content {
    case .scalar, .blockScalar: return false
    case .sequence(let sequence):
      return sequence.trailing.contains(where: isComment)
        || sequence.items.contains {
          $0.lineEnd != nil || $0.leading.contains(where: isComment)
            || $0.value?.holdsComments == true
        }
    case .mapping(let mapping):
      return mapping.trailing.contains(where: isComment)
        || mapping.entries.contains {
          $0.lineEnd != nil || $0.keyComment != nil || $0.leading.contains(where: isComment)
            || $0.value?.holdsComments == true
        }
    }
  }
}
