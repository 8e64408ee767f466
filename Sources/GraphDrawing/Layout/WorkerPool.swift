// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// The workers of a service: kept between figures, so that a figure does not wait for a process to
/// start, and replaced before what the layout library leaks adds up.
///
/// All copies of a service share one pool. No process is started before one is needed, and when the
/// last copy is gone so are the processes.
final class WorkerPool: Sendable {
  /// How many work at once, and how many wait.
  let gate = WorkGate()
  private let idle = Mutex<[WorkerProcess]>([])

  /// Lends a worker, which must be given back by ``take(back:limits:)``.
  func worker(_ recipe: WorkerProcess.Recipe) throws(LayoutError) -> WorkerProcess {
    while true {
      let (found, other) = idle.withLock { idle -> (WorkerProcess?, WorkerProcess?) in
        // The last one that worked: its memory is the most likely to be at hand.
        if let place = idle.lastIndex(where: { $0.recipe == recipe }) {
          return (idle.remove(at: place), nil)
        }
        // One that nobody may ask for again makes room.
        return (nil, idle.isEmpty ? nil : idle.removeFirst())
      }
      other?.end()
      guard let found else { return try WorkerProcess(recipe) }
      // It may have ended, or been ended by the system, while nobody asked it.
      if found.isReady { return found }
      found.end()
    }
  }

  /// Keeps a worker for the next figure, unless it has failed or done enough.
  func take(back worker: WorkerProcess, limits: LayoutLimits) {
    let isWornOut =
      worker.answers >= limits.layoutsOfWorker
      || worker.residentBytes > limits.residentBytesOfWorker
    guard !worker.isOver, !isWornOut else { return worker.end() }
    let surplus = idle.withLock { idle -> WorkerProcess? in
      idle.append(worker)
      return idle.count > max(limits.workers, 1) ? idle.removeFirst() : nil
    }
    surplus?.end()
  }

  /// The processes that wait for work.
  var idleProcesses: [Int32] { idle.withLock { $0.map(\.process) } }
}
