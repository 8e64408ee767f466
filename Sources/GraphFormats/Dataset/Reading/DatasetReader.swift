// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics

/// Reads the files of a dataset into stated facts; types come later.
///
/// This file holds what all forms of YAML entries have in common.
struct DatasetReader {
  var findings: Findings
  var facts = StatedFacts()
  let vocabulary: DatasetVocabulary

  /// The number of the file that is being read.
  var file = 0

  init(findings: Findings, vocabulary: DatasetVocabulary) {
    self.findings = findings
    self.vocabulary = vocabulary
  }

  /// Reads a file of entries.
  mutating func readEntries(_ reading: YAMLReading) {
    file = findings.texts.add(reading.text)
    findings.report(reading.diagnostics)
    for pair in reading.brokenItems {
      if let key = pair.value.text { facts.unreadKeys.insert(key) }
    }
    guard let root = reading.root else { return }
    guard let items = root.items else {
      findings.report(DatasetMessages.notAListOfEntries(), at: place(root))
      return
    }
    for item in items { readEntry(item) }
  }

  private mutating func readEntry(_ entry: YAMLNode) {
    guard let pairs = entry.pairs, let first = pairs.first else {
      findings.report(DatasetMessages.notAnEntry(shown(entry)), at: place(entry))
      return
    }
    guard let key = first.value.text, !first.value.isAbsent else {
      findings.report(DatasetMessages.entryWithoutKey(first.name), at: place(first.key))
      return
    }
    let type = PlacedText(first.name, place(first.key))
    let placedKey = PlacedText(key, place(first.value))
    if first.name == "Source", !vocabulary.sourceIsNodeType {
      readSource(placedKey, pairs.dropFirst())
    } else {
      readNode(type, placedKey, pairs.dropFirst())
    }
  }

  private mutating func readSource(_ key: PlacedText, _ pairs: ArraySlice<YAMLPair>) {
    var source = StatedSource(key: key)
    for pair in pairs {
      guard StatedSource.fields.contains(pair.name) else {
        reportUnknownKey(pair, of: "a source", among: StatedSource.fields)
        continue
      }
      source.set(pair.name, to: text(of: pair))
    }
    facts.sources.append(source)
  }

  // MARK: - Parts that all readers need

  func place(_ node: YAMLNode) -> TextPlace { TextPlace(file: file, span: node.span) }

  func placed(_ node: YAMLNode) -> PlacedText { PlacedText(node.text ?? "", place(node)) }

  /// The text that a pair holds; reports another shape, and nothing at all.
  mutating func text(of pair: YAMLPair) -> PlacedText? {
    guard let text = pair.value.text else {
      findings.report(DatasetMessages.expectedText(pair.name), at: place(pair.value))
      return nil
    }
    guard !pair.value.isAbsent else {
      reportAbsent(pair)
      return nil
    }
    return PlacedText(text, place(pair.value))
  }

  mutating func reportAbsent(_ pair: YAMLPair) {
    findings.report(DatasetMessages.nothingWritten(pair.name), at: place(pair.key))
  }

  mutating func reportUnknownKey(_ pair: YAMLPair, of thing: String, among known: [String]) {
    let help = findings.suggestion(for: pair.name, among: known)
    findings.report(
      DatasetMessages.unknownKey(pair.name, of: thing, known: known, help: help),
      at: place(pair.key))
  }

  /// A few words of a node for a message.
  func shown(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, _): "'\(text.prefixed(60))'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
