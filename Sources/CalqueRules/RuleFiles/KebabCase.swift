/// The spelling of rule ids and of folders of rules: `narrow-coordination`.
package enum KebabCase {
  /// Tells whether a name has only small letters, digits and single hyphens between them.
  package static func isValid(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
  }

  /// Returns the valid name that one most likely stands for: `NarrowTies`, `narrow_ties` and
  /// `narrow ties` are `narrow-ties`; nil where nothing of it is left.
  package static func suggestion(for name: String) -> String? {
    var parts: [String] = [""]
    var previousIsSmall = false
    for scalar in name.unicodeScalars {
      let isCapital = ("A"..."Z").contains(scalar)
      let isSmall = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if isCapital && previousIsSmall || !isCapital && !isSmall { parts.append("") }
      if isCapital || isSmall { parts[parts.count - 1] += String(scalar).lowercased() }
      previousIsSmall = isSmall
    }
    let name = parts.filter { !$0.isEmpty }.joined(separator: "-")
    return name.isEmpty ? nil : name
  }
}
