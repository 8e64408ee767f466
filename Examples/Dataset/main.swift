// SPDX-License-Identifier: Apache-2.0

// Loads a dataset and prints one node as Markdown, or what is wrong with the dataset.
import Entente

let loading = DatasetLoader.load("Graphs/eu-central-asia")
if let graph = loading.graph {
  if case .found(let node) = NameIndex(graph).resolve("CABSI") {
    print(AnswerWriter().text(of: NodeAnswer(node, in: graph), as: .markdown), terminator: "")
  }
} else {
  let report = DiagnosticReport(loading.diagnostics, fileCount: loading.files.count)
  print(report.text(with: DiagnosticRenderer()))
}
