// SPDX-License-Identifier: Apache-2.0

/// One browser that is connected: what it has sent so far, and what it has still to get.
struct PreviewConnection {
  enum Stage {
    /// Its request has not come to an end.
    case reading

    /// The answer is being sent; the connection ends with it.
    case answering

    /// It waits for pages newer than the one that it shows.
    case listening(version: Int)
  }

  /// How long a browser may take, in milliseconds: to send its request, and to take a part of an
  /// answer.
  static let patience = 5_000

  /// A browser that waits is told so often that the server is there.
  static let heartbeat = 15_000

  let descriptor: Int32
  private(set) var stage = Stage.reading
  private var received: [UInt8] = []
  private var output: [UInt8] = []
  private var sent = 0

  /// When something last went on.
  private var lastProgress: Int

  init(_ descriptor: Int32, at time: Int) {
    self.descriptor = descriptor
    lastProgress = time
  }

  var hasOutput: Bool { sent < output.count }

  var isListening: Bool {
    if case .listening = stage { return true }
    return false
  }

  /// Takes what the browser sends.
  /// - Returns: false when the connection is over.
  mutating func receive(_ server: PreviewAnswers, at time: Int) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4 << 10)
    guard let count = Sockets.read(descriptor, into: &buffer) else { return true }
    guard count > 0 else { return false }
    // Nothing more is expected after the request, and nothing is kept of it.
    guard case .reading = stage else { return true }
    received += buffer[..<count]
    do throws(RequestHead.Fault) {
      guard let head = try RequestHead.read(received) else { return true }
      try answer(head, server, at: time)
    } catch {
      begin(PreviewAnswers.refusal(error), .answering, at: time)
    }
    return true
  }

  private mutating func answer(
    _ head: RequestHead, _ server: PreviewAnswers, at time: Int
  ) throws(RequestHead.Fault) {
    try head.check(port: server.port)
    let (answer, version) = try server.answer(to: head)
    begin(answer, version.map { .listening(version: $0) } ?? .answering, at: time)
  }

  private mutating func begin(_ answer: [UInt8], _ stage: Stage, at time: Int) {
    output = answer
    sent = 0
    received = []
    self.stage = stage
    lastProgress = time
  }

  /// Sends what there is to send.
  /// - Returns: false when the connection is over.
  mutating func send(at time: Int) -> Bool {
    guard hasOutput else { return true }
    guard let count = Sockets.write(descriptor, output[sent...]) else { return false }
    if count > 0 { lastProgress = time }
    sent += count
    guard !hasOutput else { return true }
    if case .answering = stage { return false }
    output = []
    sent = 0
    return true
  }

  /// Tells a browser that waits of a newer page, and that the server is there.
  /// - Returns: false when it has taken too long for anything.
  mutating func tick(version: Int, at time: Int) -> Bool {
    let waited = time - lastProgress
    switch stage {
    case .reading:
      guard waited > Self.patience else { return true }
      guard !received.isEmpty else { return false }
      begin(PreviewAnswers.refusal(.tooSlow), .answering, at: time)
      return true
    case .answering: return waited <= Self.patience
    case .listening(let known):
      if hasOutput { return waited <= Self.patience }
      if known < version {
        output = Array("event: reload\ndata: \(version)\n\n".utf8)
        stage = .listening(version: version)
        lastProgress = time
      } else if waited > Self.heartbeat {
        output = Array(": here\n\n".utf8)
        lastProgress = time
      }
      return true
    }
  }
}
