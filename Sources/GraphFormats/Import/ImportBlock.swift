// SPDX-License-Identifier: Apache-2.0

/// A piece of a file that holds whole rows.
final class ImportBlock: @unchecked Sendable {
  /// Nobody writes to it once the block is made.
  private let memory: UnsafeMutableBufferPointer<UInt8>

  /// Where the bytes begin in the file.
  let offset: Int
  let count: Int

  /// - Parameter memory: becomes the block's own.
  init(memory: UnsafeMutableBufferPointer<UInt8>, offset: Int, count: Int) {
    self.memory = memory
    self.offset = offset
    self.count = count
  }

  deinit { memory.deallocate() }

  /// Valid while the block is alive.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(memory)[0..<count])
  }
}
