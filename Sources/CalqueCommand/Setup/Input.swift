import CalqueText

/// One thing to lint, or one that was to be.
struct Input: Sendable {
  enum Content: Sendable, Hashable {
    /// A file; one that was named may be a stream.
    case file(isNamed: Bool)
    case standardInput
    /// Nothing that can be read, and why.
    case unreadable(String)
  }

  /// Path as it is opened and shown.
  let path: FilePath
  let content: Content
  /// Number of its row in the table of settings; 0 where there is nothing to lint.
  let row: Int
}

extension Input {
  /// Creates an input of which there is only to say why it cannot be read.
  init(unreadable path: FilePath, _ reason: String) {
    self.init(path: path, content: .unreadable(reason), row: 0)
  }
}

extension Input {
  /// Reads the text.
  func source(as encoding: Source.EncodingChoice) throws -> Source {
    // UTF-32 and its like are full of NUL bytes; who names an encoding knows what the file is.
    let stopsAtNUL =
      switch encoding {
      case .unicode, .guess: true
      case .named: false
      }
    let bytes =
      switch content {
      case .file(let isNamed):
        try FileReader.read(path, isNamed: isNamed, stopsAtNUL: stopsAtNUL)
      case .standardInput:
        try FileReader.readStandardInput(stopsAtNUL: stopsAtNUL)
      case .unreadable(let reason):
        throw UnreadableInput(reason: reason)
      }
    return try Source(decoding: bytes, as: encoding)
  }
}

extension Input {
  /// Opens the text to read it in parts of whole lines.
  func lines() throws -> LineReader {
    switch content {
    case .file(let isNamed): try FileReader.lines(of: path, isNamed: isNamed)
    case .standardInput: LineReader(FileDescriptor(number: 0))
    case .unreadable(let reason): throw UnreadableInput(reason: reason)
    }
  }
}

/// What was known to be unreadable when the files were collected.
struct UnreadableInput: Error {
  let reason: String
}
