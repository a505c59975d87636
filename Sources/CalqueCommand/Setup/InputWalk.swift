/// The inputs of a run in the order of the bytes of their paths, each path once.
///
/// Folders are read while the walk goes on, and nothing is kept of them: a tree of a million files
/// takes no more memory than one of a thousand. Who needs to know of the files beforehand walks
/// twice.
struct InputWalk: Sendable, Sequence, IteratorProtocol {
  private let named: [InputCollector.Named]
  /// What is known of settings; the walk adds what it finds.
  private(set) var settings: SettingsFinder
  /// Number of the next thing in `named`.
  private var nextNamed = 0
  /// The folders that have been started on, each with the input that comes next in it.
  ///
  /// There is more than one only where a named folder lies in another.
  private var open: [(walk: FolderWalk, next: Input)] = []
  private var lastPath: FilePath?

  init(_ named: [InputCollector.Named], _ settings: SettingsFinder) {
    // A folder that was named twice is walked once; of inputs the walk passes the second by.
    self.named = named.sorted { $0.start < $1.start }.reduce(into: []) { kept, next in
      if !(kept.last?.isSameFolder(as: next) ?? false) { kept.append(next) }
    }
    self.settings = settings
  }

  /// Returns the same walk from its start, with what is known of settings by now.
  func rewound() -> InputWalk { InputWalk(named, settings) }

  mutating func next() -> Input? {
    while let input = nextWithRepetitions() {
      guard input.path != lastPath else { continue }
      lastPath = input.path
      return input
    }
    return nil
  }

  private mutating func nextWithRepetitions() -> Input? {
    while true {
      let first = open.indices.min { open[$0].next.path < open[$1].next.path }
      guard nextNamed < named.count,
        first.map({ !(open[$0].next.path < named[nextNamed].start) }) ?? true
      else { return first.map { advance($0) } }
      nextNamed += 1
      switch named[nextNamed - 1] {
      case .input(let input):
        return input
      case .folder(let path, let absolute, let chain):
        var walk = FolderWalk(
          path, at: absolute, chain: chain, usesGitIgnores: settings.usesGitIgnores)
        if let next = walk.next(&settings) { open.append((walk, next)) }
      }
    }
  }

  /// Takes the next input of a folder that has been started on.
  private mutating func advance(_ index: Int) -> Input {
    let input = open[index].next
    if let next = open[index].walk.next(&settings) {
      open[index].next = next
    } else {
      open.remove(at: index)
    }
    return input
  }
}

extension InputCollector.Named {
  fileprivate func isSameFolder(as other: InputCollector.Named) -> Bool {
    guard case .folder(let path, _, _) = self, case .folder(let otherPath, _, _) = other else {
      return false
    }
    return path == otherPath
  }

  /// No path of an input comes before it.
  fileprivate var start: FilePath {
    switch self {
    case .input(let input): input.path
    // A file of the folder `a` comes after `a-b.txt`, for a slash does; those of `.` have no such
    // start.
    case .folder(let path, _, _): path.appending([])
    }
  }
}
