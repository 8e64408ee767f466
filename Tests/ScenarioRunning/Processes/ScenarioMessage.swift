// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a process that runs a file of scenarios tells the one that started it: one line each.
///
/// A scenario that has begun and never finished is the one at which the process ended.
enum ScenarioMessage: Codable, Hashable {
  /// The scenario with this place in the file begins; the outcome is what is said if it crashes.
  case began(Int, ScenarioOutcome)
  case finished(ScenarioOutcome)
  /// The process has done all that it was asked for.
  case complete

  /// The message as a line of JSON, which has no line breaks within.
  func line() throws -> Data {
    try JSONEncoder().encode(self) + Data("\n".utf8)
  }

  /// The messages in what a process wrote, up to the first line that is none.
  static func messages(in output: Data) -> [ScenarioMessage] {
    var messages: [ScenarioMessage] = []
    for line in output.split(separator: UInt8(ascii: "\n")) {
      guard let message = try? JSONDecoder().decode(ScenarioMessage.self, from: line) else { break }
      messages.append(message)
    }
    return messages
  }
}
