internal import CalqueText

/// How the months are written, in full and shortened.
public enum MonthNames {
  /// The names of each month, from January on.
  public static let rows = [
    ["january", "jan"], ["february", "feb"], ["march"], ["april", "apr"], ["may"], ["june"],
    ["july"], ["august", "aug"], ["september", "sept", "sep"], ["october", "oct"],
    ["november", "nov"], ["december", "dec"],
  ]
  /// All of them.
  static let all = WordSet(rows.joined().joined(separator: " "))
}
