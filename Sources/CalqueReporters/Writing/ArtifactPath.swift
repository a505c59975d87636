/// The path of a file as reports for code hosts have it: from the working folder on where it lies
/// in it, without `./`.
struct ArtifactPath {
  /// The path.
  let text: String
  /// Whether it starts from the working folder.
  let isRelative: Bool

  /// Shortens `path` in a run that was started in `workingFolder`.
  init(_ path: String, workingFolder: String) {
    let folder = workingFolder.hasSuffix("/") ? workingFolder : workingFolder + "/"
    let inside = path.hasPrefix(folder) ? path.dropFirst(folder.count) : path[...]
    let local = inside.hasPrefix("./") ? inside.drop { $0 == "." || $0 == "/" } : inside
    isRelative = !local.hasPrefix("/")
    text = String(local)
  }
}
