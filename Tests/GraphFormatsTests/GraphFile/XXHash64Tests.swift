// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import GraphFormats

@Suite struct XXHash64Tests {
  /// The test data of the xxHash project's sanity check. The expected results are those of the
  /// project's own library.
  private static let sanityData: [UInt8] = {
    var generator: UInt64 = 2_654_435_761
    return (0..<101).map { _ in
      defer { generator = generator &* 11_400_714_785_074_694_797 }
      return UInt8(truncatingIfNeeded: generator >> 56)
    }
  }()

  @Test(
    "the results of the reference library",
    arguments: [
      (0, 0, 0xEF46_DB37_51D8_E999), (0, 2_654_435_761, 0xAC75_FDA2_929B_17EF),
      (1, 0, 0xE934_A84A_DB05_2768), (1, 2_654_435_761, 0x5014_6076_43A9_B4C3),
      (4, 0, 0x9136_A0DC_A574_57EE), (14, 0, 0x8282_DCC4_994E_35C8),
      (14, 2_654_435_761, 0xC3BD_6BF6_3DEB_6DF0), (31, 0, 0x299B_39A2_90E6_D783),
      (32, 0, 0x18B2_1649_2BB4_4B70), (101, 0, 0xA51E_A210_1B2D_114C),
      (101, 2_654_435_761, 0x6B38_A5BB_BA1F_049C),
    ] as [(Int, UInt64, UInt64)])
  func sanity(count: Int, seed: UInt64, expected: UInt64) {
    let hash = Self.sanityData.prefix(count).withUnsafeBytes { XXHash64.hash($0, seed: seed) }
    #expect(hash == expected)
  }

  @Test("known texts")
  func texts() {
    func hash(_ text: String) -> UInt64 {
      Array(text.utf8).withUnsafeBytes { XXHash64.hash($0) }
    }
    #expect(hash("a") == 0xD24E_C4F1_A98C_6E5B)
    #expect(hash("abc") == 0x44BC_2CF5_AD77_0999)
    #expect(hash("Nobody inspects the spammish repetition") == 0xFBCE_A83C_8A37_8BF1)
  }
}
