// SPDX-License-Identifier: Apache-2.0

/// The day that a query is asked about, for `query --as-of` and `:as-of`: the one place where the
/// program decides what becomes of it.
enum QueryDay {
  /// Refuses a day, since a query says itself what must hold.
  ///
  /// - Parameter complaint: what does not take a day.
  static func check(_ day: AsOfDate, for complaint: String) throws(CommandFailure) {
    // What a question is about must not be left aside in silence.
    throw CommandFailure(
      .misused, "\(complaint) \(day.text)",
      hint: "Say in the query what must hold: WHERE p.since <= date('\(day.day)')")
  }
}
