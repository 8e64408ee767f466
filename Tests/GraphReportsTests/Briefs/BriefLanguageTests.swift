// SPDX-License-Identifier: Apache-2.0

import GraphReports
import SourceDiagnostics
import Testing

/// Pages speak the language of their brief where they can, and say where they cannot.
@Suite struct BriefLanguageTests {
  private func page(_ language: String, asOf: String = "2020-06-01") throws -> BriefPage {
    let text = """
      ---
      title: T
      language: \(language)
      as-of: \(asOf)
      ---
      # A

      See @fig-a and @tbl-a.

      ```entente
      #| label: fig-a
      #| show: figure, table
      x ministry
      ```

      # B

      [^1]

      [^1]: Note.
      """
    let answered = AnsweredBrief(try Brief.read(text), by: try StubResolver())
    return BriefPage(answered, options: BriefPage.Options(dataVersion: "1"))
  }

  @Test(arguments: [
    ("en", ["Figure\u{A0}1", "Table\u{A0}1", ">Contents<", ">Sources<", "as of 1 June 2020."]),
    (
      "fr-BE",
      ["Figure\u{A0}1", "Tableau\u{A0}1", ">Table des matières<", "réponses\u{A0}: 1er juin 2020."]
    ),
    ("de", ["Abbildung\u{A0}1", "Tabelle\u{A0}1", ">Inhalt<", ">Quellen<", ": 1. Juni 2020."]),
    (
      "RU",
      ["Рисунок\u{A0}1", "Таблица\u{A0}1", ">Содержание<", ">Источники<", ": 1 июня 2020 года."]
    ),
  ])
  func pagesSpeak(_ language: String, _ words: [String]) throws {
    let page = try page(language)
    #expect(page.html.contains("<html lang=\"\(language)\">"))
    for word in words { #expect(page.html.contains(word), "\(word)") }
    #expect(page.diagnostics.map(\.message) == [])
  }

  @Test(arguments: [
    ("2020", "as of 2020."), ("2020-02", "as of February 2020."), ("2020-12", "December 2020."),
  ])
  func datesAreAsPreciseAsTheyAreKnown(_ date: String, _ words: String) throws {
    #expect(try page("en", asOf: date).html.contains(words))
  }

  @Test(arguments: [
    ("kk", "its own words are English then; it speaks de, en, fr, ru"),
    ("frr", "did you mean 'fr'? its own words are English then; it speaks de, en, fr, ru"),
  ])
  func aLanguageThatPagesDoNotSpeakIsSaid(_ language: String, _ help: String) throws {
    let page = try page(language)
    #expect(page.html.contains("<html lang=\"\(language)\">"))
    #expect(page.html.contains("Figure\u{A0}1"))
    let finding = try #require(page.diagnostics.first)
    #expect(finding.severity == .warning && finding.code == "B104")
    #expect(finding.message == "the page has no words in the language '\(language)'")
    #expect(finding.help == help)
  }
}
