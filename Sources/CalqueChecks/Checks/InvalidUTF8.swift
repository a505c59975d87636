internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// Bytes that are not UTF-8.
struct InvalidUTF8: Check {
  init(_ setup: CheckSetup) {}

  func faults(in article: Article) -> [Fault] {
    article.invalidSequences.map { range in
      let bytes = article.document.text[range.indices].prefix(4)
      let written = bytes.map { "0x" + String($0, radix: 16, uppercase: true) }
      return Fault(
        range,
        values: [
          "bytes": (range.length == 1 ? "byte " : "bytes ") + written.joined(separator: " ")
            + (range.length > 4 ? " …" : ""),
          "offset": "\(article.document.offsets.source(of: range).start)",
        ])
    }
  }
}
