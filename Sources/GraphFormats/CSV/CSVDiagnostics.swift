// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// The findings that reading CSV files can give.
public enum CSVDiagnostics {
  /// Every code, in order.
  public static let catalogue = DiagnosticCatalogue([
    DiagnosticCatalogue.Entry(
      code: "E150", title: "CSV file too large",
      explanation: "A table is held in memory as a whole. Split it; all CSV files of a dataset are "
        + "merged.",
      example: "a nodes.csv of 600 MB"),
    DiagnosticCatalogue.Entry(
      code: "E151", title: "Not UTF-8 text",
      explanation: "Files are read as UTF-8. Spreadsheets save UTF-16 or a code page of one "
        + "country unless told otherwise: choose \"CSV UTF-8\". A NUL byte means that the file is "
        + "not text at all.",
      example: "caf\\xE9,State"),
    DiagnosticCatalogue.Entry(
      code: "E152", title: "Quote never closed",
      explanation: "A cell that begins with a quote ends at the next quote that is not doubled. "
        + "Without one the rest of the file would be one cell. The place named is where the quote "
        + "was opened.",
      example: "key,type,name\nbomca,Programme,\"Border Management"),
    DiagnosticCatalogue.Entry(
      code: "E153", title: "Text after a closing quote",
      explanation: "A quoted cell ends with its quote. To write a quote inside a quoted cell, "
        + "double it.",
      example: "key,type,name\nbomca,Programme,\"Border\" Management"),
    DiagnosticCatalogue.Entry(
      code: "E154", title: "Quote after a space",
      explanation: "Quotes only count when they are the first character of a cell. After a space "
        + "they would be part of the text, and a comma inside them would end the cell.",
      example: "key,type,name\nbomca,Programme, \"Border, Management\""),
    DiagnosticCatalogue.Entry(
      code: "E155", title: "Row does not have as many cells as the header",
      explanation: "A delimiter is missing, or a cell holds a delimiter and is not quoted. The row "
        + "is left out, since its cells may stand under the wrong columns. Empty cells too many "
        + "are accepted.",
      example: "key,type,name\nbomca,Programme,Border, Management"),
    DiagnosticCatalogue.Entry(
      code: "E156", title: "Cell too large",
      explanation: "No cell may hold more than 1 MB. Most often a quote was never closed.",
      example: "a cell of 2 MB"),
    DiagnosticCatalogue.Entry(
      code: "E157", title: "Too many rows",
      explanation: "The file has more rows than a table may have. Split it.",
      example: "an edges.csv of six million rows"),
    DiagnosticCatalogue.Entry(
      code: "E158", title: "Too many columns",
      explanation: "The file has more columns than a spreadsheet can show.",
      example: "a row of 20,000 cells"),
    DiagnosticCatalogue.Entry(
      code: "I159", title: "Further findings left out", severity: .information,
      explanation: "After a thousand findings in one file the rest is not shown. They mostly have "
        + "one cause: mend the first and check again.",
      example: "a table with a wrong delimiter in each row"),
    DiagnosticCatalogue.Entry(
      code: "E160", title: "CSV file without a header",
      explanation: "The first row that is not empty must name the columns.",
      example: "an empty nodes.csv"),
    DiagnosticCatalogue.Entry(
      code: "E161", title: "Not clear what the table holds",
      explanation: "A file called nodes…, edges… or sources… holds those. Otherwise the columns "
        + "decide: 'from' and 'to' make edges, 'key' and 'type' nodes, 'key' and 'title' sources.",
      example: "facts.csv with the columns a,b,c"),
    DiagnosticCatalogue.Entry(
      code: "E162", title: "Column missing",
      explanation: "Nodes need 'key' and 'type', edges 'from', 'type' and 'to', sources 'key' and "
        + "'title'. Other spellings: 'id' for 'key', 'label' for 'name', 'aka' for 'aliases', "
        + "'Source' and 'Target' for 'from' and 'to'.",
      example: "key,name\nbomca,BOMCA"),
    DiagnosticCatalogue.Entry(
      code: "E163", title: "Column stands twice",
      explanation: "Two columns have one name, or two names for the same thing ('key' and 'id').",
      example: "key,id,type"),
    DiagnosticCatalogue.Entry(
      code: "E164", title: "Column without a name",
      explanation: "A cell says something, but the header above it is empty.",
      example: "key,type,\nbomca,Programme,2003"),
    DiagnosticCatalogue.Entry(
      code: "E165", title: "Unknown column of a source table",
      explanation: "Sources have the columns key, title, publisher, url, published, retrieved, "
        + "language, licence and note.",
      example: "key,title,author"),
    DiagnosticCatalogue.Entry(
      code: "E166", title: "Cell must not be empty",
      explanation: "The row says something, but a cell without which it means nothing is empty.",
      example: "from,type,to\nbomca,COVERS,"),
    DiagnosticCatalogue.Entry(
      code: "E167", title: "Row without a type, and no node above it",
      explanation: "A row of a node table with an empty type adds further claims to a node of the "
        + "same key that stands above it in the same file. There is none.",
      example: "key,type,budget\nbomca,,21750000"),
    DiagnosticCatalogue.Entry(
      code: "E168", title: "One locator for several sources",
      explanation: "The columns 'locator' and 'quote' belong to the one source of the row. With "
        + "several, write the locator behind each: 'dg-home: Article 3|icmpd'.",
      example: "key,type,sources,locator\nbomca,Programme,dg-home|icmpd,Article 3"),
    DiagnosticCatalogue.Entry(
      code: "E169", title: "Locator without a source",
      explanation: "A locator or a quote says where in a source; the row names no source.",
      example: "from,type,to,source,locator\nbomca,COVERS,kazakhstan,,Article 3"),
    DiagnosticCatalogue.Entry(
      code: "W170", title: "Row repeats another", severity: .warning,
      explanation: "Two rows say the same thing by the same source. The second adds nothing.",
      example: "from,type,to\nbomca,COVERS,tajikistan\nbomca,COVERS,tajikistan"),
  ])
}
