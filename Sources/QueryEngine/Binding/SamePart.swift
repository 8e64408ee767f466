// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

extension Expression {
  /// Whether two expressions are written alike, wherever they stand.
  ///
  /// Expressions with patterns or queries in them are never the same.
  func isSame(as other: Expression) -> Bool {
    switch (kind, other.kind) {
    case (.literal(let mine), .literal(let theirs)): mine == theirs
    case (.parameter(let mine), .parameter(let theirs)): mine == theirs
    case (.variable(let mine), .variable(let theirs)): mine == theirs
    case (.countAll, .countAll): true
    case (.list(let mine), .list(let theirs)): Self.areSame(mine, theirs)
    case (.map(let mine), .map(let theirs)):
      mine.map(\.key) == theirs.map(\.key) && Self.areSame(mine.map(\.value), theirs.map(\.value))
    case (.property(let mine, let name), .property(let theirs, let otherName)):
      name == otherName && mine.isSame(as: theirs)
    case (.index(let mine, let position), .index(let theirs, let otherPosition)):
      mine.isSame(as: theirs) && position.isSame(as: otherPosition)
    case (.slice(let mine, let from, let to), .slice(let theirs, let otherFrom, let otherTo)):
      mine.isSame(as: theirs) && Self.areSame(from, otherFrom) && Self.areSame(to, otherTo)
    case (.unary(let mine, let operand), .unary(let theirs, let otherOperand)):
      mine == theirs && operand.isSame(as: otherOperand)
    case (
      .binary(let mine, let left, let right), .binary(let theirs, let otherLeft, let otherRight)
    ):
      mine == theirs && left.isSame(as: otherLeft) && right.isSame(as: otherRight)
    case (.comparison(let mine, let links), .comparison(let theirs, let otherLinks)):
      mine.isSame(as: theirs) && links.map(\.comparison) == otherLinks.map(\.comparison)
        && Self.areSame(links.map(\.operand), otherLinks.map(\.operand))
    case (.isNull(let mine, let isNegated), .isNull(let theirs, let otherIsNegated)):
      isNegated == otherIsNegated && mine.isSame(as: theirs)
    case (.labelTest(let mine, let labels), .labelTest(let theirs, let otherLabels)):
      LabelTest(labels) == LabelTest(otherLabels) && mine.isSame(as: theirs)
    case (.call(let mine), .call(let theirs)):
      mine.name.text.lowercased() == theirs.name.text.lowercased()
        && mine.isDistinct == theirs.isDistinct && Self.areSame(mine.arguments, theirs.arguments)
    default: false
    }
  }

  private static func areSame(_ mine: [Expression], _ theirs: [Expression]) -> Bool {
    mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.isSame(as: $1) }
  }

  private static func areSame(_ mine: Expression?, _ theirs: Expression?) -> Bool {
    switch (mine, theirs) {
    case (nil, nil): true
    case (let mine?, let theirs?): mine.isSame(as: theirs)
    default: false
    }
  }
}
