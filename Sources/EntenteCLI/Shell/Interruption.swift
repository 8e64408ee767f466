// SPDX-License-Identifier: Apache-2.0

internal import CLineEditing

/// Ctrl-C, which ends what is running and not the shell.
enum Interruption {
  /// From now on the signal is remembered. The third one that finds nobody listening ends the
  /// program.
  static func catchSignals() { clineediting_catch_interrupts() }

  static var isRequested: Bool { clineediting_is_interrupted() != 0 }

  static func forget() { clineediting_forget_interrupts() }
}
