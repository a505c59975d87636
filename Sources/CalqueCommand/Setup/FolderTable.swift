import CalqueText

/// Values of folders by their paths.
///
/// Few folders, looked up seldom: a sorted array. The first dictionary of a type costs more than
/// the whole of a short run's look-ups, for the runtime looks through all that it knows of types.
struct FolderTable<Value: Sendable>: Sendable {
  private var entries: [(folder: FilePath, value: Value)] = []

  /// The value of a folder.
  ///
  /// To read takes O(log folders), to add one O(folders).
  subscript(folder: FilePath) -> Value? {
    get {
      let place = place(of: folder)
      return place < entries.count && entries[place].folder == folder ? entries[place].value : nil
    }
    set {
      let place = place(of: folder)
      if place < entries.count, entries[place].folder == folder { entries.remove(at: place) }
      if let newValue { entries.insert((folder, newValue), at: place) }
    }
  }

  /// Returns where the entry of a folder is, or would be.
  private func place(of folder: FilePath) -> Int {
    entries.partitioningIndex { !($0.folder < folder) }
  }
}
