/// Which fixes are made.
enum MendingChoice: Sendable {
  /// None: files stay as they are.
  case none
  /// Those that may be made unseen.
  case safe
  /// Those that somebody should look at as well.
  case review
}

/// Why a file stays as it is though there are fixes to make.
enum MendingFailure: Error, CustomStringConvertible {
  /// It is in an encoding that is not written.
  case encoding(String)
  case system(SystemError)

  var description: String {
    switch self {
    case .encoding(let name): "not mended: the file is in \(name); convert it to UTF-8"
    case .system(let error): "not mended: it cannot be written: \(error)"
    }
  }
}
