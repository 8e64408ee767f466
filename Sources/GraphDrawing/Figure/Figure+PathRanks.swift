// SPDX-License-Identifier: Apache-2.0

extension Figure.Edge {
  /// Runs of ranks that a mark names before it breaks off.
  private static let runLimit = 3

  /// Whether the best of the paths in the figure takes this step.
  var isOnBestPath: Bool { pathRanks.contains(1) }

  /// "1", "1–3" or "1, 4–6, …"; nil when the figure shows no paths, or only one.
  var rankText: String? {
    guard !pathRanks.isEmpty else { return nil }
    var runs: [(first: Int, last: Int)] = []
    for rank in Set(pathRanks).sorted() {
      if let run = runs.last, rank - 1 == run.last {
        runs[runs.count - 1].last = rank
      } else {
        runs.append((rank, rank))
      }
    }
    let shown = runs.prefix(Self.runLimit).map { run in
      switch run.last - run.first {
      case 0: "\(run.first)"
      case 1: "\(run.first), \(run.last)"
      default: "\(run.first)–\(run.last)"
      }
    }
    return shown.joined(separator: ", ") + (runs.count > Self.runLimit ? ", …" : "")
  }
}
