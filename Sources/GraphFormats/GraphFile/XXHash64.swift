// SPDX-License-Identifier: Apache-2.0

/// The 64-bit hash XXH64: a checksum against damage, at the speed of memory. It is no protection
/// against somebody who wants two texts to have one sum.
///
/// Source: the XXH64 algorithm description, version 0.1.1, of the xxHash project.
package struct XXHash64 {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )

  /// The hash of some bytes. Complexity: linear.
  package static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    let count = bytes.count
    var position = 0
    var hash: UInt64
    if count >= 32 {
      var first = seed &+ primes.0 &+ primes.1
      var second = seed &+ primes.1
      var third = seed
      var fourth = seed &- primes.0
      while position + 32 <= count {
        first = round(first, word(bytes, position))
        second = round(second, word(bytes, position + 8))
        third = round(third, word(bytes, position + 16))
        fourth = round(fourth, word(bytes, position + 24))
        position += 32
      }
      hash =
        rotated(first, 1) &+ rotated(second, 7) &+ rotated(third, 12) &+ rotated(fourth, 18)
      for lane in [first, second, third, fourth] {
        hash = (hash ^ round(0, lane)) &* primes.0 &+ primes.3
      }
    } else {
      hash = seed &+ primes.4
    }
    hash = hash &+ UInt64(count)
    while position + 8 <= count {
      hash = rotated(hash ^ round(0, word(bytes, position)), 27) &* primes.0 &+ primes.3
      position += 8
    }
    if position + 4 <= count {
      let half = UInt64(
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)))
      hash = rotated(hash ^ half &* primes.0, 23) &* primes.1 &+ primes.2
      position += 4
    }
    while position < count {
      hash = rotated(hash ^ UInt64(bytes[position]) &* primes.4, 11) &* primes.0
      position += 1
    }
    hash = (hash ^ hash >> 33) &* primes.1
    hash = (hash ^ hash >> 29) &* primes.2
    return hash ^ hash >> 32
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* primes.1, 31) &* primes.0
  }

  private static func rotated(_ word: UInt64, _ distance: UInt64) -> UInt64 {
    word << distance | word >> (64 - distance)
  }
}
