// SPDX-License-Identifier: Apache-2.0

extension BriefWording {
  static let german: BriefWording = {
    let months = [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember",
    ]
    return BriefWording(
      language: "de", figure: "Abbildung", table: "Tabelle", contents: "Inhalt",
      sources: "Quellen", footnotes: "Anmerkungen", footnote: "Anmerkung",
      skip: "Zum Text springen", untitled: "Bericht", backToText: "zurück zum Text",
      done: "erledigt", notDone: "offen", figureNote: "Hinweis:", noAnswer: "Keine Antwort",
      asOf: ("Stand der Antworten: ", "."), dataVersion: ("Stand der Daten: ", "."),
      months: months, day: { "\($0). \($1) \($2)" }, month: { "\(months[$0 - 1]) \($1)" },
      columns: [
        "Sources": "Quellen", "Short": "Kurz", "Dates": "Daten", "Fits because it": "Grund",
        "From": "Von", "To": "Nach", "Since": "Seit", "Until": "Bis", "Edge": "Verbindung",
      ])
  }()
}
