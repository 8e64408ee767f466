// SPDX-License-Identifier: Apache-2.0

internal import GraphAlgorithms
public import GraphDrawing
internal import GraphModel

extension GapAnswer {
  /// So many sources are listed under a chart; of more, only the number is told.
  private static let sourceLimit = 40

  /// The answer as a grid of counts, with what joins each pair for readers who point at a cell.
  /// - Parameter listsAllSources: for those who list the sources elsewhere, however many there are.
  public func chart(listsAllSources: Bool = false) -> CoverageChart {
    var numbering = SourceNumbering(graph)
    var reader = GapCellReader(query, in: graph)
    let cells = matrix.cells.map { cell in
      let nodes = cell.nodes + cell.nodesOfUnknownStart
      for node in nodes {
        let readings = reader.readings(
          of: node, row: matrix.rows[cell.row], column: matrix.columns[cell.column])
        numbering.number(readings.flatMap(\.citations))
      }
      return CoverageChart.Cell(
        row: cell.row, column: cell.column, count: cell.count == 0 ? nil : cell.count,
        tooltip: nodes.map { graph.displayName(of: $0) }.enumerated)
    }
    var notes = [summary]
    if matrix.cells.contains(where: { $0.count == 0 }) {
      notes.append("? No start is stated of what joins the two.")
    }
    let sources = numbering.sources
    let isListed = listsAllSources || sources.count <= Self.sourceLimit
    if !isListed {
      notes.append(
        "\(sources.count) sources state these links; the same answer as JSON lists them for each.")
    }
    return CoverageChart(
      frame: Figure(
        title: title, language: graph.description.language ?? "en",
        sources: isListed ? sources.map(\.inFigure) : [],
        notes: notes),
      rows: matrix.rows.map { graph.displayName(of: $0) },
      columns: matrix.columns.map { graph.displayName(of: $0) }, cells: cells)
  }
}
