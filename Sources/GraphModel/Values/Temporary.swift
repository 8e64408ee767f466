public struct TextPatternProblem: Error, CustomStringConvertible { public var description: String { "" } }
public struct TextPattern: Sendable { public init(_ s: String) throws(TextPatternProblem) {}; public func matches(_ s: String) -> Bool { true } }
extension Value: CustomStringConvertible { public var description: String { "\(self)" }; public var displayText: String { description } }
