import CMalloc
import Glibc

/// What the process has around it: environment, terminals, processors, signals.
enum Process {
  /// Returns the value of a variable of the environment; nil where it is not set.
  static func variable(_ name: String) -> String? {
    // The string belongs to the environment, which nothing in this program changes.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Tells whether standard output (1) or standard error (2) is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Number of processors that are on, at least one.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Lets `write` fail with an error where the reader is gone, in place of killing the process.
  static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Keeps memory that is freed for what comes next.
  ///
  /// An article of some 30 kB frees enough for the C library to give it back to the system, which
  /// clears it page by page for the next article: a quarter of the time.
  static func keepMemory() {
    cq_keep_freed_memory(8 << 20)
  }

  /// Ends the process.
  static func exit(_ status: ExitStatus) -> Never { Glibc.exit(status.rawValue) }
}
