internal import CalqueText

extension Unicode.Scalar {
  /// Whether the scalar acts on what shows it instead of being seen.
  ///
  /// Controls, bidirectional and other format characters, line separators, and code points without
  /// a meaning, whose width nobody knows. No reporter writes one as it is.
  var isHidden: Bool {
    switch value {
    case 0..<0x20, 0x7F, 0x2028, 0x2029: true
    case 0x20..<0x7F: false
    default: Scalars.kind(of: value) == .control
    }
  }

  /// The number in upper-case hexadecimal digits, as Swift and Unicode write it.
  var hexadecimal: String { String(value, radix: 16, uppercase: true) }
}
