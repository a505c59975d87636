/// Numbers in messages.
enum Count {
  /// Returns a number with what it counts: `1 rule`, `2 rules`.
  static func of(_ count: Int, _ name: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? name : plural ?? name + "s")"
  }

  /// Returns how many of 10,000 words each a number is, rounded: `0.37`; `0.00` without words.
  static func rate(_ count: Int, of words: Int) -> String {
    decimal(thousandths: words == 0 ? 0 : (count * 1_000_000 + words / 2) / words * 10)
  }

  /// Returns a number of thousandths with two decimals, cut: `1.25`.
  static func decimal(thousandths: Int) -> String {
    let hundredths = thousandths / 10
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Returns a time: `0.42 s`.
  static func seconds(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    let thousandths = Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    return decimal(thousandths: thousandths) + " s"
  }
}
