// SPDX-License-Identifier: Apache-2.0

import CypherSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread with more stack than threads mostly have, for queries that are long or deep.
///
/// Binding and evaluating call themselves once for each level of an expression, operators once for
/// each clause. The parser bounds both; a thread of a server may still have too little.
enum LargeStack {
  private static let size = 128 << 20

  /// Runs `body` and returns when it has ended: on a thread of its own where `isNeeded`, if the
  /// system gives one.
  static func run(isNeeded: Bool, _ body: () -> Void) {
    guard isNeeded else {
      body()
      return
    }
    let hasRun = withoutActuallyEscaping(body) { body in
      var attributes = pthread_attr_t()
      guard pthread_attr_init(&attributes) == 0 else { return false }
      defer { pthread_attr_destroy(&attributes) }
      guard pthread_attr_setstacksize(&attributes, size) == 0 else { return false }
      let task = Unmanaged.passRetained(StackTask(body))
      #if canImport(Darwin)
        var thread: pthread_t?
        let code = pthread_create(
          &thread, &attributes, { StackTask.run($0) }, task.toOpaque())
        if code == 0, let thread {
          pthread_join(thread, nil)
          return true
        }
      #else
        var thread = pthread_t()
        let code = pthread_create(
          &thread, &attributes, { argument in argument.flatMap { StackTask.run($0) } },
          task.toOpaque())
        if code == 0 {
          pthread_join(thread, nil)
          return true
        }
      #endif
      task.release()
      return false
    }
    if !hasRun { body() }
  }
}

private final class StackTask {
  private let body: () -> Void

  init(_ body: @escaping () -> Void) { self.body = body }

  static func run(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<StackTask>.fromOpaque(argument).takeRetainedValue().body()
    return nil
  }
}

extension Query {
  /// Whether the query nests deeper, or is longer, than a small stack may bear.
  ///
  /// Measured by its text, for a walk down the tree would need stack itself: what is short cannot
  /// be deep.
  func needsLargeStack(_ text: String) -> Bool {
    let clauses = ([first] + unions.map(\.query)).map(\.clauses.count).max() ?? 0
    if clauses > 16 { return true }
    var depth = 0
    var deepest = 0
    // The letter O stands in NOT, OR, XOR; the N of AND and IN is too frequent to tell anything.
    var chained = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"),
        UInt8(ascii: "%"), UInt8(ascii: "^"), UInt8(ascii: "|"), UInt8(ascii: "."),
        UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "="), UInt8(ascii: ":"):
        chained += 1
      default: break
      }
    }
    return deepest > 12 || chained > 60 || text.utf8.count > 2_000
  }
}
