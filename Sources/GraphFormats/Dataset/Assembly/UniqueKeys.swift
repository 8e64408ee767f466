// SPDX-License-Identifier: Apache-2.0

/// Checks the keys of nodes or of sources: their form, and that no two are the same or look so.
struct UniqueKeys {
  /// By what a reader could take the key for.
  private var known: [String: PlacedText] = [:]
  private var count = 0

  /// Where the keys that were accepted stand among all.
  private(set) var positions: [Int] = []

  /// Reports what is wrong with a key; returns whether it can stand for a thing of its own.
  mutating func add(_ key: PlacedText, noun: String, _ findings: inout Findings) -> Bool {
    let position = count
    count += 1
    let isKey = KeyForm.isKey(key.text)
    let form = isKey ? key.text : KeyForm.lookalike(of: key.text)
    guard let first = known[form] else {
      if !isKey { reportForm(key, form, noun, &findings) }
      known[form] = key
      positions.append(position)
      return true
    }
    let notes = [("the first is here", first.place)]
    if first.text.utf8.elementsEqual(key.text.utf8) {
      findings.report(
        DatasetMessages.duplicateKey(key.text, noun: noun), at: key.place, notes: notes)
      return false
    }
    findings.report(
      DatasetMessages.lookalikeKeys(key.text, first.text, noun: noun), at: key.place, notes: notes)
    // To Swift, two ways to write an accent are one text.
    if first.text == key.text { return false }
    positions.append(position)
    return true
  }

  private func reportForm(
    _ key: PlacedText, _ form: String, _ noun: String, _ findings: inout Findings
  ) {
    findings.report(
      DatasetMessages.malformedKey(
        key.text, noun: noun, suggestion: KeyForm.isKey(form) ? form : nil),
      at: key.place)
  }
}
