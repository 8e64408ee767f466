// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphDrawing
internal import GraphFormats
internal import GraphReports
internal import PagePreview

/// Writes a report again whenever something that it depends on changes, and shows it meanwhile.
struct BriefWatch {
  private let command: ReportCommand
  private let port: UInt16
  private let output: String

  /// How often files are looked at, in milliseconds.
  private static let interval = 300

  init(of command: ReportCommand, port: UInt16) {
    self.command = command
    self.port = port
    output = command.output ?? ""
  }

  /// - Throws: a failure that says that the user has ended it, or why it cannot begin.
  func run() throws {
    // What can never succeed is said at once.
    let target = try ReportTarget(command.output, format: command.format, of: command.brief)
    Interruption.catchSignals()
    let page = PreviewPage()
    let server = target.format == .html ? try self.server(of: page) : nil
    defer { server?.stop() }
    if let server { Console.say("\(server.address) shows the report; Ctrl-C ends it") }
    var paths = watched(before: [command.brief])
    var stamps = FileStamps(of: paths)
    build(page)
    while !Interruption.isRequested {
      Platform.sleep(milliseconds: Self.interval)
      let now = FileStamps(of: paths)
      let changed = stamps.changed(in: now)
      guard !changed.isEmpty, !Interruption.isRequested else { continue }
      remark("changed: \(Self.listed(changed))")
      stamps = now
      build(page)
      paths = watched(before: paths)
      // What has changed while the report was written is noticed in the next look, unless it is
      // looked at for the first time.
      stamps.follow(paths)
    }
    throw CommandFailure(.interrupted)
  }

  private func server(of page: PreviewPage) throws(CommandFailure) -> PreviewServer {
    do throws(PreviewServer.Failure) {
      return try PreviewServer(page, port: port)
    } catch {
      switch error {
      case .portTaken(let port):
        throw CommandFailure(
          .misused, "port \(port) is taken", hint: "Name another, or leave --port away.")
      case .system(let reason):
        throw CommandFailure(.unwritable, "the report cannot be shown: \(reason)")
      }
    }
  }

  // MARK: Building

  private func build(_ page: PreviewPage) {
    let before = FileState(output)
    let start = Platform.milliseconds
    let drawings = DrawingCache(command.noCache ? nil : .standard)
    let said = Console.listening {
      do {
        try command.write(drawings)
      } catch let failure as CommandFailure {
        Console.report(failure)
      } catch {
        Console.complain(TerminalText.harmless(EntenteCommand.fullMessage(for: error)))
      }
    }
    guard FileState(output) != before,
      let bytes = try? FileSystem.read(output, limit: 1 << 30)
    else { return page.show(fault: said.joined(separator: "\n")) }
    page.show(String(decoding: bytes, as: UTF8.self))
    let (counts, time) = (drawings.counts, Platform.milliseconds - start)
    remark("\(counts.drawn) drawn, \(counts.kept) as before, in \(time) ms")
  }

  private func remark(_ line: String) {
    if !command.quiet { Console.say(TerminalText.harmless(line)) }
  }

  private static func listed(_ paths: [String]) -> String {
    paths.prefix(3).joined(separator: ", ")
      + (paths.count > 3 ? " and \(paths.count - 3) more" : "")
  }

  // MARK: What is watched

  /// The brief, its data and its styles; those of before while the brief cannot be read.
  private func watched(before: [String]) -> [String] {
    guard let brief = try? command.read() else { return before }
    let folder = BriefFolder(of: command.brief)
    var paths = [command.brief]
    if command.graph == nil, let named = brief.frontMatter.graph {
      // A dataset that is not there yet may come.
      paths += [(try? folder.graph(named)) ?? (try? folder.path(of: named))].compactMap { $0 }
    } else if let location = try? GraphLocation.find(command.graph) {
      paths.append(location)
    }
    var styles = [brief.frontMatter.style].compactMap { $0 }
    for block in brief.blocks.compactMap(\.value) {
      styles += [block.style].compactMap { $0 }
      for (place, word) in block.command.enumerated() where word.hasPrefix("--style") {
        if word.hasPrefix("--style=") { styles.append(String(word.dropFirst(8))) }
        if word == "--style", place + 1 < block.command.count {
          styles.append(block.command[place + 1])
        }
      }
    }
    for style in Set(styles).sorted() where FigureTheme(rawValue: style) == nil {
      if let path = try? folder.path(of: style) { paths.append(path) }
    }
    return paths
  }
}
