import ArgumentParser
import Calque

extension FailOn: ExpressibleByArgument {}
