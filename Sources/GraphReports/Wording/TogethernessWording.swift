// SPDX-License-Identifier: Apache-2.0

internal import GraphModel

/// When links hold together, in a sentence.
enum TogethernessWording {
  /// - Parameters:
  ///   - interval: the days on which all hold; nil when there never was one.
  ///   - unknown: the places of those of which no start is stated.
  ///   - links: how many links there are; one at least.
  ///   - noun: what each link is called where its start is not stated: "step".
  static func sentence(
    for interval: DateInterval?, unknown: [Int], links: Int, noun: String
  ) -> String {
    let subject = links == 1 ? "The link holds" : "All links hold together"
    guard let interval else {
      return "The links never held together: one was over before another began."
    }
    if interval.start == nil, interval.end == nil {
      return links == 1
        ? "No source states when the link holds." : "No source states when the links hold."
    }
    var text = "\(subject) \(DateWording.words(for: interval))"
    let places = unknown.map { String($0 + 1) }
    if places.count == 1 {
      text += "; the start of \(noun) \(places[0]) is not stated"
    } else if !places.isEmpty {
      text += "; the starts of \(noun)s \(places.enumerated) are not stated"
    }
    return text + "."
  }
}
