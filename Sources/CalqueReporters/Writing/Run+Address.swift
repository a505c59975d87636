extension Run {
  /// Page of the project, named by reports.
  static let informationURI = "https://github.com/calque-lint/calque"
}
