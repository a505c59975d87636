import ArgumentParser
import CalqueEngine

extension SourceLanguages {
  /// Reads the values of `--from`; nil where there are none.
  init?(arguments: [String]) throws {
    guard !arguments.isEmpty else { return nil }
    let codes = arguments.flatMap { $0.split(separator: ",").map { String($0) } }
    switch codes {
    case ["auto"]: self = .automatic
    case ["none"]: self = .none
    case _ where codes.isEmpty || codes.contains("auto") || codes.contains("none"):
      throw ValidationError("--from takes “auto”, “none” or languages such as “es,pt”")
    default: self = .named(codes)
    }
  }
}
