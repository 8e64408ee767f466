// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics
import Synchronization

/// One run of an import: files in order, each parsed by all threads, while one of them adds what
/// the file before held. What is complete is frozen, and written where there is a file for it.
struct ImportSession {
  private let settings: CSVFolderImport
  private let output: ImportOutput?
  private let progress: @Sendable (CSVFolderImport.Progress) -> Void
  private var findings: ImportFindings
  private var files: [ImportFile] = []
  private var ignoredFiles: [String] = []
  private var rowCount = 0

  init(
    _ settings: CSVFolderImport, output: ImportOutput? = nil,
    progress: @escaping @Sendable (CSVFolderImport.Progress) -> Void
  ) {
    self.settings = settings
    self.output = output
    self.progress = progress
    findings = ImportFindings(limits: settings.limits)
  }

  mutating func run() -> CSVFolderImport.Outcome {
    var opening = ImportOpening(settings)
    opening.open()
    files = opening.files
    ignoredFiles = opening.ignoredFiles
    findings.add(opening.diagnostics)
    guard opening.canBeRead else { return outcome(nil) }
    let threads = settings.threadCount
    let gathering = GraphGathering(
      GraphBuilder(graphType: opening.graphType), limits: settings.limits, threads: threads,
      output: output)
    defer { gathering.waitForNames() }
    let nodeFiles = files.indices.filter { files[$0].plan.areNodes }
    // Edges are numbered by type, so types are complete one after the other in this order.
    let edgeFiles = files.indices.filter { !files[$0].plan.areNodes }
      .sorted { (files[$0].type, $0) < (files[$1].type, $1) }
    read(nodeFiles, keys: nil, gathering)
    readEdges(edgeFiles, gathering)
    guard findings.isEmpty else { return outcome(nil) }
    do throws(GraphBuildingError) {
      let graph = try gathering.freeze()
      output?.append(restOf: graph.storage)
      _ = graph.storage.mergedAdjacency(threads: threads)
      return outcome(graph)
    } catch {
      report(error, gathering)
      return outcome(nil)
    }
  }

  /// Freezes the nodes and reads the files of edges. The directory of keys goes when they are read.
  private mutating func readEdges(_ numbers: [Int], _ gathering: GraphGathering) {
    let nodeKeys = gathering.keys
    let keys = Mutex<KeyDirectory?>(nil)
    let isSound = findings.isEmpty
    ParallelWork.run(2, threads: settings.threadCount) { piece in
      if piece == 0 {
        if isSound { gathering.freezeNodes() }
      } else {
        let made = KeyDirectory(nodeKeys)
        keys.withLock { $0 = made }
      }
    }
    let directory = keys.withLock { $0.take() }
    findings.candidates = directory?.names ?? []
    read(numbers, keys: directory, gathering)
  }

  private mutating func outcome(_ graph: PropertyGraph?) -> CSVFolderImport.Outcome {
    let listed = findings.listed(files: files)
    return CSVFolderImport.Outcome(
      graph: graph, diagnostics: listed.diagnostics, unlistedFindings: listed.unlisted,
      ignoredFiles: ignoredFiles, rowCount: rowCount)
  }

  private mutating func report(_ error: GraphBuildingError, _ gathering: GraphGathering) {
    guard case .violations(let violations) = error else {
      findings.add([DatasetMessages.notBuilt(error).diagnostic(at: nil)])
      return
    }
    let table = findings.table
    for violation in violations {
      findings.add(faults: [gathering.fault(violation, files, table)])
    }
  }

  /// Reads files one after the other. Nothing of a file is added before all of it is known to be
  /// sound, or to be no part of a graph.
  private mutating func read(
    _ numbers: [Int], keys: KeyDirectory?, _ gathering: GraphGathering
  ) {
    let threads = settings.threadCount
    for (position, number) in numbers.enumerated() {
      let next = position + 1 < numbers.count ? files[numbers[position + 1]].type : nil
      parse(number, keys: keys, gathering, threads: threads)
      // The types may have turned out to be others than the first rows showed.
      let (columns, isFinal) = findings.settle(gathering.latest, files[number].plan)
      if !isFinal {
        files[number].plan.columns = columns
        gathering.discardLatest()
        parse(number, keys: keys, gathering, threads: threads)
        _ = findings.settle(gathering.latest, files[number].plan)
      }
      finish(number, gathering, completesItsType: next != files[number].type)
    }
    gathering.addPending()
    findings.add(gathering.takeFaults())
  }

  private func parse(
    _ number: Int, keys: KeyDirectory?, _ gathering: GraphGathering, threads: Int
  ) {
    let (progress, name, before) = (progress, files[number].name, rowCount)
    let parsing = FileParsing(
      files[number], firstBlock: findings.table.entries.count, keys: keys,
      limits: settings.limits
    ) { rows in progress(.init(file: name, rows: before + rows)) }
    ParallelWork.run(threads, threads: threads) { thread in
      if thread == 0 { gathering.addPending() }
      parsing.work()
    }
    gathering.setLatest(parsing.finish())
  }

  /// Notes where the blocks of a file lie and what is wrong in them, and leaves its rows to be
  /// added.
  private mutating func finish(
    _ number: Int, _ gathering: GraphGathering, completesItsType: Bool
  ) {
    let file = files[number]
    findings.add(gathering.takeFaults())
    let firstBlock = findings.table.entries.count
    var (line, row) = (file.firstLine, file.firstRow)
    let latest = gathering.latest
    for piece in latest.pieces {
      findings.table.append(
        .init(
          file: number, offset: piece.offset, count: piece.count, firstLine: line, firstRow: row))
      line += piece.parsed?.lineCount ?? 0
      row += piece.parsed?.recordCount ?? 0
      rowCount += piece.parsed?.rowCount ?? 0
    }
    findings.addFaults(of: latest.pieces, plan: file.plan)
    switch latest.fault {
    case .endlessRow(let offset):
      findings.addEndlessRow(
        file: file, number: number, offset: offset, firstLine: line, firstRow: row)
    case .file(let error):
      findings.add([
        DatasetMessages.unreadable(error).diagnostic(at: SourceLocation(file: file.name))
      ])
    case nil: break
    }
    gathering.deferLatest(
      file, firstBlock: firstBlock, isSound: findings.isEmpty,
      completesItsType: completesItsType)
  }
}
