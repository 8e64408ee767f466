// SPDX-License-Identifier: Apache-2.0
import CGraphviz

/// The other end of a ``LayoutService``: reads one layout problem, writes one answer.
///
/// A program that offers figures calls this in a hidden sub-command:
///
/// ```swift
/// if CommandLine.arguments.dropFirst().first == "layout-worker" {
///   exit(LayoutWorker.run(input: 0, output: 1))
/// }
/// ```
public enum LayoutWorker {
  /// Answers one problem and returns the exit status: 0 when an answer was written.
  ///
  /// The process first limits its own processor time and memory, and can write no files afterwards.
  ///
  /// - Parameters:
  ///   - input: Descriptor to read the problem from, to its end.
  ///   - output: Descriptor to write the answer to.
  ///   - library: Where libgraphviz is looked for.
  public static func run(
    input: Int32, output: Int32, library: GraphvizLibrary = .system
  ) -> Int32 {
    // Wide limits before anything is read; the request may only narrow them.
    guard cgraphviz_limit_self(600, 8 << 30) == 0 else { return 71 }
    guard let bytes = Platform.readAll(input, limit: LayoutRequest.byteLimit) else {
      let reply = LayoutReply.failed(
        .malformedProblem("more than \(LayoutRequest.byteLimit) bytes"))
      return Platform.writeAll(output, Array(reply.text.utf8)) ? 0 : 74
    }
    let reply = answer(to: bytes, library: library)
    return Platform.writeAll(output, Array(reply.text.utf8)) ? 0 : 74
  }

  private static func answer(to bytes: [UInt8], library: GraphvizLibrary) -> LayoutReply {
    do throws(LayoutError) {
      let request = try LayoutRequest(reading: bytes)
      guard cgraphviz_limit_self(UInt(request.cpuSeconds), UInt(request.memoryBytes)) == 0 else {
        return .failed(.engineFailed(request.problem.engine, "limits could not be set"))
      }
      return .solved(try GraphvizLayout(library: library).solution(of: request.problem))
    } catch {
      return .failed(error)
    }
  }
}
