// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import GraphDrawing
internal import GraphFormats
internal import GraphReports
internal import SourceDiagnostics

/// The file beside a brief that keeps what its answers were.
struct BriefLocking {
  /// `notes/brief.lock.json` for `notes/brief.md`.
  let path: String
  private let brief: String
  private let lock: BriefLock

  /// The captions of blocks, by the lines on which they begin.
  private let captions: [Int: String]

  /// - Parameter brief: the path of the brief.
  init(_ brief: String, _ answered: AnsweredBrief, in session: GraphSession) {
    self.brief = brief
    let folder = brief.lastIndex(of: "/").map { brief[...$0] } ?? ""
    path = "\(folder)\(ReportCommand.stem(brief)).lock.json"
    lock = BriefLock(
      answered, of: session.graph, dataHash: session.dataHash,
      program: "entente \(ProgramVersion.text)")
    let blocks = answered.brief.blocks.compactMap(\.value)
    captions = Dictionary(
      blocks.compactMap { block in block.caption.map { (block.place.line, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  func write(_ remark: (String) -> Void) throws(CommandFailure) {
    do throws(FileSystemError) {
      try FileSystem.writeAtomically(path, Array(lock.json.utf8))
    } catch {
      throw CommandFailure(.unwritable, "cannot write '\(path)': \(error.description)")
    }
    remark("wrote \(path)")
  }

  /// What has changed since the lock; nil where there is none.
  /// - Throws: a failure with the place of what is wrong with the file.
  func changes() throws(CommandFailure) -> BriefDifferenceAnswer? {
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try FileSystem.read(path, limit: BriefLock.sizeLimit)
    } catch .notFound {
      return nil
    } catch {
      throw CommandFailure(.misused, "'\(path)' cannot be read: \(error.description)")
    }
    do throws(BriefLockFault) {
      let old = try BriefLock(json: bytes)
      return BriefDifferenceAnswer(BriefDifference(from: old, to: lock), path: brief)
    } catch {
      throw CommandFailure(
        .misused, "\(path):\(error.line):\(error.column): \(error.message)",
        hint: "With --lock, the file is written anew.")
    }
  }

  /// Says what has changed.
  ///
  /// - Parameters:
  ///   - folder: where changes are drawn; nil for words alone.
  ///   - counts: how many questions the brief has, for a brief in which nothing has changed.
  /// - Throws: a failure with status 1 when something has changed.
  func check(
    into folder: String?, counts: String, _ options: GlobalOptions, in session: GraphSession,
    _ remark: (String) -> Void
  ) throws {
    guard let answer = try changes() else {
      guard folder == nil else {
        throw CommandFailure(
          .misused, "there is no '\(path)' to compare with", hint: "With --lock, it is written.")
      }
      if !lock.questions.isEmpty {
        remark("note: no '\(path)'; with --lock it is written, and --check tells what has changed")
      }
      return try Console.write("sound: \(counts)\n")
    }
    guard !answer.isEmpty else {
      return try Console.write("sound: \(counts), unchanged since the lock\n")
    }
    try Output(options, standard: .text, allowed: [.text]).write(answer)
    if let folder { try draw(answer, into: folder, options, in: session, remark) }
    throw CommandFailure(.nothing)
  }

  /// A line about what has changed, for somebody who has not asked.
  func remarkOnChanges(_ remark: (String) -> Void) {
    do throws(CommandFailure) {
      guard let answer = try changes(), !answer.isEmpty else { return }
      remark("note: \(answer.summary.uncapitalised); --check says what")
    } catch {
      remark("note: \(error.message ?? "")")
    }
  }

  // MARK: Drawing

  /// Writes a figure for each figure that has changed, and `changes.md` with everything.
  private func draw(
    _ answer: BriefDifferenceAnswer, into folder: String, _ options: GlobalOptions,
    in session: GraphSession, _ remark: (String) -> Void
  ) throws {
    guard Platform.makeFolder(folder) else {
      throw CommandFailure(.unwritable, "cannot make the folder '\(folder)'")
    }
    var drawings: [String: [String]] = [:]
    var taken: Set<String> = ["changes"]
    var drawing = try DrawingOptions.parse([])
    if let style = lock.style, FigureTheme(rawValue: style) != nil { drawing.style = [style] }
    for question in answer.difference.questions {
      let figures = figures(of: question, in: answer, session)
      for figure in figures {
        let name = Self.fileName(question, besides: &taken)
        var output = options
        output.output = "\(folder)/\(name)"
        try Output(output, standard: .svg, allowed: [.svg])
          .write(figure.figure(), drawing, command: nil, in: session)
        drawings[question.name, default: []].append(name)
      }
    }
    let document = BriefChangeDocument(answer, drawings: drawings)
    let path = "\(folder)/changes.md"
    do throws(FileSystemError) {
      try FileSystem.writeAtomically(path, Array(document.text.utf8))
    } catch {
      throw CommandFailure(.unwritable, "cannot write '\(path)': \(error.description)")
    }
    remark("wrote \(path)")
  }

  private func figures(
    of question: BriefDifference.Question, in answer: BriefDifferenceAnswer,
    _ session: GraphSession
  ) -> [BriefChangeFigure] {
    var caption: String?
    if let line = question.line { caption = captions[line] }
    return BriefChangeFigure.all(
      of: question, in: answer.difference, caption: caption, graph: session.graph)
  }

  /// The label, which holds nothing that a name of a file may not, else the line.
  private static func fileName(
    _ question: BriefDifference.Question, besides taken: inout Set<String>
  ) -> String {
    let label = question.new?.label.map { label in
      String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
    let stem = label ?? "line-\(question.line ?? 0)"
    var name = stem
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(stem)-\(number)"
      number += 1
    }
    return "\(name).svg"
  }
}

extension String {
  fileprivate var uncapitalised: String { prefix(1).lowercased() + dropFirst() }
}
