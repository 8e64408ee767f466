// SPDX-License-Identifier: Apache-2.0

import GraphModel
import SourceDiagnostics

/// Gathers what is wrong with the files of an import, within a bound, and gives it places.
struct ImportFindings {
  var table = BlockTable()

  /// Keys of nodes to suggest for unknown ones; none when there are too many to look at.
  var candidates: [String] = []
  private let limits: ImportLimits
  private var diagnostics: [Diagnostic] = []
  private var faults: [ImportFault] = []
  private var unlisted = 0

  /// What may still be spent on looking for similar names, in names to look at.
  private static let comparisons = 500_000

  init(limits: ImportLimits) { self.limits = limits }

  var isEmpty: Bool { diagnostics.isEmpty && faults.isEmpty && unlisted == 0 }

  mutating func add(_ found: [Diagnostic]) {
    for diagnostic in found {
      if hasRoom { diagnostics.append(diagnostic) } else { unlisted += 1 }
    }
  }

  mutating func add(faults found: [ImportFault]) {
    for fault in found { if hasRoom { faults.append(fault) } else { unlisted += 1 } }
  }

  mutating func add(_ found: (faults: [ImportFault], unlisted: Int)) {
    add(faults: found.faults)
    unlisted += found.unlisted
  }

  private var hasRoom: Bool { diagnostics.count + faults.count < limits.findings }

  /// What the columns of a file hold, all cells counted, and whether that is what they were read
  /// as.
  func settle(
    _ parsed: GraphGathering.Parsed, _ plan: ImportPlan
  ) -> (columns: [ImportPlan.Column], isFinal: Bool) {
    var columns = plan.columns
    for index in columns.indices where columns[index].isInferred {
      var counts = CellCounts()
      for piece in parsed.pieces {
        if let parsed = piece.parsed { counts += parsed.columns[index].counts }
      }
      if counts.total + counts.blanks > 0 { columns[index].kind = .property(counts.type) }
    }
    return (columns, columns.map(\.kind) == plan.columns.map(\.kind))
  }

  /// Adds the faults of a file whose columns are settled: cells that do not fit are bad now.
  mutating func addFaults(of pieces: [FileParsing.Piece], plan: ImportPlan) {
    for piece in pieces {
      guard let parsed = piece.parsed else { continue }
      let found = (parsed.faults + parsed.misfits).sorted {
        ($0.place, $0.column ?? -1) < ($1.place, $1.column ?? -1)
      }
      add(faults: found)
      unlisted += parsed.unlistedFaults
      var misfits = 0
      for (index, column) in plan.columns.enumerated() where column.isInferred {
        guard case .property(let type) = column.kind, type != .string else { continue }
        let counts = parsed.columns[index].counts
        misfits += counts.total - counts.fitting(type)
      }
      unlisted += misfits - parsed.misfits.count
    }
  }

  /// Adds that a file goes no further than an offset, and what about the row there is wrong.
  mutating func addEndlessRow(
    file: ImportFile, number: Int, offset: Int, firstLine: Int, firstRow: Int
  ) {
    let bytes = file.bytes(offset, limits.rowBytes)
    let row = bytes.withUnsafeBufferPointer {
      ImportCell.row($0, at: 0, delimiter: file.plan.delimiter, limit: limits.columns + 1)
    }
    let open = row.cells.firstIndex { $0.fault == .unclosedQuote }
    let kind: ImportFault.Kind =
      if open != nil {
        .quotes(.unclosedQuote)
      } else {
        row.cells.count > limits.columns ? .tooManyCells : .endlessRow
      }
    table.append(
      .init(
        file: number, offset: offset, count: min(bytes.count, 1 << 16), firstLine: firstLine,
        firstRow: firstRow))
    add(faults: [
      ImportFault(
        kind: kind, place: RowPlace(block: table.entries.count - 1, row: 0), column: open)
    ])
  }

  /// Everything that is listed, in order of place, and how much is not.
  func listed(files: [ImportFile]) -> (diagnostics: [Diagnostic], unlisted: Int) {
    var result = diagnostics
    var cache = BlockTable.Cache()
    var comparisons = 0
    for fault in faults.sorted(by: { $0.place < $1.place }) {
      let (location, row) = table.location(
        of: fault.place, column: fault.column, files: files, cache: &cache)
      var first: SourceLocation?
      if let place = fault.first {
        var other = BlockTable.Cache()
        let inSameBlock = place.block == fault.place.block
        let column = fault.column
        first =
          inSameBlock
          ? table.location(of: place, column: column, files: files, cache: &cache).location
          : table.location(of: place, column: column, files: files, cache: &other).location
      }
      result.append(
        fault.diagnostic(at: location, row: row, first: first, limits: limits) { name in
          guard comparisons + candidates.count <= Self.comparisons else { return nil }
          comparisons += candidates.count
          return Suggestion.nearest(to: name, in: candidates, limit: 1).first
        })
    }
    return (result.sorted(), unlisted)
  }
}
