// SPDX-License-Identifier: Apache-2.0

// One import for all floors of the library.
@_exported public import GraphAlgorithms
@_exported public import GraphDrawing
@_exported public import GraphFormats
@_exported public import GraphModel
@_exported public import CypherSyntax
@_exported public import GraphReports
@_exported public import QueryEngine
@_exported public import SourceDiagnostics
