internal import CalqueText

extension WordHash {
  /// Returns hashes each once, in their order as numbers.
  static func different(_ hashes: [UInt64]) -> [UInt64] {
    hashes.sorted().reduce(into: []) { different, hash in
      if different.last != hash { different.append(hash) }
    }
  }
}
