public import ArgumentParser
public import CalqueText

extension LineMap.ColumnUnit: ExpressibleByArgument {}
