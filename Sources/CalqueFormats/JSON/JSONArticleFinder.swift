/// Finds the articles in a JSON text.
///
/// An object with a body is an article; so is a text that is one string. Of several bodies or
/// headlines that an object has, the one whose key comes first in the lists below is taken. A body
/// is a string or a list of strings; in the list there may be objects with a body, which are parts
/// of it, or, where they have a headline, articles of their own. Keys are compared without case.
struct JSONArticleFinder {
  /// The strings of an article, as the bytes between their quotation marks.
  struct Article: Hashable {
    var headline: Range<Int>?
    var body: [Range<Int>] = []
  }

  /// Keys of a headline and of a body, the best first.
  static let headlineKeys = ["headline", "title"]
  static let bodyKeys = ["articleBody", "body", "content", "text", "paragraphs"]

  /// What a key says of its value.
  private enum Role {
    case headline(Int)
    case body(Int)
    case other
  }

  /// A bracket that is open.
  private struct Frame {
    let isObject: Bool
    /// Whether what it holds is part of a body.
    let isPart: Bool
    var role = Role.other
    var article = Article()
    var headlineRank = Int.max
    var bodyRank = Int.max
  }

  private let bytes: [UInt8]
  private var scanner: JSONScanner
  private var frames: [Frame] = []
  private(set) var count = 0

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    scanner = JSONScanner(bytes, in: range)
  }

  /// Calls `body` with each article, an inner one before the one that holds it.
  ///
  /// O(length).
  mutating func find(_ body: (Article) -> Void) throws(JSONScanner.Fault) {
    while let piece = try scanner.next() {
      switch piece {
      case .objectStart: open(isObject: true)
      case .arrayStart: open(isObject: false)
      case .key(let range): frames[frames.count - 1].role = role(of: range)
      case .string(let range):
        if frames.isEmpty { report(Article(body: [range]), body) } else { add(range) }
      case .other: break
      case .objectEnd, .arrayEnd: close(frames.removeLast(), body)
      }
    }
  }

  private mutating func open(isObject: Bool) {
    var isPart = false
    if let outer = frames.last {
      switch outer.role {
      case .body where outer.isObject: isPart = !isObject
      case .headline, .body, .other: isPart = outer.isPart && !outer.isObject
      }
    }
    frames.append(Frame(isObject: isObject, isPart: isPart))
  }

  /// Adds a string to the innermost bracket.
  private mutating func add(_ range: Range<Int>) {
    let last = frames.count - 1
    guard frames[last].isObject else {
      if frames[last].isPart { frames[last].article.body.append(range) }
      return
    }
    switch frames[last].role {
    case .headline(let rank) where rank <= frames[last].headlineRank:
      frames[last].article.headline = range
      frames[last].headlineRank = rank
    case .body: addBody([range])
    case .headline, .other: break
    }
  }

  private mutating func addBody(_ ranges: [Range<Int>]) {
    let last = frames.count - 1
    guard case .body(let rank) = frames[last].role, rank <= frames[last].bodyRank else { return }
    frames[last].article.body = ranges
    frames[last].bodyRank = rank
  }

  private mutating func close(_ frame: Frame, _ body: (Article) -> Void) {
    let article = frame.article
    guard !article.body.isEmpty else { return }
    if frame.isPart, article.headline == nil, let outer = frames.last {
      if outer.isObject {
        addBody(article.body)
      } else {
        frames[frames.count - 1].article.body += article.body
      }
    } else if frame.isObject {
      report(article, body)
    }
  }

  private mutating func report(_ article: Article, _ body: (Article) -> Void) {
    count += 1
    body(article)
  }

  private func role(of key: Range<Int>) -> Role {
    guard key.count <= 16 else { return .other }
    let name = String(decoding: bytes[key], as: UTF8.self).lowercased()
    if let rank = Self.headlineKeys.firstIndex(where: { $0.lowercased() == name }) {
      return .headline(rank)
    }
    return Self.bodyKeys.firstIndex { $0.lowercased() == name }.map(Role.body) ?? .other
  }
}
