// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// What the codes of findings about briefs mean.
public enum BriefCatalogue {
  enum Code: String, CaseIterable {
    case unreadable = "B100"
    case nestedTooDeeply = "B101"
    case frontMatterBroken = "B102"
    case unknownFrontMatterKey = "B103"
    case badFrontMatterValue = "B104"
    case unknownKey = "B110"
    case repeatedKey = "B111"
    case badValue = "B112"
    case malformedAttributes = "B113"
    case emptyCommand = "B114"
    case unclosedQuote = "B115"
    case commandTooLong = "B116"
    case unknownForm = "B117"
    case repeatedLabel = "B120"
    case unknownReference = "B121"
    case refusedLink = "B122"
    case mark = "B123"
    case failed = "B130"
  }

  public static let catalogue = DiagnosticCatalogue([
    entry(
      .unreadable, "Brief that cannot be read",
      "A brief is a text in UTF-8 of a bounded size. A picture or an archive is none.",
      example: "brief.md with 9000000 bytes"),
    entry(
      .nestedTooDeeply, "Nested too deeply",
      """
      Quotations, lists and emphases stand in each other; a page that goes deeper than the bound
      is an accident or an attack.
      """,
      example: ">>>>>>>>>> and so on"),
    entry(
      .frontMatterBroken, "Front matter that cannot be read",
      """
      Front matter is a mapping in the YAML of datasets: keys with values, which are texts. It
      begins with a first line '---' and ends with the next one.
      """,
      example: "---\ntitle: \"Without an end\n---", correction: "---\ntitle: \"With an end\"\n---"),
    entry(
      .unknownFrontMatterKey, "Unknown key of front matter", severity: .warning,
      """
      Another program may read the same front matter and know the key, so that the brief is made
      all the same; but a key that is misspelt has no effect.
      """,
      example: "titel: Cooperation on migration", correction: "title: Cooperation on migration"),
    entry(
      .badFrontMatterValue, "Value that front matter cannot have",
      "A date is a day, a month or a year, a language is a tag, everything else a text.",
      example: "as-of: last summer", correction: "as-of: 2019-08"),
    entry(
      .unknownKey, "Unknown option of a block",
      """
      An option that nobody knows would have no effect, and the figure would not look as the
      author thinks. The options are label, caption, alt, width, as-of, style and show.
      """,
      example: "#| captoin: States and programmes", correction: "#| caption: States and programmes"),
    entry(
      .repeatedKey, "Option given twice",
      "Of two values one would be lost. A line may say anew what an attribute says.",
      example: "#| width: 80%\n#| width: 60%", correction: "#| width: 60%"),
    entry(
      .badValue, "Value that an option cannot have",
      """
      A width is a share or a length, a date a day, a month or a year, and a label has no spaces.
      What to show is a list of figure, table, path, list, matrix, timeline and sources.
      """,
      example: "#| show: diagram", correction: "#| show: figure, table"),
    entry(
      .malformedAttributes, "Options that cannot be read",
      """
      Attributes stand in braces behind the fence: an identifier after #, classes after a full
      stop, and keys with values. Lines that begin with #| stand before the command.
      """,
      example: "```{.entente caption = States}",
      correction: "```{.entente caption=\"States\"}"),
    entry(
      .emptyCommand, "Block without a command",
      "The body of a block is a command of the program without the name of the program.",
      example: "```entente\n#| label: fig-states\n```",
      correction: "```entente\n#| label: fig-states\nneighbours central-asia\n```"),
    entry(
      .unclosedQuote, "Quote never closed",
      "Words of a command are quoted as in a shell; a value of an option ends with its quote.",
      example: "show 'Prague Process", correction: "show 'Prague Process'"),
    entry(
      .commandTooLong, "Command too long",
      "The number of words and the length of a block are bounded.",
      example: "a block with more than 1000 words"),
    entry(
      .unknownForm, "Unknown form of an answer in running text",
      "The answer to inline code is one sentence, one number or one date.",
      example: "`entente list programmes --format table`{.entente}",
      correction: "`entente list programmes --format number`{.entente}"),
    entry(
      .repeatedLabel, "Label used twice",
      "A reference must mean one thing. The figure and the table of one block share a stem.",
      example: "#| label: fig-states, in two blocks"),
    entry(
      .unknownReference, "Reference to a label that nothing has",
      """
      '@fig-name' and '@tbl-name' become 'Figure 1' and 'Table 1', so something must have the
      label.
      """,
      example: "as @fig-sates shows", correction: "as @fig-states shows"),
    entry(
      .refusedLink, "Address that is not linked", severity: .warning,
      """
      A page links to http, https and mail addresses and to places within reach of the document.
      It fetches nothing, so that a picture of another file is left out and its text shown.
      """,
      example: "[here](javascript:alert)", correction: "[here](https://example.org/report)"),
    entry(
      .mark, "Mark in the text that does not fit",
      """
      What is between '<!-- entente:begin label -->' and '<!-- entente:end -->' is written by the
      program: both marks stand on lines of their own, and the label is that of a block.
      """,
      example: "<!-- entente:begin fig-states -->",
      correction: "<!-- entente:begin fig-states -->\n<!-- entente:end -->"),
    entry(
      .failed, "Question of a brief that has no answer",
      """
      The command cannot be understood, a name in it is unknown, or nothing was found. The brief
      is not made, unless it is asked to go on with a box in the place of the answer.
      """,
      example: "neighbours bomka", correction: "neighbours bomca"),
  ])

  private static func entry(
    _ code: Code, _ title: String, severity: Diagnostic.Severity = .error, _ explanation: String,
    example: String, correction: String? = nil
  ) -> DiagnosticCatalogue.Entry {
    DiagnosticCatalogue.Entry(
      code: code.rawValue, title: title, severity: severity, explanation: explanation,
      example: example, correction: correction)
  }
}
