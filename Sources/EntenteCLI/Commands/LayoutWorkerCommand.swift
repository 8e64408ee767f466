// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphDrawing

/// The command `entente layout-worker`: the process in which large figures are laid out, under limits.
struct LayoutWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout-worker", _superCommandName: "entente",
    abstract: "Lay out one figure from standard input.",
    shouldDisplay: false)

  func run() throws {
    Platform.exit(LayoutWorker.run(input: 0, output: 1))
  }
}
