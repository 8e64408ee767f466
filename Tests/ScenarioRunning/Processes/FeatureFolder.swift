// SPDX-License-Identifier: Apache-2.0

package import Foundation
import Synchronization

/// A folder of feature files.
package struct FeatureFolder: Sendable {
  private let folder: URL

  package init(_ folder: URL) { self.folder = folder }

  /// The feature files of the folder and the folders in it, sorted; empty when there are none.
  package func files() -> [String] {
    let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
    return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".feature") }.sorted()
  }

  /// Runs each file, several at a time.
  /// - Returns: The outcomes in the order of the files, whichever ended first.
  package func outcomes(
    processes: Int, running run: @escaping @Sendable (_ file: String) -> [ScenarioOutcome]
  ) -> [ScenarioOutcome] {
    let files = files()
    let next = Atomic(0)
    let outcomes = Mutex<[String: [ScenarioOutcome]]>([:])
    DispatchQueue.concurrentPerform(iterations: min(processes, files.count)) { _ in
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < files.count else { return }
        let ended = run(files[place])
        outcomes.withLock { $0[files[place]] = ended }
      }
    }
    return outcomes.withLock { outcomes in files.flatMap { outcomes[$0] ?? [] } }
  }
}
