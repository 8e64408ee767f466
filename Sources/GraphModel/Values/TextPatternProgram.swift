// SPDX-License-Identifier: Apache-2.0

/// One step of a compiled pattern.
enum TextPatternInstruction: Sendable {
  /// Take one character of the set and go on.
  case character(ScalarSet)
  /// Go on only at the start of the text.
  case start
  /// Go on only at the end of the text.
  case end
  /// Go on only at such a place.
  case boundary(TextPatternBoundary)
  /// Go on at another place.
  case jump(Int)
  /// Go on at two places.
  case split(Int, Int)
  /// The text has matched.
  case match
}

/// Turns the tree of a pattern into a program.
struct TextPatternCompiler {
  /// The steps that a pattern may have.
  ///
  /// Parts that need no step of their own count as well.
  static let largestProgram = 10_000

  private(set) var program: [TextPatternInstruction] = []
  private var visitCount = 0

  /// Adds the steps of a part.
  mutating func emit(
    _ tree: TextPatternTree, position: Int = 1
  ) throws(TextPatternError) {
    visitCount += 1
    if visitCount > TextPatternCompiler.largestProgram {
      throw TextPatternError(fault: .tooLarge, position: position)
    }
    switch tree {
    case .empty: break
    case .character(let set): program.append(.character(set))
    case .start: program.append(.start)
    case .end: program.append(.end)
    case .boundary(let boundary): program.append(.boundary(boundary))
    case .sequence(let parts):
      for part in parts { try emit(part, position: position) }
    case .choice(let parts):
      var jumps: [Int] = []
      for part in parts.dropLast() {
        let split = program.count
        program.append(.split(split + 1, split + 1))
        try emit(part, position: position)
        jumps.append(program.count)
        program.append(.jump(0))
        program[split] = .split(split + 1, program.count)
      }
      if let last = parts.last { try emit(last, position: position) }
      for jump in jumps { program[jump] = .jump(program.count) }
    case .repetition(let part, let atLeast, let atMost, let position):
      for _ in 0..<atLeast { try emit(part, position: position) }
      if let atMost {
        // Each optional copy may leave for the end of all of them.
        var splits: [Int] = []
        for _ in atLeast..<atMost {
          splits.append(program.count)
          program.append(.split(0, 0))
          try emit(part, position: position)
        }
        for split in splits { program[split] = .split(split + 1, program.count) }
      } else {
        let split = program.count
        program.append(.split(0, 0))
        try emit(part, position: position)
        program.append(.jump(split))
        program[split] = .split(split + 1, program.count)
      }
    }
  }
}

extension TextPattern {
  /// Runs a program over a text, in all of its possible states at once.
  ///
  /// Each step of the program is looked at no more than once for each character.
  /// - Parameter poll: told now and then how many steps were looked at since it was told last.
  static func run<Failure: Error>(
    _ program: [TextPatternInstruction], on text: some StringProtocol,
    _ poll: (Int) throws(Failure) -> Void
  ) throws(Failure) -> (isMatch: Bool, steps: Int) {
    let interval = 1 << 12
    var steps = 0
    var told = 0
    var current: [Int] = []
    var following: [Int] = []
    var pending: [Int] = []
    // The generation in which each step was last added, so that the marks need no clearing.
    var marks = [Int](repeating: 0, count: program.count)
    var generation = 1
    var hasMatched = false

    func add(
      _ first: Int, to states: inout [Int], after previous: Unicode.Scalar?,
      before next: Unicode.Scalar?
    ) {
      pending.append(first)
      while let place = pending.popLast() {
        guard marks[place] != generation else { continue }
        marks[place] = generation
        steps += 1
        switch program[place] {
        case .jump(let target): pending.append(target)
        case .split(let preferred, let other):
          pending.append(other)
          pending.append(preferred)
        case .start: if previous == nil { pending.append(place + 1) }
        case .end: if next == nil { pending.append(place + 1) }
        case .boundary(let boundary):
          if boundary.holds(after: previous, before: next) { pending.append(place + 1) }
        case .character: states.append(place)
        case .match: if next == nil { hasMatched = true }
        }
      }
    }

    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    add(0, to: &current, after: nil, before: next)
    while let scalar = next {
      if current.isEmpty { return (false, steps) }
      next = scalars.next()
      generation += 1
      following.removeAll(keepingCapacity: true)
      for place in current {
        steps += 1
        guard case .character(let set) = program[place], set.contains(scalar) else { continue }
        add(place + 1, to: &following, after: scalar, before: next)
      }
      if steps - told >= interval {
        try poll(steps - told)
        told = steps
      }
      swap(&current, &following)
    }
    return (hasMatched, steps)
  }

  /// Runs a program over a text that is known to be short.
  static func run(
    _ program: [TextPatternInstruction], on text: some StringProtocol
  ) -> (isMatch: Bool, steps: Int) {
    run(program, on: text) { (_) throws(Never) in }
  }
}
