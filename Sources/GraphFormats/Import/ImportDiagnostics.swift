// SPDX-License-Identifier: Apache-2.0

public import SourceDiagnostics

/// The findings that only imports of folders of tables can give. The others are those of CSV files
/// and of datasets.
public enum ImportDiagnostics {
  /// Every code, in order.
  public static let catalogue = DiagnosticCatalogue([
    DiagnosticCatalogue.Entry(
      code: "E130", title: "Folder without nodes",
      explanation: "An import reads one file for each type of nodes, called nodes-TYPE.csv. "
        + "Without one there is nothing that edges could join.",
      example: "a folder with only edges-COVERS.csv"),
    DiagnosticCatalogue.Entry(
      code: "E131", title: "File name without a type",
      explanation: "The name of a table says the type of what it holds. Several labels of nodes "
        + "stand with '&' between them; an edge has one type.",
      example: "nodes-.csv"),
    DiagnosticCatalogue.Entry(
      code: "E132", title: "Unknown type of a column",
      explanation: "What stands in capitals behind the colon of a header is the type of the "
        + "values in the column.",
      example: "from,to,weight:INTEGRE"),
    DiagnosticCatalogue.Entry(
      code: "E133", title: "Cell that does not fit its column",
      explanation: "Nobody says what the column holds, and more than 99 in 100 of its cells are "
        + "of one type. The others are taken for slips. If they are meant, declare the column as "
        + "text: 'column:STRING'.",
      example: "a column of ten thousand integers and one 'n/a'"),
    DiagnosticCatalogue.Entry(
      code: "E134", title: "Row without end",
      explanation: "A row is longer than a table can have. The file may not be a table, or its "
        + "lines end with a carriage return alone, which is not read as the end of a row.",
      example: "a file of 10 GB without a line end"),
  ])
}
