// SPDX-License-Identifier: Apache-2.0

/// The elements that a figure may be made of.
enum FigureMarkup {
  static let elements: Set<String> = [
    "svg", "title", "desc", "rect", "g", "path", "ellipse", "text", "tspan", "a",
  ]

  /// What a figure says about itself; nothing of it is drawn.
  static let metadata: Set<String> = [
    "metadata", "entente:figure", "entente:question", "entente:command", "entente:data",
    "entente:data-hash", "entente:earlier-data-hash", "entente:as-of", "entente:style",
    "entente:style-hash", "entente:layout",
    "entente:warning", "entente:node",
  ]
}
