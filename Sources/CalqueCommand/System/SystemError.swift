import Glibc

/// An error of the operating system, in words that do not change with the locale.
struct SystemError: Error, Sendable, Hashable {
  /// The number, such as `ENOENT`.
  let code: Int32

  init(code: Int32) {
    self.code = code
  }

  /// The error of the call that has just failed on this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// The error for a path that leads to a socket or a disk, or to a pipe that nobody named.
  static let noText = SystemError(code: ENOTSUP)

  /// Whether a pipe could not be written to because nobody reads it any more.
  var isClosedPipe: Bool { code == EPIPE }

  /// Whether there is nothing at a path.
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether a link leads to nothing, or to itself.
  var leadsNowhere: Bool { isMissing || code == ELOOP }
}

extension SystemError: CustomStringConvertible {
  /// What is wrong and, where that helps, what to do.
  var description: String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case EEXIST: "there is already a file of that name"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case ELOOP: "symbolic links lead around in a loop"
    case ENAMETOOLONG: "the path is too long"
    case EMFILE, ENFILE: "too many files are open"
    case ENOSPC, EDQUOT: "no space is left on the device"
    case EROFS: "the file system is read-only"
    case EOVERFLOW: "the file has 4 GiB or more; split it into smaller ones"
    case EFBIG: "no file may grow that large here"
    case ENOTSUP: "it is not a file that has a text"
    case EIO: "the device failed while reading or writing"
    case ENXIO, ENODEV: "there is no such device"
    default: "the system reports error \(code)"
    }
  }
}
