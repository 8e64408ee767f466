// SPDX-License-Identifier: Apache-2.0

/// What became of something, in words.
struct ChangeWords: Sendable {
  var added: String
  var removed: String
  var ended: String
  var changed: String
  var resourced: String

  subscript(change: Figure.Change) -> String {
    switch change {
    case .added: added
    case .removed: removed
    case .ended: ended
    case .changed: changed
    case .resourced: resourced
    }
  }
}

/// The words that the frame of a figure adds, in the language of the figure.
struct FigureWording: Sendable {
  var asOf: String
  var ended: String
  var more: String
  var sources: String
  var notes: String
  var question: String
  var dataVersion: String
  var nothing: String
  var disputed: String
  var endedLine: String
  var emphasised: String
  var nodes: String
  var links: String
  var andMore: String
  var labelsLeftOut: String
  var grouped: String
  /// The same where it was asked for.
  var together: String
  var unlinked: String
  /// Before the numbers of paths.
  var path: String
  var ranked: String
  var lineKinds: LineKindTable<String>
  var changes: ChangeWords
  var unchanged: String

  /// English when the language is not known.
  static func of(_ language: String) -> FigureWording {
    let primary = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    switch primary {
    case "de": return german
    case "fr": return french
    case "ru": return russian
    default: return english
    }
  }

  static let english = FigureWording(
    asOf: "As of", ended: "ended", more: "more", sources: "Sources", notes: "Notes",
    question: "Question",
    dataVersion: "Data", nothing: "Nothing to show", disputed: "sources disagree",
    endedLine: "ended", emphasised: "asked about", nodes: "Nodes", links: "Links",
    andMore: "and more", labelsLeftOut: "Labels of links are left out",
    grouped: "Put together to keep the figure readable", together: "Put together",
    unlinked: "no link shown", path: "path",
    ranked: "numbers of paths, the best first; path 1 is drawn strongest",
    lineKinds: [
      .legal: "legal tie", .funding: "funding", .covers: "coverage", .running: "carrying out",
      .addresses: "subject", .takesPart: "participation", .membership: "membership",
      .succession: "succession", .basis: "basis", .place: "place", .other: "other link",
    ],
    changes: ChangeWords(
      added: "added", removed: "removed", ended: "ended", changed: "changed",
      resourced: "other sources"), unchanged: "unchanged")

  static let german = FigureWording(
    asOf: "Stand", ended: "beendet", more: "weitere", sources: "Quellen", notes: "Anmerkungen",
    question: "Frage",
    dataVersion: "Daten", nothing: "Nichts zu zeigen", disputed: "Quellen widersprechen sich",
    endedLine: "beendet", emphasised: "erfragt", nodes: "Knoten", links: "Verbindungen",
    andMore: "und weitere", labelsLeftOut: "Beschriftungen der Verbindungen sind weggelassen",
    grouped: "Der Lesbarkeit halber zusammengefasst", together: "Zusammengefasst",
    unlinked: "keine Verbindung gezeigt", path: "Weg",
    ranked: "Nummern der Wege, der beste zuerst; Weg 1 ist am stärksten gezeichnet",
    lineKinds: [
      .legal: "rechtliche Bindung", .funding: "Finanzierung", .covers: "Geltungsbereich",
      .running: "Durchführung", .addresses: "Gegenstand", .takesPart: "Teilnahme",
      .membership: "Mitgliedschaft", .succession: "Nachfolge", .basis: "Grundlage", .place: "Ort",
      .other: "andere Verbindung",
    ],
    changes: ChangeWords(
      added: "neu", removed: "entfallen", ended: "beendet", changed: "geändert",
      resourced: "andere Quellen"), unchanged: "unverändert")

  static let french = FigureWording(
    asOf: "Situation au", ended: "terminé", more: "de plus", sources: "Sources", notes: "Notes",
    question: "Question", dataVersion: "Données", nothing: "Rien à montrer",
    disputed: "les sources divergent", endedLine: "terminé", emphasised: "objet de la question",
    nodes: "Nœuds", links: "Liens", andMore: "et d’autres",
    labelsLeftOut: "Les libellés des liens sont omis",
    grouped: "Regroupés pour la lisibilité", together: "Regroupés",
    unlinked: "aucun lien montré", path: "chemin",
    ranked: "numéros des chemins, le meilleur d’abord ; le chemin 1 a le trait le plus fort",
    lineKinds: [
      .legal: "lien juridique", .funding: "financement", .covers: "couverture",
      .running: "mise en œuvre", .addresses: "objet", .takesPart: "participation",
      .membership: "appartenance", .succession: "succession", .basis: "fondement", .place: "lieu",
      .other: "autre lien",
    ],
    changes: ChangeWords(
      added: "ajouté", removed: "supprimé", ended: "terminé", changed: "modifié",
      resourced: "autres sources"), unchanged: "inchangé")

  static let russian = FigureWording(
    asOf: "По состоянию на", ended: "завершено", more: "ещё", sources: "Источники",
    notes: "Примечания",
    question: "Вопрос", dataVersion: "Данные", nothing: "Нечего показать",
    disputed: "источники расходятся", endedLine: "завершено", emphasised: "предмет вопроса",
    nodes: "Узлы", links: "Связи", andMore: "и другие", labelsLeftOut: "Подписи связей опущены",
    grouped: "Объединено для удобства чтения", together: "Объединено",
    unlinked: "связи не показаны", path: "путь",
    ranked: "номера путей, лучший первым; путь 1 нарисован толще всех",
    lineKinds: [
      .legal: "правовая связь", .funding: "финансирование", .covers: "охват",
      .running: "осуществление", .addresses: "предмет", .takesPart: "участие",
      .membership: "членство", .succession: "преемственность", .basis: "основание",
      .place: "место", .other: "другая связь",
    ],
    changes: ChangeWords(
      added: "добавлено", removed: "удалено", ended: "завершено", changed: "изменено",
      resourced: "другие источники"), unchanged: "без изменений")
}
