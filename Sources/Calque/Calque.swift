// What a program that imports Calque sees of the modules below it.

@_exported public import CalqueEngine
@_exported public import CalqueFindings
@_exported public import CalqueFormats
@_exported public import CalqueText
