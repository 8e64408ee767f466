// SPDX-License-Identifier: Apache-2.0

import GraphModel

/// Looks for what is allowed in a dataset and still deserves a second look.
///
/// Each kind of finding has its function; the files beside this one hold them by subject.
struct DatasetLints {
  let assembly: GraphAssembly
  let options: DatasetChecker.Options
  let folder: String
  var findings: Findings

  init(assembly: GraphAssembly, options: DatasetChecker.Options, folder: String) {
    self.assembly = assembly
    self.options = options
    self.folder = folder
    findings = assembly.findings
  }

  var facts: StatedFacts { assembly.facts }

  mutating func run() {
    checkDisagreements()
    checkSupport()
    checkSources()
    checkNames()
    checkDates()
    checkRepeatedEdges()
    checkUse()
  }

  /// The entry that an edge leads to, nil for one that dangles.
  func target(of edge: StatedEdge) -> Int? { assembly.nodeIndex[edge.to.text] }

  func label(of entry: Int) -> String { facts.nodes[entry].key.text }
}
