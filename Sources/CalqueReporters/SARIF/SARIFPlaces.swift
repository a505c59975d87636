internal import CalqueFindings
internal import CalqueText

/// Writes the places of one file as SARIF has them.
struct SARIFPlaces {
  /// Bytes of the longest snippet: beyond this it is no help to a reader.
  private static let snippetLimit = 4096

  private let places: Places
  private let uri: ArtifactURI
  private let text: [UInt8]
  /// Present where the bytes of the text are not those of the file.
  private let characters: CharacterOffsets?

  /// Reads the text of `file` once.
  init(_ file: FileReport, _ run: Run) {
    text = file.source.bytes
    let unit = run.sarifColumnUnit
    places = Places(file.source, unit: unit)
    uri = ArtifactURI(path: file.path, workingFolder: run.workingFolder)
    characters = file.source.encoding == .utf8 ? nil : CharacterOffsets(text, unit: unit)
  }

  /// Returns the line of an offset, from one.
  func line(of range: TextRange) -> Int { places.start(of: range).line }

  /// Writes the members of a `location`.
  func writeLocation(_ range: TextRange, to location: inout JSONWriter) {
    location.object("physicalLocation") { physical in
      physical.writeArtifact(uri)
      physical.object("region") { writeRegion(range, withSnippet: true, to: &$0) }
    }
  }

  /// Writes the members of an `artifactChange` that makes `edits`.
  func writeChange(_ edits: [Edit], to change: inout JSONWriter) {
    change.writeArtifact(uri)
    change.array("replacements") { replacements in
      for edit in edits {
        replacements.object { replacement in
          replacement.object("deletedRegion") {
            writeRegion(edit.range, withSnippet: false, to: &$0)
          }
          replacement.object("insertedContent") { $0.member("text", edit.replacement) }
        }
      }
    }
  }

  private func writeRegion(
    _ range: TextRange, withSnippet: Bool, to region: inout JSONWriter
  ) {
    let place = places.place(of: range)
    region.member("startLine", place.start.line)
    region.member("startColumn", place.start.column)
    region.member("endLine", place.end.line)
    region.member("endColumn", place.end.column)
    if let characters {
      let start = characters.offset(of: range.start)
      region.member("charOffset", start)
      region.member("charLength", characters.offset(of: range.end) - start)
    } else {
      region.member("byteOffset", places.bytes(of: range).lowerBound)
      region.member("byteLength", range.length)
    }
    if withSnippet, !range.isEmpty, range.length <= Self.snippetLimit {
      region.object("snippet") {
        $0.member("text", String(decoding: text[range.indices], as: UTF8.self))
      }
    }
  }
}

extension JSONWriter {
  /// Writes the member `artifactLocation`.
  mutating func writeArtifact(_ uri: ArtifactURI) {
    object("artifactLocation") { artifact in
      artifact.member("uri", uri.text)
      if uri.isRelative { artifact.member("uriBaseId", "SRCROOT") }
    }
  }
}

extension Run {
  /// The unit of SARIF's columns, which may be scalars or UTF-16 units but never bytes.
  var sarifColumnUnit: LineMap.ColumnUnit {
    switch columnUnit {
    case .utf16: .utf16
    case .scalar, .utf8: .scalar
    }
  }
}
