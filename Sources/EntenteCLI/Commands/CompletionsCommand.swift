// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// The command `entente completions SHELL`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", _superCommandName: "entente",
    abstract: "Print the completion script of a shell.",
    discussion: """
      Example:
        entente completions bash > /etc/bash_completion.d/entente
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: String

  func run() throws {
    guard let known = CompletionShell(rawValue: shell) else {
      throw CommandFailure(
        .misused, "no completions for '\(shell)'",
        hint: "There are some for: bash, fish, zsh")
    }
    try Console.write(EntenteCommand.completionScript(for: known) + "\n")
  }
}
