// SPDX-License-Identifier: Apache-2.0

extension BriefWording {
  static let french: BriefWording = {
    let months = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ]
    return BriefWording(
      language: "fr", figure: "Figure", table: "Tableau", contents: "Table des matières",
      sources: "Sources", footnotes: "Notes", footnote: "note", skip: "Aller au texte",
      untitled: "Note", backToText: "retour au texte", done: "fait", notDone: "à faire",
      figureNote: "Remarque\u{A0}:", noAnswer: "Pas de réponse\u{A0}",
      asOf: ("Date des réponses\u{A0}: ", "."), dataVersion: ("Version des données\u{A0}: ", "."),
      months: months,
      day: { "\($0 == 1 ? "1er" : String($0)) \($1) \($2)" },
      month: { "\(months[$0 - 1]) \($1)" },
      columns: [
        "Short": "Sigle", "Dates": "Dates", "Fits because it": "Motif", "From": "De", "To": "À",
        "Since": "Depuis", "Until": "Jusqu’à", "Edge": "Lien",
      ])
  }()
}
