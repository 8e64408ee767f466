// SPDX-License-Identifier: Apache-2.0

extension BriefWording {
  static let english: BriefWording = {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return BriefWording(
      language: "en", figure: "Figure", table: "Table", contents: "Contents", sources: "Sources",
      footnotes: "Notes", footnote: "note", skip: "Skip to the text", untitled: "Brief",
      backToText: "back to the text", done: "done", notDone: "not done", figureNote: "Note:",
      noAnswer: "No answer", asOf: ("Answers as of ", "."),
      dataVersion: ("Version of the data: ", "."), months: months,
      day: { "\($0) \($1) \($2)" }, month: { "\(months[$0 - 1]) \($1)" }, columns: [:])
  }()
}
