// SPDX-License-Identifier: Apache-2.0

/// Entries of nodes: names, properties with their claims, and default sources.
extension DatasetReader {
  mutating func readNode(
    _ type: PlacedText, _ key: PlacedText, _ pairs: ArraySlice<YAMLPair>
  ) {
    var node = StatedNode(type: type, key: key)
    for pair in pairs {
      switch pair.name {
      case "aliases": node.names += names(of: pair)
      case "sources": node.supports = [Support(citations: citations(of: pair))]
      default:
        if vocabulary.isEdgeType(pair.name, inEntryOf: type.text) {
          node.edges += edges(of: pair)
        } else if let statement = statement(of: pair) {
          node.statements.append(statement)
        }
      }
    }
    facts.nodes.append(node)
  }

  // MARK: - Names

  private mutating func names(of pair: YAMLPair) -> [StatedName] {
    guard let items = pair.value.items else {
      findings.report(DatasetMessages.expectedList(pair.name), at: place(pair.value))
      return []
    }
    return items.compactMap { name(of: $0) }
  }

  private mutating func name(of item: YAMLNode) -> StatedName? {
    if item.text != nil {
      if !item.isAbsent { return StatedName(name: placed(item)) }
      findings.report(DatasetMessages.emptyListItem(), at: place(item))
      return nil
    }
    guard let pairs = item.pairs else {
      findings.report(DatasetMessages.expectedName(), at: place(item))
      return nil
    }
    var name: PlacedText?
    var kind: PlacedText?
    var language: PlacedText?
    for pair in pairs {
      switch pair.name {
      case "name": name = text(of: pair)
      case "kind": kind = text(of: pair)
      case "language": language = text(of: pair)
      default: reportUnknownKey(pair, of: "a name", among: ["name", "kind", "language"])
      }
    }
    guard let name else {
      if !pairs.contains(where: { $0.name == "name" }) {
        findings.report(DatasetMessages.missingKey("name", of: "name"), at: place(item))
      }
      return nil
    }
    return StatedName(name: name, kind: kind, language: language)
  }

  // MARK: - Properties

  /// What a pair states about the property that its key names.
  mutating func statement(of pair: YAMLPair) -> Statement? {
    let property = PlacedText(pair.name, place(pair.key))
    switch pair.value.content {
    case .scalar:
      if pair.value.isAbsent {
        reportAbsent(pair)
        return nil
      }
      return Statement(property: property, claims: [StatedClaim(value: .text(placed(pair.value)))])
    case .mapping(let pairs):
      guard let claim = claim(pairs, pair.value, of: pair.name) else { return nil }
      return Statement(property: property, claims: [claim])
    case .sequence(let items):
      guard items.contains(where: { $0.pairs != nil }) else {
        guard let value = list(items, pair.value, of: pair.name) else { return nil }
        return Statement(property: property, claims: [StatedClaim(value: value)])
      }
      let claims = claims(items, of: pair)
      return claims.isEmpty ? nil : Statement(property: property, claims: claims)
    }
  }

  private mutating func claims(_ items: [YAMLNode], of pair: YAMLPair) -> [StatedClaim] {
    var claims: [StatedClaim] = []
    var firstPreferred: YAMLNode?
    for item in items {
      guard let pairs = item.pairs else {
        findings.report(DatasetMessages.claimsAndValues(pair.name), at: place(item))
        continue
      }
      guard let claim = claim(pairs, item, of: pair.name) else { continue }
      claims.append(claim)
      guard claim.isPreferred else { continue }
      let mark = item.pairs?.first { $0.name == "preferred" }?.key ?? item
      if let firstPreferred {
        findings.report(
          DatasetMessages.severalPreferred(pair.name), at: place(mark),
          notes: [("the first is here", place(firstPreferred))])
      } else {
        firstPreferred = mark
      }
    }
    return claims
  }

  private static let claimKeys = ["value", "sources", "preferred", "note"]

  private mutating func claim(
    _ pairs: [YAMLPair], _ node: YAMLNode, of property: String
  ) -> StatedClaim? {
    var value: StatedValue?
    var claim = StatedClaim(value: .list([], place(node)))
    for pair in pairs {
      switch pair.name {
      case "value": value = self.value(of: pair, property: property)
      case "sources": claim.support = Support(citations: citations(of: pair))
      case "note": claim.note = text(of: pair)?.text
      case "preferred": claim.isPreferred = flag(of: pair)
      default: reportUnknownKey(pair, of: "a claim", among: Self.claimKeys)
      }
    }
    guard let value else {
      if !pairs.contains(where: { $0.name == "value" }) {
        findings.report(DatasetMessages.claimWithoutValue(property), at: place(node))
      }
      return nil
    }
    claim.value = value
    return claim
  }

  private mutating func value(of pair: YAMLPair, property: String) -> StatedValue? {
    if let items = pair.value.items { return list(items, pair.value, of: property) }
    return text(of: pair).map(StatedValue.text)
  }

  private mutating func list(
    _ items: [YAMLNode], _ node: YAMLNode, of property: String
  ) -> StatedValue? {
    var texts: [PlacedText] = []
    texts.reserveCapacity(items.count)
    var isSound = true
    for item in items {
      if item.text == nil {
        findings.report(DatasetMessages.expectedText(property), at: place(item))
        isSound = false
      } else if item.isAbsent {
        findings.report(DatasetMessages.emptyListItem(), at: place(item))
        isSound = false
      } else {
        texts.append(placed(item))
      }
    }
    return isSound ? .list(texts, place(node)) : nil
  }

  private mutating func flag(of pair: YAMLPair) -> Bool {
    guard let text = text(of: pair) else { return false }
    switch text.text {
    case "true": return true
    case "false": return false
    default:
      findings.report(DatasetMessages.notAFlag(pair.name, text.text), at: text.place)
      return false
    }
  }

  // MARK: - Sources

  mutating func citations(of pair: YAMLPair) -> [StatedCitation] {
    guard let items = pair.value.items else {
      findings.report(DatasetMessages.expectedList(pair.name), at: place(pair.value))
      return []
    }
    return items.compactMap { citation(of: $0) }
  }

  private mutating func citation(of item: YAMLNode) -> StatedCitation? {
    switch item.content {
    case .scalar:
      if !item.isAbsent { return StatedCitation(source: placed(item)) }
      findings.report(DatasetMessages.emptyListItem(), at: place(item))
      return nil
    case .mapping(let pairs):
      if pairs.contains(where: { $0.name == "source" }) { return citation(pairs) }
      guard pairs.count == 1, let pair = pairs.first else {
        findings.report(DatasetMessages.expectedCitation(), at: place(item))
        return nil
      }
      guard let locator = text(of: pair) else { return nil }
      return StatedCitation(source: placed(pair.key), locator: locator.text)
    case .sequence:
      findings.report(DatasetMessages.expectedCitation(), at: place(item))
      return nil
    }
  }

  private mutating func citation(_ pairs: [YAMLPair]) -> StatedCitation? {
    var source: PlacedText?
    var locator: String?
    var quote: String?
    for pair in pairs {
      switch pair.name {
      case "source": source = text(of: pair)
      case "locator": locator = text(of: pair)?.text
      case "quote": quote = text(of: pair)?.text
      default: reportUnknownKey(pair, of: "a citation", among: ["source", "locator", "quote"])
      }
    }
    return source.map { StatedCitation(source: $0, locator: locator, quote: quote) }
  }
}
