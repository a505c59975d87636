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
  ///
  /// Joined by hand: the types of joined sequences take a tenth of a run on one article to look up.
  static let all: WordSet = {
    var text = ""
    for names in rows { for name in names { text += name + " " } }
    return WordSet(text)
  }()
}
