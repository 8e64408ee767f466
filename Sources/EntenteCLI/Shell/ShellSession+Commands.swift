// SPDX-License-Identifier: Apache-2.0

internal import GraphFormats
internal import GraphReports

extension ShellSession {
  /// - Throws: a failure where the graph is a dataset, which is changed as text.
  func setWriting(_ isOn: Bool) throws(CommandFailure) {
    if isOn, FileSystem.isFolder(graph.location) {
      throw CommandFailure(
        .misused, "'\(graph.location)' is a dataset, which is changed as text",
        hint: "Compile it first: entente build \(graph.location) -o FILE.graph")
    }
    isWriting = isOn
  }

  /// Makes queries ask about a day from now on, or about all times.
  func setDay(_ day: AsOfDate?) throws(CommandFailure) {
    options.asOf = day
    graph = try GraphSession(options)
    graphDidChange(graph)
  }

  /// Draws the nodes and edges of the last answer.
  func draw(_ path: String) throws(CommandFailure) {
    guard let last else {
      throw CommandFailure(.misused, "there is no answer to draw yet")
    }
    guard let figure = last.answer.figure(title: last.title, asOf: graph.asOf?.day) else {
      throw CommandFailure(
        .nothing, "the rows hold no node, edge or path to draw",
        hint: "Return nodes, edges or paths, as in: RETURN p")
    }
    var options = options
    options.format = nil
    options.output = path
    do throws(CommandFailure) {
      try Output(options, standard: .svg, allowed: Output.figures)
        .write(figure, drawing, arrangement, command: last.command, in: graph)
    } catch {
      // A file that cannot be written is no reason to end the shell.
      throw CommandFailure(.misused, error.message, hint: error.hint)
    }
  }

  func writeGraphType() throws(CommandFailure) {
    let answer = GraphTypeAnswer(try graph.graphType(), description: graph.description)
    try write(answer)
  }

  func writeNamedQueries() throws(CommandFailure) {
    var queries: [NamedQuery] = []
    for name in NamedQuery.names(inDataset: graph.location) {
      queries.append(try QueryText.named(name, in: graph))
    }
    try write(NamedQueryList(queries))
  }

  /// Writes an answer that is not of a query: as text, where tables and graphs are for queries.
  private func write(_ answer: any Answer) throws(CommandFailure) {
    let format = [.table, .graph].contains(format) ? OutputFormat.text : format
    try Output(output(as: format), standard: .text, allowed: Output.answers).write(answer)
  }
}
