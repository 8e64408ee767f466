// SPDX-License-Identifier: Apache-2.0

import SourceDiagnostics
import Testing

@Suite struct DiagnosticRendererTests {
}
