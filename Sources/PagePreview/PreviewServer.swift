// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import CSystemCalls
internal import Synchronization

/// Serves one page to browsers on this machine, and tells them when there is a newer one.
///
/// It listens on 127.0.0.1 and nowhere else, answers three paths, and believes no request that was
/// not sent to it by that name. Connections, their number, their size and their time are bounded.
///
/// ```swift
/// let page = PreviewPage()
/// let server = try PreviewServer(page, port: 0)
/// page.show("<!doctype html><body>Text</body>")
/// print(server.address)
/// server.stop()
/// ```
public final class PreviewServer: Sendable {
  /// Why there is no server.
  public enum Failure: Error, Sendable, Hashable {
    case portTaken(UInt16)
    case system(String)
  }

  /// More browsers, or windows of one, are turned away.
  package static let connectionLimit = 32

  /// How long the loop sleeps when nothing happens, in milliseconds: a newer page is noticed so
  /// soon.
  private static let interval: Int32 = 50

  private let page: PreviewPage
  private let listener: Int32
  public let port: UInt16
  private let isStopping = Atomic(false)
  private let thread = Mutex<started_thread?>(nil)

  /// Begins to serve, on a thread of its own.
  /// - Parameter port: 0 for one that is free.
  public init(_ page: PreviewPage, port: UInt16) throws(Failure) {
    self.page = page
    switch Sockets.listening(on: port, backlog: 16) {
    case .success(let socket):
      listener = socket.descriptor
      self.port = socket.port
    case .failure(let failure):
      throw failure.isTaken ? .portTaken(port) : .system(failure.text)
    }
    try begin()
  }

  /// Such as `http://127.0.0.1:49152/`.
  public var address: String { "http://127.0.0.1:\(port)/" }

  /// Ends all connections and waits until that is done.
  public func stop() {
    isStopping.store(true, ordering: .releasing)
    let thread = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    if let thread { join_thread(thread) }
  }

  private func begin() throws(Failure) {
    let context = Unmanaged.passRetained(self)
    var started = started_thread()
    let isStarted =
      start_thread(&started, 8 << 20, { PreviewServer.body($0) }, context.toOpaque()) == 0
    guard isStarted else {
      context.release()
      close(listener)
      throw .system("no thread can be started")
    }
    let handle = started.handle
    thread.withLock { $0 = started_thread(handle: handle) }
  }

  private static func body(_ context: UnsafeMutableRawPointer?) {
    guard let context else { return }
    Unmanaged<PreviewServer>.fromOpaque(context).takeRetainedValue().serve()
  }

  // MARK: Serving

  private func serve() {
    let answers = PreviewAnswers(page: page, port: port)
    var connections: [PreviewConnection] = []
    while !isStopping.load(ordering: .acquiring) {
      let ready = Sockets.wait(
        [(listener, false)] + connections.map { ($0.descriptor, $0.hasOutput) },
        milliseconds: Self.interval)
      let time = Sockets.milliseconds()
      let version = page.version
      var left: [PreviewConnection] = []
      for (var connection, ready) in zip(connections, ready.dropFirst()) {
        var isOpen = true
        if ready.input { isOpen = connection.receive(answers, at: time) }
        if isOpen { isOpen = connection.tick(version: version, at: time) }
        if isOpen { isOpen = connection.send(at: time) }
        if isOpen { left.append(connection) } else { Sockets.end(connection.descriptor) }
      }
      connections = left
      while ready[0].input, let descriptor = Sockets.accepted(from: listener) {
        guard connections.count < Self.connectionLimit else {
          _ = Sockets.write(descriptor, PreviewAnswers.refusal(.busy)[...])
          Sockets.end(descriptor)
          continue
        }
        connections.append(PreviewConnection(descriptor, at: time))
      }
    }
    for connection in connections { Sockets.end(connection.descriptor) }
    close(listener)
  }
}
