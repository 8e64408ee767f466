// SPDX-License-Identifier: Apache-2.0

extension Figure {
  /// Something the figure shows as a box.
  public struct Node: Sendable, Hashable {
    /// The part a node plays in the question the figure answers.
    public enum Emphasis: String, Sendable, Hashable, CaseIterable {
      case none
      /// Where a path starts: edges are laid out away from it, whatever their direction.
      case origin
      /// Where a path ends.
      case destination
      /// The subject of the figure, with no start and end.
      case focus
    }

    /// Unique in the figure.
    public var id: String
    /// Chooses shape and colours ("Programme").
    public var typeName: String
    /// The type in words of the reader, for the legend.
    public var typeTitle: String
    /// The type for several nodes ("Programmes"); nil stands for ``typeTitle``.
    public var typePlural: String?
    /// Wrapped by measured width; a line feed starts a new line.
    public var label: String
    /// A second, smaller text.
    public var sublabel: String?
    /// True draws the node in grey and adds "(ended YYYY)".
    public var isEnded: Bool
    /// The year for "(ended YYYY)"; nil gives "(ended)".
    public var endYear: String?
    public var emphasis: Emphasis
    /// Linked when ``LinkAddress`` allows it, otherwise left out.
    public var url: String?
    /// Shown by browsers on hover; nil stands for type and label.
    public var tooltip: String?
    /// How many neighbours the figure leaves away, shown as "+7 more".
    public var hiddenNeighbourCount: Int?
    /// Further names by which style sheets select the node, besides ``typeName``.
    public var labels: [String]
    /// What style sheets test: the values of each property as text, several for a list.
    public var properties: [String: [String]]
    /// Lines under the label, from the left: the properties of a type, in a figure of a graph type.
    /// A node that has some is a box.
    public var details: [String] = []
    /// What a detail begins with that goes on with the one before it.
    public static let continuation = "… "
    /// The labels of the nodes that this one stands for; empty when it stands for itself.
    public var members: [String] = []
    /// Set in a figure that compares two versions of the data; nil for what stayed the same.
    public var change: Change?

    public init(
      id: String,
      typeName: String,
      typeTitle: String? = nil,
      typePlural: String? = nil,
      label: String,
      sublabel: String? = nil,
      isEnded: Bool = false,
      endYear: String? = nil,
      emphasis: Emphasis = .none,
      url: String? = nil,
      tooltip: String? = nil,
      hiddenNeighbourCount: Int? = nil,
      labels: [String] = [],
      properties: [String: [String]] = [:]
    ) {
      self.id = id
      self.typeName = typeName
      self.typeTitle = typeTitle ?? typeName
      self.typePlural = typePlural
      self.label = label
      self.sublabel = sublabel
      self.isEnded = isEnded
      self.endYear = endYear
      self.emphasis = emphasis
      self.url = url
      self.tooltip = tooltip
      self.hiddenNeighbourCount = hiddenNeighbourCount
      self.labels = labels
      self.properties = properties
    }
  }
}
