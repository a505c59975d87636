public import ArgumentParser
import Calque
public import CalqueText

/// When colours are used.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
  case auto, always, never
}

extension FailOn: ExpressibleByArgument {}

extension LineMap.ColumnUnit: ExpressibleByArgument {}
