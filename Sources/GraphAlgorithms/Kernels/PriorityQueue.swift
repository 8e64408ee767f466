// SPDX-License-Identifier: Apache-2.0

/// A heap with four children a node: the least element first.
///
/// - Complexity: O(log count) for each insertion and removal.
/// - Literature: D. B. Johnson, "Priority queues with update and finding minimum spanning trees",
///   Information Processing Letters 4 (1975).
struct PriorityQueue<Element: Comparable> {
  private var elements: [Element] = []

  var isEmpty: Bool { elements.isEmpty }

  mutating func insert(_ element: Element) {
    var place = elements.count
    elements.append(element)
    while place > 0 {
      let parent = (place - 1) / 4
      guard element < elements[parent] else { break }
      elements[place] = elements[parent]
      place = parent
    }
    elements[place] = element
  }

  mutating func removeFirst() -> Element? {
    guard let first = elements.first, let last = elements.popLast() else { return nil }
    if elements.isEmpty { return first }
    var place = 0
    while true {
      let child = 4 * place + 1
      if child >= elements.count { break }
      var least = child
      for other in (child + 1)..<max(child + 1, min(child + 4, elements.count))
      where elements[other] < elements[least] {
        least = other
      }
      guard elements[least] < last else { break }
      elements[place] = elements[least]
      place = least
    }
    elements[place] = last
    return first
  }
}
