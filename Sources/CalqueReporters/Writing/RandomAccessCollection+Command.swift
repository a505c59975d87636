extension RandomAccessCollection<UInt8> where Index == Int {
  /// Whether the bytes end with `##`: a bracket behind it starts a command in a line of a GitHub
  /// log.
  ///
  /// O(1). Compared with an array, `suffix(2)` would be that of a sequence, which walks over all
  /// bytes.
  var endsLikeCommand: Bool {
    count >= 2 && self[endIndex - 1] == UInt8(ascii: "#") && self[endIndex - 2] == UInt8(ascii: "#")
  }
}
