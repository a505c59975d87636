public import CalqueText

/// How text is written in a source, so that an edit of the text can be written there.
public enum TextNotation: Sendable, Hashable {
  /// As it is.
  case plain
  /// As the content of an element of HTML.
  case html
  /// As a paragraph of Markdown.
  case markdown
  /// Inside a string of JSON.
  case json
}

extension ExtractedText {
  /// Returns an edit of the text as an edit of the source; nil where none can be told that does
  /// exactly that.
  ///
  /// Not offered is an edit across markup or across the gap between two blocks, one that cuts an
  /// entity in two, and one that would make markup of text around it. O(log segments + edit).
  public func edit(
    _ range: TextRange, _ replacement: String, in source: Source
  ) -> (range: TextRange, replacement: String)? {
    guard let place = offsets.editable(range) else { return nil }
    let edit = PlacedEdit(
      replacement: replacement, place: place.indices, source: source.bytes,
      isBesideMarkup: (offsets.hasGap(at: range.start), offsets.hasGap(at: range.end)))
    return edit.written(notation).map { (place, $0) }
  }
}
