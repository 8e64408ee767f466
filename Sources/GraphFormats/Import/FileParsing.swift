// SPDX-License-Identifier: Apache-2.0

import GraphModel
import Synchronization

/// Reads and parses the blocks of one file, shared among threads. What comes out does not depend
/// on how many there are.
final class FileParsing: Sendable {
  /// What is known of a block besides what it holds.
  struct Piece: Sendable {
    let offset: Int
    let count: Int
    var parsed: ParsedBlock?
  }

  private struct State {
    var reader: ImportBlockReader
    var pieces: [Piece] = []
    var rowCount = 0
  }

  private let state: Mutex<State>
  private let plan: ImportPlan
  private let firstBlock: Int
  private let keys: KeyDirectory?
  private let limits: ImportLimits
  private let progress: @Sendable (Int) -> Void

  /// - Parameters:
  ///   - firstBlock: the number of the file's first block among all of the import.
  ///   - progress: is told, from any thread but by one at a time, how many rows were read so far.
  init(
    _ file: ImportFile, firstBlock: Int, keys: KeyDirectory?, limits: ImportLimits,
    progress: @escaping @Sendable (Int) -> Void
  ) {
    state = Mutex(
      State(
        reader: ImportBlockReader(
          file.file, from: file.offset, delimiter: file.plan.delimiter, limits: limits)))
    plan = file.plan
    self.firstBlock = firstBlock
    self.keys = keys
    self.limits = limits
    self.progress = progress
  }

  /// Parses blocks until there are no more. Called by each thread that takes part.
  func work() {
    while true {
      let next: (block: ImportBlock, position: Int)? = state.withLock { state in
        guard let block = state.reader.next() else { return nil }
        state.pieces.append(Piece(offset: block.offset, count: block.count))
        return (block, state.pieces.count - 1)
      }
      guard let (block, position) = next else { return }
      let parsed = ImportBlockParser.parse(
        block, number: firstBlock + position, plan: plan, keys: keys, limits: limits)
      state.withLock { state in
        state.pieces[position].parsed = parsed
        state.rowCount += parsed.rowCount
        progress(state.rowCount)
      }
    }
  }

  /// What was read, when every thread has finished.
  consuming func finish() -> (pieces: [Piece], fault: ImportBlockReader.Fault?) {
    state.withLock { state in
      defer { state.pieces = [] }
      return (state.pieces, state.reader.fault)
    }
  }
}
