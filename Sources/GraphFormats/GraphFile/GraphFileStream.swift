// SPDX-License-Identifier: Apache-2.0

internal import GraphModel
internal import Synchronization

/// An array that becomes a part of a graph file.
struct GraphFileArray: Sendable {
  /// When an array is at hand while a graph is being made; in the file they lie in this order.
  enum Stage: Int, Sendable { case nodes, names, edges, whole, merged, catalogue }

  let stage: Stage

  /// Alive while the owner is.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let owner: any Sendable

  init<Element>(_ array: FrozenArray<Element>, _ stage: Stage) {
    self.stage = stage
    bytes = UnsafeRawBufferPointer(start: array.base, count: array.byteCount)
    owner = array
  }
}

/// Writes the sections of a graph file one after the other, while others make those that follow.
///
/// One thread at a time writes, since the system lets no two write to one file at once. What has
/// been written is on its way to the disk at once, so that the end waits only for the rest.
final class GraphFileStream: Sendable {
  /// Where a section lies, and its checksum.
  struct Place: Sendable {
    let offset: Int
    let checksum: UInt64
  }

  private struct State {
    var waiting: [(array: GraphFileArray, offset: Int)] = []
    var count = 0
    var end = GraphFileLayout.headerSize
    var places: [Place] = []
    var isWriting = false
    var works: [BackgroundWork] = []
    var fault: FileSystemError?
  }

  private let file: OpenedFile
  private let threads: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - file: must stay open until ``finish()`` has returned.
  ///   - threads: with one, everything is written when the end has come.
  init(_ file: OpenedFile, threads: Int) {
    self.file = file
    self.threads = threads
  }

  /// The number of sections so far.
  var count: Int { state.withLock { $0.count } }

  /// Puts arrays behind those that are there, each as a section; returns before they are written.
  func append(_ arrays: some Sequence<GraphFileArray>) {
    state.withLock { state in
      for array in arrays {
        state.end += -state.end & (GraphFileLayout.alignment - 1)
        state.waiting.append((array, state.end))
        state.end += array.bytes.count
        state.count += 1
      }
      guard threads > 1, !state.isWriting, !state.waiting.isEmpty else { return }
      state.isWriting = true
      state.works.append(BackgroundWork { [self] in writeWaiting() })
    }
  }

  /// Waits until everything is written.
  /// - Returns: the place of each section, and where the last one ends.
  func finish() throws(FileSystemError) -> (places: [Place], end: Int) {
    for work in state.withLock({ $0.works }) { work.wait() }
    writeWaiting()
    return try state.withLock { (state) throws(FileSystemError) in
      if let fault = state.fault { throw fault }
      return (state.places, state.end)
    }
  }

  /// Lets go of what waits, and returns when nobody writes any more.
  func abandon() {
    state.withLock { $0.waiting = [] }
    for work in state.withLock({ $0.works }) { work.wait() }
  }

  private func writeWaiting() {
    while true {
      let batch = state.withLock { state in
        if state.waiting.isEmpty { state.isWriting = false }
        defer { state.waiting = [] }
        return state.waiting
      }
      if batch.isEmpty { return }
      for (array, offset) in batch {
        let checksum = XXHash64.hash(array.bytes)
        var fault: FileSystemError?
        do throws(FileSystemError) { try file.write(array.bytes, at: offset) } catch {
          fault = error
        }
        file.startFlushing(array.bytes.count, at: offset)
        state.withLock { state in
          state.places.append(Place(offset: offset, checksum: checksum))
          state.fault = state.fault ?? fault
        }
      }
    }
  }
}
