// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphReports

/// The program: sorts the arguments, runs one command, and ends with its status.
@main
enum Main {
  static func main() {
    Console.prepare()
    let arguments = ownArguments
    do {
      try run(arguments)
      try Console.finish()
      Console.exit(.found)
    } catch let failure as CommandFailure {
      Console.report(failure)
      Console.exit(failure.status)
    } catch {
      end(with: error)
    }
  }

  /// Runs the command that some arguments ask for.
  private static func run(_ arguments: [String]) throws {
    HeadStart.begin(arguments)
    if let command = PlainCommand.read(arguments) { return try command.run() }
    let sorted = try ArgumentOrder.sorted(arguments, root: EntenteCommand.self)
    if sorted != arguments { HeadStart.begin(sorted) }
    var command = try parsed(sorted)
    try command.run()
  }

  /// The arguments of this process; under the name of a filter, those of its command.
  private static var ownArguments: [String] {
    let arguments = CommandLine.arguments
    let name = arguments.first?.split(separator: "/").last.map(String.init)
    return (name == PandocCommand.filterName ? [PandocCommand.configuration.commandName ?? ""] : [])
      + arguments.dropFirst()
  }

  /// The command that the arguments ask for.
  ///
  /// Where they name it plainly, it is parsed by itself: walking down from the root costs as much
  /// as drawing a small figure. For the same reason the configuration of a command names what
  /// stands above it, so that the parser does not look for completion scripts first. Whatever is not
  /// plain, help and faults included, is left to the root, which knows the whole tree.
  static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    var named: any ParsableCommand.Type = EntenteCommand.self
    var rest = arguments[...]
    while let word = rest.first, let next = named.subcommand(named: word) {
      named = next
      rest = rest.dropFirst()
    }
    if named != EntenteCommand.self, !rest.contains(where: isAnsweredByRoot),
      let command = try? named.parseAsRoot(Array(rest)), type(of: command) == named
    {
      return command
    }
    return try EntenteCommand.parseAsRoot(arguments)
  }

  /// Help, completion scripts and the version.
  private static func isAnsweredByRoot(_ argument: String) -> Bool {
    argument == "-h" || argument.hasPrefix("--help") || argument.hasPrefix("---")
      || argument.hasPrefix("--generate-completion-script") || argument == "--version"
      || argument.hasPrefix("--experimental-dump-help")
  }

  /// Ends as ArgumentParser asks: help and completion scripts are answers, the rest is misuse.
  private static func end(with error: any Error) -> Never {
    let text = EntenteCommand.fullMessage(for: error)
    if EntenteCommand.exitCode(for: error).isSuccess {
      do {
        try Console.write(text.isEmpty ? "" : text + "\n")
        try Console.finish()
      } catch {
        Console.exit(.interrupted)
      }
      Console.exit(.found)
    }
    Console.complain(TerminalText.harmless(text))
    Console.exit(.misused)
  }
}

/// The root of all commands.
struct EntenteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Explores how states cooperate: paths, tables and figures with dates and sources.",
    discussion: """
      Examples:
        entente path Poland Turkmenistan
        entente list programmes --area "border management" --state Tajikistan
        entente path Kazakhstan ICMPD -k 3 -o path.svg
        entente check Graphs/eu-central-asia

      The graph is the one of --graph, else of $ENTENTE_GRAPH, else the nearest folder upwards \
      with a graph.yaml, else the only dataset under Graphs/.

      Exit status: 0 found or sound, 1 nothing found or findings, 2 misuse or an unknown name, \
      3 the data do not load, 4 a program or library is missing, 5 the output cannot be written, \
      130 interrupted.
      """,
    version: ProgramVersion.text,
    groupedSubcommands: [
      CommandGroup(
        name: "Ask",
        subcommands: [
          PathCommand.self, NeighboursCommand.self, ListCommand.self, ShowCommand.self,
          SearchCommand.self, TimelineCommand.self, GapsCommand.self, ConnectCommand.self,
          CentralityCommand.self, ComponentsCommand.self, QueryCommand.self, ShellCommand.self,
        ]),
      CommandGroup(
        name: "Draw",
        subcommands: [
          DrawCommand.self, ReportCommand.self, RenderCommand.self, PandocCommand.self,
        ]),
      CommandGroup(
        name: "Data",
        subcommands: [
          CheckCommand.self, FormatCommand.self, StatisticsCommand.self, SchemaCommand.self,
          DiffCommand.self, SourcesCommand.self, BuildCommand.self, ImportCommand.self,
        ]),
      CommandGroup(
        name: "Help",
        subcommands: [ExplainCommand.self, DoctorCommand.self, CompletionsCommand.self]),
      CommandGroup(name: "Internal", subcommands: [LayoutWorkerCommand.self]),
    ])
}

extension ParsableCommand {
  /// The command right under this one that has a name.
  fileprivate static func subcommand(named name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name }
  }
}

/// The version that `--version` prints.
enum ProgramVersion {
  static let text = "0.1.0"
}
