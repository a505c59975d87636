/// The URI of a file (RFC 3986, RFC 8089), relative to the working folder where it lies in it.
struct ArtifactURI {
  /// The percent-encoded URI or relative reference.
  let text: String
  /// Whether ``text`` starts from the working folder.
  let isRelative: Bool

  /// Makes the URI of `path` in a run that was started in `workingFolder`.
  init(path: String, workingFolder: String) {
    let local = ArtifactPath(path, workingFolder: workingFolder)
    isRelative = local.isRelative
    text = (isRelative ? "" : "file://") + Self.percentEncoded(local.text)
  }

  /// Returns the URI of a folder, with the slash at its end that makes it a base.
  static func folder(_ path: String) -> String {
    "file://" + percentEncoded(path) + (path.hasSuffix("/") ? "" : "/")
  }

  /// Encodes all but unreserved characters and slashes, so that no name reads as a scheme, a query
  /// or a fragment.
  private static func percentEncoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += (byte < 0x10 ? "%0" : "%") + digits
      }
    }
    return result
  }
}
