internal import CalqueEngine
internal import CalqueFindings
internal import CalqueText

/// Names and words that the configuration accepts, whatever a rule says of them.
struct Vocabulary: Sendable {
  /// Hashes of each entry's words.
  private let entries: [[UInt64]]

  init(_ entries: [String]) {
    self.entries = entries.map { entry in
      let text = Array(entry.utf8)
      let block = Block(kind: .paragraph, range: TextRange(0, UInt32(text.count)))
      return Document(text: text, blocks: [block]).tokens.filter(\.isWordLike).map(\.hash)
    }.filter { !$0.isEmpty }
  }

  /// Returns the findings that lie in no accepted word or name.
  func filter(_ findings: [Finding], in document: Document) -> [Finding] {
    guard !entries.isEmpty, !findings.isEmpty else { return findings }
    let accepted = occurrences(in: document)
    return findings.filter { finding in
      !accepted.contains { $0.contains(finding.range) }
    }
  }

  /// Returns where the entries stand, marks directly beside them included.
  private func occurrences(in document: Document) -> [TextRange] {
    let tokens = document.tokens
    return entries.flatMap { entry in
      tokens.indices.compactMap { first -> TextRange? in
        guard tokens[first].hash == entry[0] else { return nil }
        var end = first
        for word in entry {
          while end < tokens.count, tokens[end].kind == .quote { end += 1 }
          guard end < tokens.count, tokens[end].hash == word else { return nil }
          end += 1
        }
        let from = first > 0 && tokens[first - 1].kind == .quote ? first - 1 : first
        let to = end < tokens.count && tokens[end].kind == .quote ? end + 1 : end
        return document.range(of: from..<to)
      }
    }
  }
}
